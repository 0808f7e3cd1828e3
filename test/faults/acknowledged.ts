import { ensure } from './trial.js';

/**
 * Returns the acknowledged items that were not stored. Both lists are in order. More may be stored than acknowledged,
 * because a program may be killed before it shows what it stored.
 */
export function findLost(acknowledged: readonly string[], kept: readonly string[]): readonly string[] {
	let from = 0;
	return acknowledged.filter((item) => {
		const index = kept.indexOf(item, from);
		if (index >= 0) from = index + 1;
		return index < 0;
	});
}

/** Throws if an acknowledged item was not stored. */
export function ensureNothingLost(acknowledged: readonly string[], kept: readonly string[]): void {
	const missing = findLost(acknowledged, kept);
	ensure(missing.length === 0, `the screen showed ${missing.join(', ')}; kept: ${kept.join(', ') || 'nothing'}`);
}
