import type { Line, Span, Tone } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import { isNarrow, pad, width, wrap } from '../../text/width.js';

export const span = (text: string, tone?: Tone): Span => (tone ? { text, tone } : { text });
const dim = (text: string): Span => span(text, 'dim');

/** A section of a frame. */
export interface FrameSection {
	/** Shown in the rule above the body. */
	readonly title: Line;
	/** Shown at the right end of the same rule, if there is room. */
	readonly aside?: string;
	/** Whether the arrow ends here. */
	readonly hasArrow?: boolean;
	readonly body: readonly Line[];
}

/** Width of the two borders of a frame, in columns. */
export const FRAME_WIDTH = 2;

/**
 * Draws sections in one frame, separated by rules.
 *
 * @param room columns of the frame, borders included
 * @param inset empty columns left of every body line
 * @param foot text in the bottom rule
 */
export function frame(sections: readonly FrameSection[], room: number, inset: number, foot = ''): Line[] {
	const lines = sections.flatMap((section, i): Line[] => [
		rule(i === 0 ? '┌' : '├', i === 0 ? '┐' : '┤', room, section),
		...section.body.map((line) => boxLine(line, room, inset)),
	]);
	return [...lines, rule('└', '┘', room, { title: foot === '' ? [] : [span(foot, 'dim')] })];
}

/** Draws a rule with a title, and with the aside if both fit. */
export function rule(left: string, right: string, room: number, head: Omit<FrameSection, 'body'>): Line {
	const { title, aside = '', hasArrow = false } = head;
	const arrowHead = hasArrow ? '─▼' : '';
	const titleWidth = lineWidth(title) + width(arrowHead);
	// Drops the spaces around a title that would not fit with them.
	const space = titleWidth === 0 ? 0 : titleWidth + 2 <= room - FRAME_WIDTH ? 1 : 0;
	const rest = room - FRAME_WIDTH - titleWidth - 2 * space;
	const tail = aside !== '' && width(aside) + 3 <= rest ? ` ${aside} ─` : '';
	const gap = ' '.repeat(space);
	return [
		dim(left + arrowHead),
		...(titleWidth === 0 ? [] : [span(gap), ...title, span(gap)]),
		dim('─'.repeat(Math.max(0, rest - width(tail)))),
		...(tail === '' ? [] : [dim(tail)]),
		dim(right),
	];
}

export function boxLine(line: Line, room: number, inset: number): Line {
	const fill = room - FRAME_WIDTH - inset - lineWidth(line);
	return [dim('│'), span(' '.repeat(inset)), ...line, span(' '.repeat(Math.max(0, fill))), dim('│')];
}

/** Draws two drawings of the same height side by side, one column apart. */
export function joinColumns(left: readonly Line[], right: readonly Line[]): Line[] {
	return left.map((line, i) => [...line, span(' '), ...(right[i] ?? [])]);
}

/** Wraps a sentence after a head; its later lines are aligned with its first. */
export function wrapHanging(head: Line, sentence: string, room: number, tone?: Tone): Line[] {
	const indent = lineWidth(head);
	const left = Math.max(1, room - indent);
	const lines = wrapFast(sentence, left);
	return lines.map((text, i) => [...(i === 0 ? head : [span(' '.repeat(indent))]), span(text, tone)]);
}

/** Wraps like `wrap`, but cheaply if every character takes one column and every word fits. */
function wrapFast(sentence: string, room: number): string[] {
	const words = sentence.split(' ');
	if (!isNarrow(sentence) || words.some((word) => word.length > room)) return wrap(sentence, room);
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

/** Arranges pieces of text on as few lines as possible, without breaking one that fits on a line. */
export function flow(pieces: readonly Line[], room: number): Line[] {
	const lines: Line[] = [];
	for (const piece of pieces) {
		const last = lines.at(-1);
		const tone = piece[0]?.tone;
		if (last && lineWidth(last) + GAP.length + lineWidth(piece) <= room)
			lines[lines.length - 1] = [...last, span(GAP), ...piece];
		else if (lineWidth(piece) <= room) lines.push(piece);
		else lines.push(...wrapHanging([], piece.map(({ text }) => text).join(''), room, tone));
	}
	return lines;
}

const GAP = '   ';

export const paddedSpan = (text: string, columns: number, align: 'left' | 'right', tone?: Tone): Span =>
	span(pad(text, columns, align), tone);
