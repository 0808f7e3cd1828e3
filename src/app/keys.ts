import type { Action } from '../screens/action.js';
import { OVERLAY_KEYS } from '../screens/overlays/keys.js';
import type { Env, KeyHelp, KeyRow, Layer } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import type { Line, Span } from '../text/line.js';
import { width } from '../text/width.js';
import { openLayers, PROGRAM_ROWS, topLayer } from './layers.js';
import { SCREENS } from './screens.js';

/** Whether a key is a character; the names of all other keys are longer. */
export const isCharacter = (key: string): boolean => key.length === 1 || (key.length === 2 && [...key].length === 1);

/** Whether a row applies in the current state. */
const isInForce = (row: KeyRow, state: State): boolean => row.when?.(state) ?? true;

/**
 * Returns the action of a key: of its row in the top layer, or of a global row below it; null: it does nothing. In a text
 * layer, characters without a row are text.
 */
export function actionFor(key: string, state: State, env: Env): Action | null {
	const [top, ...below] = openLayers(state, env).toReversed();
	const acts = (row: KeyRow): boolean => row.keys.includes(key) && isInForce(row, state);
	const row = top?.keys.find(acts) ?? below.flatMap(({ keys }) => keys.filter(({ global }) => global)).find(acts);
	const reason = row?.disabled?.(state) ?? null;
	if (reason !== null) return { type: 'told', text: reason };
	if (row) return row.action;
	return top?.text && isCharacter(key) ? { type: 'type', text: key } : null;
}

/** An entry of the footer. */
export interface FooterEntry {
	readonly shown: string;
	readonly label: string;
}

/** Returns the footer entries of a layer by rank; rows with the same keys share an entry. */
export function footerEntries({ keys }: Pick<Layer, 'keys'>, state: State): readonly FooterEntry[] {
	const ranked = keys.filter(
		(row) => row.rank !== undefined && isInForce(row, state) && (row.disabled?.(state) ?? null) === null,
	);
	const entries = new Map<string, KeyRow>();
	for (const row of ranked) if (!entries.has(row.shown)) entries.set(row.shown, row);
	return [...entries.values()]
		.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
		.map(({ shown, label }) => ({ shown, label }));
}

/** Draws the last line of the window: as many footer entries as fit. */
export function footerLine(state: State, env: Env): Line {
	const line: Span[] = [];
	let used = 1;
	for (const { shown, label } of footerEntries(topLayer(state, env), state)) {
		const needed = width(shown) + 1 + width(label) + 2;
		if (used + needed > state.size.columns) break;
		line.push({ text: ` ${shown}`, tone: 'accent' }, { text: ` ${label} `, tone: 'dim' });
		used += needed;
	}
	return line;
}

/** Returns the help: one line a command, the rows in force on the open screen first, and those of other screens. */
export function keyHelp(state: State, env: Env): KeyHelp {
	const layer = topLayer({ ...state, overlay: null, questionId: null, prompt: null }, env);
	const inForce = layer.keys.filter((row) => isInForce(row, state));
	const helpOf = (rows: readonly KeyRow[]): readonly string[] => rows.flatMap(({ help }) => help ?? []);
	const own = Object.values(SCREENS[state.screen].keys).flat();
	const here = new Set(helpOf([...inForce, ...PROGRAM_ROWS, ...own]));
	const others = [...Object.values(SCREENS).map(({ keys }) => keys), OVERLAY_KEYS].flatMap((layers) =>
		Object.values(layers).flat(),
	);
	const elsewhere = new Set(helpOf(others));
	return {
		place: SCREENS[state.screen].place,
		here: [...here],
		elsewhere: [...elsewhere].filter((line) => !here.has(line)),
	};
}
