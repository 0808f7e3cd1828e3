import { currentEntry } from '../../board/lab.js';
import { PANE_TITLES, PANES, type PaneId } from '../../present/pane/pane.js';
import type { Line } from '../../text/line.js';
import { justify, lineWidth } from '../../text/line-layout.js';
import { shorten, width } from '../../text/width.js';
import { currentLab, type State } from '../state.js';

/** What is not as the scenario's file has it, with the key that leaves it. */
interface Badge {
	readonly text: string;
	readonly key: string;
	/** What the key does. */
	readonly way: string;
}

/** Returns the badges of the lab: edits, a pinned baseline, guessing. */
function badges(state: State): readonly Badge[] {
	const { edits, baseline } = currentEntry(currentLab(state));
	return [
		...(edits.length > 0 ? [{ text: `edited ${edits.length}`, key: 'X', way: 'puts back' }] : []),
		...(baseline ? [{ text: 'pinned', key: 'B', way: 'unpins' }] : []),
		...(state.guessedMetric ? [{ text: 'guessing', key: 'p', way: 'stops' }] : []),
	];
}

/** Returns the badges in words, for a screen reader. */
export const badgeTexts = (state: State): readonly string[] =>
	badges(state).map(({ text, key, way }) => `${text}, ${key} ${way}`);

/** Draws the first line of the lab: its title, its badges, and the names of the panes. */
export function labHead(state: State): Line {
	const { columns } = state.size;
	const { id, title } = currentLab(state).loaded;
	const shown = badges(state);
	const marks = (words: (badge: Badge) => string): string => shown.map(words).join(' · ');
	const withWay = marks(({ text, key, way }) => `${text}, ${key} ${way}`);
	const withKey = marks(({ text, key }) => `${text} ${key}`);
	const wordings: readonly (readonly [title: string, badges: string])[] = [
		[`Dispatch Board · ${title}`, withWay],
		[title, withWay],
		[id, withWay],
		[id, withKey],
	];
	const tabs = PANES.map((pane) => tab(pane, pane === state.pane));
	const active = activeTab(state.pane);
	for (const aside of [tabs, active]) {
		const room = columns - lineWidth(aside) - 3;
		const fitting = wordings.find(([name, marked]) => widthOf(name, marked) <= room);
		if (fitting) return justify(leftLine(...fitting), aside, columns - 1);
	}
	const room = columns - lineWidth(active) - 3;
	const left = leftLine(shorten(id, Math.max(MIN_TITLE, room - widthOf('', withKey) - GAP.length)), withKey);
	return justify(left, active, columns - 1);
}

/** Columns that the id keeps, however many badges there are. */
const MIN_TITLE = 8;

const GAP = '  ';

const widthOf = (name: string, marked: string): number =>
	width(name) + (name !== '' && marked !== '' ? GAP.length : 0) + width(marked);

const leftLine = (name: string, marked: string): Line => [
	{ text: ` ${name}${name !== '' && marked !== '' ? GAP : ''}`, bold: true },
	{ text: marked, tone: 'edited' },
];

const tab = (id: PaneId, isActive: boolean): Line[number] =>
	isActive
		? { text: `[${PANE_TITLES[id]}]`, tone: 'title', bold: true }
		: { text: ` ${PANE_TITLES[id]} `, tone: 'dim', bold: false };

/** Draws the name of the active pane alone, and where it is among the others. */
const activeTab = (id: PaneId): Line => [
	{ text: `[${PANE_TITLES[id]}] ${PANES.indexOf(id) + 1} of ${PANES.length} `, tone: 'title', bold: true },
];
