import type { Span, Tree } from './tree.js';

export type Path = readonly (string | number)[];

/** Returns the span of the value at `path`, or of its nearest ancestor's name if there is no such value. */
export function locate(tree: Tree, path: Path): Span {
	let at = tree;
	let name: Span | null = null;
	for (const key of path) {
		const field = typeof key === 'string' ? at.fields?.get(key) : undefined;
		const next = field?.tree ?? (typeof key === 'number' ? at.items?.[key] : undefined);
		if (!next) return name ?? spanOfFirstField(at);
		at = next;
		// An item of a list has no name; it is located by its first field.
		name = field?.key ?? null;
	}
	return at.fields || at.items ? (name ?? spanOfFirstField(at)) : at;
}

/** Returns the source text of the value at `path`, if YAML reads it as something other than text; else null. */
export function sourceTextAt(tree: Tree, path: Path): string | null {
	let at: Tree | undefined = tree;
	for (const key of path) at = typeof key === 'number' ? at?.items?.[key] : at?.fields?.get(key)?.tree;
	return at?.written ?? null;
}

/** Returns the span of the name of the field at `path`. */
export function locateName(tree: Tree, path: Path): Span {
	let at: Tree | undefined = tree;
	for (const step of path.slice(0, -1)) at = typeof step === 'number' ? at?.items?.[step] : at?.fields?.get(step)?.tree;
	return at?.fields?.get(String(path.at(-1)))?.key ?? locate(tree, path);
}

// Locates a group without a name by its first field, including the value if that is on the same line.
function spanOfFirstField(tree: Tree): Span {
	const first = tree.fields?.values().next().value;
	if (!first) return tree;
	const hasChildren = first.tree.fields !== null || first.tree.items !== null;
	return { start: first.key.start, end: hasChildren ? first.key.end : Math.max(first.key.end, first.tree.end) };
}
