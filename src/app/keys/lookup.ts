import type { Action } from '../../screens/action.js';
import type { Mode, State } from '../../screens/state.js';
import type { Binding } from './editor-table.js';
import { BINDINGS, TYPED } from './table.js';

const byMode = new Map<string, Action>(
	BINDINGS.flatMap((binding) =>
		binding.modes.flatMap((mode) => binding.keys.map((key) => [`${mode} ${key}`, binding.action] as const)),
	),
);

/** Whether characters are text in a mode, and none is a command. */
export const isTyped = (mode: Mode): boolean => TYPED.includes(mode);

/** The action of a key in a mode; null where it does nothing. While a value is typed, characters are text. */
export function actionFor(mode: Mode, key: string): Action | null {
	const action = byMode.get(`${mode} ${key}`);
	if (action) return action;
	return isTyped(mode) && isCharacter(key) ? { type: 'type', text: key } : null;
}

/** Whether a key is a character; the names of others are longer. */
export const isCharacter = (key: string): boolean => key.length === 1 || (key.length === 2 && [...key].length === 1);

export interface FooterEntry {
	readonly shown: string;
	readonly label: string;
}

/**
 * The footer of a mode: most useful first, one entry where several keys share it.
 *
 * @param state leaves out what does nothing in it; null: all that the mode can have
 */
export function footerEntries(mode: Mode, state: State | null = null): readonly FooterEntry[] {
	const ranked = BINDINGS.filter(
		({ rank, modes, when }) => rank !== null && modes.includes(mode) && (state === null || (when?.(state) ?? true)),
	);
	const entries = new Map<string, Binding>();
	for (const binding of ranked) if (!entries.has(binding.shown)) entries.set(binding.shown, binding);
	return [...entries.values()]
		.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
		.map(({ shown, label }) => ({ shown, label }));
}

/** The help: one line a command, in the table's order: those that do something in some modes, then all others. */
export function helpLines(modes: readonly Mode[]): {
	readonly here: readonly string[];
	readonly elsewhere: readonly string[];
} {
	const helped = BINDINGS.filter(({ help }) => help !== '');
	const lines = (here: boolean): readonly string[] =>
		helped.filter((binding) => binding.modes.some((mode) => modes.includes(mode)) === here).map(({ help }) => help);
	return { here: lines(true), elsewhere: lines(false) };
}
