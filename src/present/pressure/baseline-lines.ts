import { type Line, NOT_MEASURED_SHORT, type Span } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import { pad, width } from '../../text/width.js';
import { inUnit, NOT_MEASURED, number } from '../format/format.js';
import type { Change } from './change.js';
import type { PressureFacts } from './facts.js';
import { span, wrapHanging } from './frame.js';
import { type Columns, labelAndFigure } from './items.js';

/** Level of detail of the baseline and the change. */
export interface DetailLevel {
	/** Maximum number of pains. */
	readonly maxPains: number;
	/** Maximum number of changes; the others are counted. */
	readonly maxChanges: number;
	readonly hasShortCause: boolean;
	/** Whether there is a dashed rule between pain and cause, and a line of its own for the title of the change. */
	readonly isSpacious: boolean;
	/** Whether the net and the list of what is not modelled share a line. */
	readonly hasShortFoot: boolean;
}

/** Draws the visible pains with their figures. */
export function painLines({ pains }: PressureFacts, columns: Columns, detail: DetailLevel, room: number): Line[] {
	return pains.slice(0, detail.maxPains).map((pain, i) => {
		const head = detail.hasShortCause ? 'pain ' : 'visible pain  ';
		const [label, gap, figure] = labelAndFigure(columns.isShort ? pain.short : pain.label, pain.figure, columns);
		const line: Line = [span(i === 0 ? head : ' '.repeat(width(head)), 'dim'), label, gap, { ...figure, bold: true }];
		return lineWidth(line) + 1 + width(pain.of) <= room ? [...line, span(` ${pain.of}`, 'dim')] : line;
	});
}

/** Draws the hidden cause. */
export const causeLines = ({ cause }: PressureFacts, detail: DetailLevel, room: number): Line[] =>
	detail.hasShortCause
		? wrapHanging([span('cause ', 'dim')], cause.short, room)
		: wrapHanging([span('hidden cause  ', 'dim')], cause.text, room);

/** Draws the changes, in the columns of the pressures. */
export function changeLines(facts: PressureFacts, columns: Columns, detail: DetailLevel, room: number): Line[] {
	const { changes } = facts;
	if (changes.length === 0)
		return wrapHanging(
			[],
			room < 50 ? 'no change: this is the baseline' : 'no change was made: the state is the baseline',
			room,
		);
	const shown = changes.slice(0, detail.maxChanges);
	return shown.flatMap((change) => changeRow(change, columns, room, detail.hasShortCause));
}

/** Returns how many changes `changeLines` leaves out, in words; empty if none. */
export function changesLeftOut({ changes }: PressureFacts, detail: DetailLevel): string {
	const more = changes.length - detail.maxChanges;
	return more > 0 ? `+${more} more ${more === 1 ? 'change' : 'changes'}` : '';
}

function changeRow(change: Change, columns: Columns, room: number, isBrief: boolean): Line[] {
	if (change.from === '' && change.to === '') {
		const text = isBrief && width(change.note) > room ? change.shortNote : change.note;
		return wrapHanging([], text, room);
	}
	const line: Line = [
		...labelAndFigure(columns.isShort ? change.short : change.label, change.from, columns),
		span(columns.arrow, 'dim'),
		{ ...span(pad(change.to, columns.figure, 'right'), 'accent'), bold: true },
	];
	const remaining = room - lineWidth(line) - 2;
	if (width(change.note) <= remaining) return [[...line, span(`  ${change.note}`, 'dim')]];
	if (!isBrief) {
		if (remaining >= 24) return wrapHanging([...line, span('  ')], change.note, room, 'dim');
		return [line, ...wrapHanging([span('  ')], change.note, room, 'dim')];
	}
	return [
		width(change.shortNote) < remaining + 2 && change.shortNote !== ''
			? [...line, span(` ${change.shortNote}`, 'dim')]
			: line,
	];
}

export const THRESHOLD_PATH = 'threshold';
export const HANDOFF_COST_PATH = 'handoffCost';

/** Draws the inputs that change the whole diagram, each at a fixed position. */
export function inputLine({ threshold, handoffCost }: PressureFacts, focus: string | null, room: number): Line {
	const isWide = room >= 70;
	const thresholdText = pad(number(threshold, 2), 5, 'right');
	const unknown = room < 45 ? NOT_MEASURED_SHORT : NOT_MEASURED;
	const cost = handoffCost === null ? unknown : pad(inUnit(handoffCost, 'money'), 8, 'right');
	return [
		span('threshold ', 'dim'),
		...inputSpans(thresholdText, focus === THRESHOLD_PATH),
		span(isWide ? '   what a hand-off costs ' : ' hand-off ', 'dim'),
		...inputSpans(cost, focus === HANDOFF_COST_PATH),
	];
}

const inputSpans = (text: string, isFocused: boolean): Span[] => [
	isFocused ? { text: '›', tone: 'title', bold: true } : span(' '),
	isFocused ? { text, tone: 'focus', bold: true } : span(text, 'accent'),
];
