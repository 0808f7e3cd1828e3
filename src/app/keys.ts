import type { Action } from '../screens/action.js';
import { keyText } from '../screens/key-text.js';
import type { Env, FooterEntry, HelpGroup, KeyHelp, KeyRow, Layer } from '../screens/screen.js';
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

/** Returns where a row acts, as its help says it: `in Trace`; null: it does not. */
export const placeOf = ({ help = '' }: KeyRow): string | null =>
	/^[^:]* ((?:in|after|beside|while) [^:]+): /.exec(help)?.[1] ?? null;

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

/** Keys whose entries the footer always has: they lead to all others, and out. */
const ALWAYS = ['?', 'q'];

/** Draws the last line of the window: as many footer entries as fit, those that are always there among them. */
export function footerLine(state: State, env: Env): Line {
	const entries = footerEntries(topLayer(state, env), state, env);
	return fittingEntries(entries, state.size.columns).flatMap(({ keys, label }): readonly Span[] => [
		{ text: ` ${keys}`, tone: 'accent' },
		{ text: ` ${label} `, tone: 'dim' },
	]);
}

/** Returns the first entries that fit, and those that are always there. */
export function fittingEntries(entries: readonly FooterEntry[], columns: number): readonly FooterEntry[] {
	const widthOf = ({ keys, label }: FooterEntry): number => width(keys) + 1 + width(label) + 2;
	const isKept = ({ keys }: FooterEntry): boolean => ALWAYS.includes(keys);
	let room = columns - 1 - entries.filter(isKept).reduce((sum, entry) => sum + widthOf(entry), 0);
	let isFull = false;
	return entries.filter((entry) => {
		if (isKept(entry)) return true;
		room -= widthOf(entry);
		isFull ||= room < 0;
		return !isFull;
	});
}

/** Headings of the help. */
const HEADINGS: Readonly<Record<HelpGroup, string>> = {
	change: 'Change the numbers',
	why: 'See why',
	move: 'Find your way',
	practise: 'Practise',
	keep: 'Keep and share',
	write: 'While you write',
	program: 'The program',
};

/** Groups that come last, however useful their commands are: they are the same on every screen. */
const LAST_GROUPS: readonly HelpGroup[] = ['write', 'program'];

/** Rank of a line of the help whose row has no entry in the footer. */
const NO_RANK = 50;

/** What the rank of a row gains that is not in force: it comes after those that are. */
const ELSEWHERE = 100;

/** Returns the help of the open screen, by what one wants to do: groups and lines by their ranks in the footer. */
export function keyHelp(state: State, env: Env): KeyHelp {
	const below: State = { ...state, overlay: null, palette: null, questionId: null, prompt: null, find: null };
	const inForce = topLayer(below, env).keys.filter((row) => isInForce(row, below, env));
	const { place, keys } = SCREENS[state.screen];
	// Rows that are not in force here are listed if they say where they are.
	const others = Object.values(keys)
		.flat()
		.filter((row: KeyRow) => !row.when || placeOf(row) !== null);
	const lines = new Map<string, { readonly group: HelpGroup; readonly rank: number }>();
	const add = (rows: readonly KeyRow[], from: number): void => {
		for (const { help, group = 'move', footer } of rows)
			if (help !== undefined && !lines.has(help)) lines.set(help, { group, rank: from + (footer?.rank ?? NO_RANK) });
	};
	add([...inForce, ...PROGRAM_ROWS], 0);
	add(others, ELSEWHERE);
	const sorted = [...lines].sort(([, a], [, b]) => a.rank - b.rank);
	const groups = [...new Set(sorted.map(([, { group }]) => group))];
	const ordered = [...groups.filter((group) => !LAST_GROUPS.includes(group)), ...LAST_GROUPS];
	return {
		place,
		groups: ordered.flatMap((group) => {
			const own = sorted.flatMap(([line, entry]) => (entry.group === group ? [line] : []));
			return own.length === 0 ? [] : [{ heading: HEADINGS[group], lines: own }];
		}),
	};
}
