import type { Path } from '../yaml/locate.js';

/**
 * A place as `--set` and people call it: items of a list by their id, metric or week where they have one,
 * else by their number from 1.
 */
export function nameOf(root: unknown, path: Path): string {
	let at = root;
	let name = '';
	for (const key of path) {
		const next = (at as Record<string | number, unknown> | null | undefined)?.[key];
		const called = typeof key === 'number' ? itemName(next) : key;
		if (called === null) name += `[${Number(key) + 1}]`;
		else name += name === '' ? called : `.${called}`;
		at = next;
	}
	return name === '' ? 'the file' : name;
}

/** What a list's item is called in paths; null if it has no name. */
export function itemName(item: unknown): string | null {
	if (typeof item !== 'object' || item === null) return null;
	const { id, metric, week } = item as Record<string, unknown>;
	if (typeof id === 'string' && id !== '') return id.slice(0, 64);
	if (typeof metric === 'string' && metric !== '') return metric.slice(0, 64);
	return typeof week === 'number' ? String(week) : null;
}

/** The value at `path`; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
	let at = root;
	for (const key of path) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
	return at;
}
