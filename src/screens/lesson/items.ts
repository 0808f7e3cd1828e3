/**
 * What can have the focus in a lesson: the input at a path, a question, or the way on at the end. Its name starts with
 * the index of its block: `3|segments.faq.routedSmall`, `5|?resolution`, `9|>next`.
 */
export type LessonItem =
	| { readonly kind: 'input'; readonly path: string }
	| { readonly kind: 'question'; readonly id: string }
	| { readonly kind: 'ending' };

/** Parses the name of an item; null: it is none. */
export function parseItem(name: string | null): LessonItem | null {
	const at = name?.indexOf('|') ?? -1;
	if (name === null || at < 0) return null;
	const rest = name.slice(at + 1);
	if (rest.startsWith('?')) return { kind: 'question', id: rest.slice(1) };
	return rest === '>next' ? { kind: 'ending' } : { kind: 'input', path: rest };
}

/** Returns the index of an item's block. */
export const blockOf = (item: string): number => Number(item.slice(0, item.indexOf('|')));

/** Returns the name of a question. */
export const questionItem = (block: number, id: string): string => `${block}|?${id}`;

/** Returns the name of the way on. `blocks`: how many blocks the lesson has. */
export const endingItem = (blocks: number): string => `${blocks}|>next`;
