import { lineWidth } from '../../text/justify.js';
import type { Line, Span } from '../../text/line.js';
import { pad, width } from '../../text/width.js';
import { inUnit, NOT_MEASURED, number } from '../format/format.js';
import type { Change } from './change.js';
import type { PressureFacts } from './facts.js';
import { hanging, padded, span } from './frame.js';
import type { Columns } from './items.js';

/** Level of detail of the baseline and the change. */
export interface Detail {
	/** Maximum number of pains. */
	readonly pains: number;
	/** Maximum number of changes; the others are counted. */
	readonly changes: number;
	readonly causeShort: boolean;
	/** Whether there is a dashed rule between pain and cause, and a line of its own for the title of the change. */
	readonly spacious: boolean;
	/** Whether the net and the list of what is not modelled share a line. */
	readonly footShort: boolean;
}

/** Draws the visible pains with their figures. */
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

/** Draws the hidden cause. */
export const causeLines = ({ cause }: PressureFacts, detail: Detail, room: number): Line[] =>
	detail.causeShort
		? hanging([span('cause ', 'dim')], cause.short, room)
		: hanging([span('hidden cause  ', 'dim')], cause.text, room);

/** Draws the changes, in the columns of the pressures. */
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

/** Returns how many changes `changeLines` leaves out, in words; empty if none. */
export function changesLeftOut({ changes }: PressureFacts, detail: Detail): string {
	const more = changes.length - detail.changes;
	return more > 0 ? `+${more} more ${more === 1 ? 'change' : 'changes'}` : '';
}

function changeRow(change: Change, columns: Columns, room: number, isBrief: boolean): Line[] {
	if (change.from === '' && change.to === '') {
		const text = isBrief && width(change.note) > room ? change.brief : change.note;
		return hanging([], text, room);
	}
	const line: Line = [
		padded(columns.short ? change.short : change.label, columns.label, 'left'),
		span(' '),
		span(pad(change.from, columns.figure, 'right')),
		span(columns.arrow, 'dim'),
		{ ...span(pad(change.to, columns.figure, 'right'), 'accent'), bold: true },
	];
	const remaining = room - lineWidth(line) - 2;
	if (width(change.note) <= remaining) return [[...line, span(`  ${change.note}`, 'dim')]];
	if (!isBrief) {
		if (remaining >= 24) return hanging([...line, span('  ')], change.note, room, 'dim');
		return [line, ...hanging([span('  ')], change.note, room, 'dim')];
	}
	return [
		width(change.brief) < remaining + 2 && change.brief !== '' ? [...line, span(` ${change.brief}`, 'dim')] : line,
	];
}

export const DIAL = 'threshold';
export const HANDOFF_COST = 'handoffCost';

/** Draws the inputs that change the whole diagram, each at a fixed position. */
export function inputLine({ dial, handoffCost }: PressureFacts, focus: string | null, room: number): Line {
	const isWide = room >= 70;
	const dialText = pad(number(dial, 2), 5, 'right');
	const cost = handoffCost === null ? NOT_MEASURED : `${pad(inUnit(handoffCost, 'money'), 7, 'right')} USD`;
	return [
		span(isWide ? 'turn  the threshold dial ' : 'dial ', 'dim'),
		...inputSpans(dialText, focus === DIAL),
		span(isWide ? '   what a hand-off costs ' : ' hand-off ', 'dim'),
		...inputSpans(cost, focus === HANDOFF_COST),
	];
}

const inputSpans = (text: string, isFocused: boolean): Span[] => [
	isFocused ? { text: '›', tone: 'title', bold: true } : span(' '),
	isFocused ? { text, tone: 'focus', bold: true } : span(text, 'accent'),
];
