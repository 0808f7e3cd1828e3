import { ensure } from './trial.js';

/**
 * Returns what was acknowledged and is not kept. Both are in order; more may be kept, as a program does not get to show all
 * that it keeps before it is killed.
 */
export function lost(acknowledged: readonly string[], kept: readonly string[]): readonly string[] {
	let at = 0;
	return acknowledged.filter((one) => {
		const found = kept.indexOf(one, at);
		if (found >= 0) at = found + 1;
		return found < 0;
	});
}

/** Throws where something is lost. */
export function ensureKept(acknowledged: readonly string[], kept: readonly string[]): void {
	const gone = lost(acknowledged, kept);
	ensure(gone.length === 0, `the screen showed ${gone.join(', ')}; kept: ${kept.join(', ') || 'nothing'}`);
}
