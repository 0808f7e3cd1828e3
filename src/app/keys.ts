import type { Action } from '../screens/action.js';
import { CONTENTS_KEYS } from '../screens/contents/keys.js';
import { DRILL_KEYS } from '../screens/drill/keys.js';
import { LAB_KEYS } from '../screens/lab/keys.js';
import { LESSON_KEYS } from '../screens/lesson/keys.js';
import { OVERLAY_KEYS } from '../screens/overlays/keys.js';
import type { Env, KeyHelp, KeyRow, Layer } from '../screens/screen.js';
import type { ScreenId, State } from '../screens/state.js';
import { WORKSHEET_KEYS } from '../screens/worksheet/keys.js';
import type { Line, Span } from '../text/line.js';
import { width } from '../text/width.js';
import { openLayers, PROGRAM_ROWS, topLayer } from './layers.js';

/** Whether a key is a character; the names of all other keys are longer. */
export const isCharacter = (key: string): boolean => key.length === 1 || (key.length === 2 && [...key].length === 1);

/** Whether a row applies in the current state. */
const isInForce = (row: KeyRow, state: State): boolean => row.when?.(state) ?? true;

/** Returns the row of a key in the top layer, or else a global row of a layer below; null: the key does nothing. */
function rowOf(key: string, state: State, env: Env): KeyRow | null {
	const [top, ...below] = openLayers(state, env).toReversed();
	const rows = [...(top?.keys ?? []), ...below.flatMap(({ keys }) => keys.filter((row) => row.global))];
	return rows.find((row) => row.keys.includes(key) && isInForce(row, state)) ?? null;
}

/** Returns the action of a key; null: it does nothing. In a text layer, characters without a row are text. */
export function actionFor(key: string, state: State, env: Env): Action | null {
	const row = rowOf(key, state, env);
	const reason = row?.disabled?.(state) ?? null;
	if (reason !== null) return { type: 'told', text: reason };
	if (row) return row.action;
	return topLayer(state, env).text && isCharacter(key) ? { type: 'type', text: key } : null;
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
export function footer(state: State, env: Env): Line {
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

/** The rows of every screen, by layer. */
export const SCREEN_KEYS: Readonly<Record<ScreenId, Readonly<Record<string, readonly KeyRow[]>>>> = {
	lab: LAB_KEYS,
	lesson: LESSON_KEYS,
	contents: CONTENTS_KEYS,
	drill: DRILL_KEYS,
	worksheet: WORKSHEET_KEYS,
};

/** Returns the key lines of the help, the rows in force first. */
export function keyHelp(state: State, env: Env): KeyHelp {
	const layer = topLayer({ ...state, overlay: null, asking: null, prompt: null }, env);
	const inForce = layer.keys.filter((row) => isInForce(row, state));
	const helpOf = (rows: readonly KeyRow[]): readonly string[] => rows.flatMap(({ help }) => help ?? []);
	const own = Object.values(SCREEN_KEYS[state.screen]).flat();
	const here = new Set(helpOf([...inForce, ...PROGRAM_ROWS, ...own]));
	const others = [...Object.values(SCREEN_KEYS), OVERLAY_KEYS].flatMap((layers) => Object.values(layers).flat());
	const elsewhere = new Set(helpOf(others));
	return { here: [...here], elsewhere: [...elsewhere].filter((line) => !here.has(line)) };
}
