import type { Path } from '../yaml/locate.js';

/**
 * Returns the name of a place, as in `--set`: items of a list go by their id, metric or week, or else by their number
 * from 1.
 */
export function nameOf(root: unknown, path: Path): string {
	let at = root;
	let name = '';
	for (const key of path) {
		const next = (at as Record<string | number, unknown> | null | undefined)?.[key];
		const label = typeof key === 'number' ? itemName(next) : key;
		if (label === null) name += `[${Number(key) + 1}]`;
		else name += name === '' ? label : `.${label}`;
		at = next;
	}
	return name === '' ? 'the file' : name;
}

/** Returns the name of a list item in paths; null if it has none. */
export function itemName(item: unknown): string | null {
	if (typeof item !== 'object' || item === null) return null;
	const { id, metric, week } = item as Record<string, unknown>;
	if (typeof id === 'string' && id !== '') return id.slice(0, 64);
	if (typeof metric === 'string' && metric !== '') return metric.slice(0, 64);
	return typeof week === 'number' ? String(week) : null;
}

/** Returns the value at `path`; undefined if there is none. */
export function valueAt(root: unknown, path: Path): unknown {
	let at = root;
	for (const key of path) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
	return at;
}
