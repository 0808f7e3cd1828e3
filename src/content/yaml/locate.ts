import type { Span, Tree } from './tree.js';

export type Path = readonly (string | number)[];

/** The span of the value at `path`; of its nearest ancestor's name where there is no such value. */
export function locate(tree: Tree, path: Path): Span {
	let at = tree;
	let name: Span | null = null;
	for (const key of path) {
		const field = typeof key === 'string' ? at.fields?.get(key) : undefined;
		const next = field?.tree ?? (typeof key === 'number' ? at.items?.[key] : undefined);
		if (!next) return name ?? firstName(at);
		at = next;
		// An item of a list has no name: its first field's line stands for it.
		name = field?.key ?? null;
	}
	return at.fields || at.items ? (name ?? firstName(at)) : at;
}

/** What was written at `path`, where YAML reads something other than text there. */
export function writtenAt(tree: Tree, path: Path): string | null {
	let at: Tree | undefined = tree;
	for (const key of path) at = typeof key === 'number' ? at?.items?.[key] : at?.fields?.get(key)?.tree;
	return at?.written ?? null;
}

/** The span of the name of the field at `path`. */
export function locateName(tree: Tree, path: Path): Span {
	let at: Tree | undefined = tree;
	for (const step of path.slice(0, -1)) at = typeof step === 'number' ? at?.items?.[step] : at?.fields?.get(step)?.tree;
	return at?.fields?.get(String(path.at(-1)))?.key ?? locate(tree, path);
}

// A group without a name is found by its first field, with its value where that is on the same line.
function firstName(tree: Tree): Span {
	const first = tree.fields?.values().next().value;
	if (!first) return tree;
	const inside = first.tree.fields !== null || first.tree.items !== null;
	return { start: first.key.start, end: inside ? first.key.end : Math.max(first.key.end, first.tree.end) };
}
