import type { Action } from '../screens/action.js';
import { keyText } from '../screens/key-text.js';
import { OVERLAY_KEYS } from '../screens/overlays/keys.js';
import type { Env, FooterEntry, KeyHelp, KeyRow, Layer } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import type { Line, Span } from '../text/line.js';
import { width } from '../text/width.js';
import { openLayers, PROGRAM_ROWS, topLayer } from './layers.js';
import { SCREENS } from './screens.js';

/** Whether a key is a character; the names of all other keys are longer. */
export const isCharacter = (key: string): boolean => key.length === 1 || (key.length === 2 && [...key].length === 1);

/** Whether a row applies in the current state. */
export const isInForce = (row: KeyRow, state: State, env: Env): boolean => row.when?.(state, env) ?? true;

/** Returns the action of a key: of its row in the top layer, or of a global row below it; null: it does nothing. */
export function actionFor(key: string, state: State, env: Env): Action | null {
	const [top, ...below] = openLayers(state, env).toReversed();
	const acts = (row: KeyRow): boolean => row.keys.includes(key) && isInForce(row, state, env);
	const row = top?.keys.find(acts) ?? below.flatMap(({ keys }) => keys.filter(({ global }) => global)).find(acts);
	const reason = row?.disabled?.(state, env) ?? null;
	return reason === null ? (row?.action ?? null) : { type: 'report-problem', text: reason };
}

/** Returns the name of a row's command: its own, or else what the help or the footer says of it. */
export function commandName({ name, help, footer, keys }: KeyRow): string {
	const explained = help?.slice(help.indexOf(': ') + 2);
	return name ?? explained ?? footer?.label ?? keys.map(keyText).join(' ');
}

/** Returns the footer entries of the rows that can act, by rank. */
export function footerEntries({ keys }: Pick<Layer, 'keys'>, state: State, env: Env): readonly FooterEntry[] {
	const entries = new Map<string, FooterEntry>();
	for (const row of keys) {
		const { footer } = row;
		if (!footer || entries.has(footer.keys) || !isInForce(row, state, env) || row.disabled?.(state, env)) continue;
		entries.set(footer.keys, footer);
	}
	return [...entries.values()].sort((a, b) => a.rank - b.rank);
}

/** Draws the last line of the window: as many footer entries as fit. */
export function footerLine(state: State, env: Env): Line {
	const line: Span[] = [];
	let used = 1;
	for (const { keys, label } of footerEntries(topLayer(state, env), state, env)) {
		const needed = width(keys) + 1 + width(label) + 2;
		if (used + needed > state.size.columns) break;
		line.push({ text: ` ${keys}`, tone: 'accent' }, { text: ` ${label} `, tone: 'dim' });
		used += needed;
	}
	return line;
}

/** Returns the help, one line per command: first those of the open screen, then those of other screens. */
export function keyHelp(state: State, env: Env): KeyHelp {
	const below: State = { ...state, overlay: null, palette: null, questionId: null, prompt: null, find: null };
	const inForce = topLayer(below, env).keys.filter((row) => isInForce(row, below, env));
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
