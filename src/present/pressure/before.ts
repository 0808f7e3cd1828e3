import { lineWidth } from '../../text/justify.js';
import type { Line, Span } from '../../text/line.js';
import { pad, width } from '../../text/width.js';
import { inUnit, NOT_MEASURED, number } from '../format/format.js';
import type { Change } from './change.js';
import type { PressureFacts } from './facts.js';
import { hanging, padded, span } from './frame.js';
import type { Columns } from './items.js';

/** How much is said of the baseline and of the change. */
export interface Detail {
	/** Pains, at most. */
	readonly pains: number;
	/** Changes, at most; the rest is counted. */
	readonly changes: number;
	readonly causeShort: boolean;
	/** A dashed rule between pain and cause, the title of the change on a line of its own. */
	readonly spacious: boolean;
	/** Net and what is not modelled on one line. */
	readonly footShort: boolean;
}

/** The visible pain with its number. */
export function painLines({ pains }: PressureFacts, columns: Columns, detail: Detail, room: number): Line[] {
	return pains.slice(0, detail.pains).map((pain, i) => {
		const head = detail.causeShort ? 'pain ' : 'visible pain  ';
		const line: Line = [
			span(i === 0 ? head : ' '.repeat(width(head)), 'dim'),
			padded(columns.short ? pain.short : pain.label, columns.label, 'left'),
			span(' '),
			{ ...padded(pain.figure, columns.figure, 'right'), bold: true },
		];
		return lineWidth(line) + 1 + width(pain.of) <= room ? [...line, span(` ${pain.of}`, 'dim')] : line;
	});
}

/** The hidden cause, by name. */
export const causeLines = ({ cause }: PressureFacts, detail: Detail, room: number): Line[] =>
	detail.causeShort
		? hanging([span('cause ', 'dim')], cause.short, room)
		: hanging([span('hidden cause  ', 'dim')], cause.text, room);

/** The change that was made, in the columns of the pressures. */
export function changeLines(facts: PressureFacts, columns: Columns, detail: Detail, room: number): Line[] {
	const { changes } = facts;
	if (changes.length === 0)
		return hanging(
			[],
			room < 50 ? 'no change: this is the baseline' : 'no change was made: the state is the baseline',
			room,
		);
	const shown = changes.slice(0, detail.changes);
	return shown.flatMap((change) => changeRow(change, columns, room, detail.causeShort));
}

/** How many changes the lines above leave out, in words; empty: none. */
export function changesLeftOut({ changes }: PressureFacts, detail: Detail): string {
	const more = changes.length - detail.changes;
	return more > 0 ? `+${more} more ${more === 1 ? 'change' : 'changes'}` : '';
}

function changeRow(change: Change, columns: Columns, room: number, brief: boolean): Line[] {
	if (change.from === '' && change.to === '') {
		const text = brief && width(change.note) > room ? change.brief : change.note;
		return hanging([], text, room);
	}
	const line: Line = [
		padded(columns.short ? change.short : change.label, columns.label, 'left'),
		span(' '),
		span(pad(change.from, columns.figure, 'right')),
		span(columns.arrow, 'dim'),
		{ ...span(pad(change.to, columns.figure, 'right'), 'accent'), bold: true },
	];
	const left = room - lineWidth(line) - 2;
	if (width(change.note) <= left) return [[...line, span(`  ${change.note}`, 'dim')]];
	if (!brief) {
		if (left >= 24) return hanging([...line, span('  ')], change.note, room, 'dim');
		return [line, ...hanging([span('  ')], change.note, room, 'dim')];
	}
	return [width(change.brief) < left + 2 && change.brief !== '' ? [...line, span(` ${change.brief}`, 'dim')] : line];
}

export const DIAL = 'threshold';
export const HANDOFF_COST = 'handoffCost';

/** The inputs that turn the whole picture, each where it always is. */
export function inputLine({ dial, handoffCost }: PressureFacts, focus: string | null, room: number): Line {
	const wide = room >= 70;
	const dialText = pad(number(dial, 2), 5, 'right');
	const cost = handoffCost === null ? NOT_MEASURED : `${pad(inUnit(handoffCost, 'money'), 7, 'right')} USD`;
	return [
		span(wide ? 'turn  the threshold dial ' : 'dial ', 'dim'),
		...value(dialText, focus === DIAL),
		span(wide ? '   what a hand-off costs ' : ' hand-off ', 'dim'),
		...value(cost, focus === HANDOFF_COST),
	];
}

const value = (text: string, focused: boolean): Span[] => [
	focused ? { text: '›', tone: 'title', bold: true } : span(' '),
	focused ? { text, tone: 'focus', bold: true } : span(text, 'accent'),
];
