import { lineWidth } from '../../text/justify.js';
import type { Line, Span, Tone } from '../../text/line.js';
import { isNarrow, pad, width, wrap } from '../../text/width.js';

export const span = (text: string, tone?: Tone): Span => (tone ? { text, tone } : { text });
const drawn = (text: string): Span => span(text, 'dim');

/** A part of a frame: its title stands in the rule above its body. */
export interface Section {
	readonly title: Line;
	/** Stands at the right end of the same rule, where there is room. */
	readonly aside?: string;
	/** The arrow ends here. */
	readonly arrow?: boolean;
	readonly body: readonly Line[];
}

/** Columns that a frame takes beside its text. */
export const FRAME = 2;

/**
 * Sections in one frame, a rule between each two.
 *
 * @param room columns of the frame, border included
 * @param inset empty columns left of every body line
 * @param foot stands in the bottom rule
 */
export function frame(sections: readonly Section[], room: number, inset: number, foot = ''): Line[] {
	const lines = sections.flatMap((section, i): Line[] => [
		rule(i === 0 ? '┌' : '├', i === 0 ? '┐' : '┤', room, section),
		...section.body.map((line) => boxed(line, room, inset)),
	]);
	return [...lines, rule('└', '┘', room, { title: foot === '' ? [] : [span(foot, 'dim')] })];
}

/** A rule with a title, and an aside where both have room. */
export function rule(left: string, right: string, room: number, head: Omit<Section, 'body'>): Line {
	const { title, aside = '', arrow = false } = head;
	const point = arrow ? '─▼' : '';
	const own = lineWidth(title) + width(point);
	// Spaces around a title go before the title does.
	const space = own === 0 ? 0 : own + 2 <= room - FRAME ? 1 : 0;
	const rest = room - FRAME - own - 2 * space;
	const tail = aside !== '' && width(aside) + 3 <= rest ? ` ${aside} ─` : '';
	const gap = ' '.repeat(space);
	return [
		drawn(left + point),
		...(own === 0 ? [] : [span(gap), ...title, span(gap)]),
		drawn('─'.repeat(Math.max(0, rest - width(tail)))),
		...(tail === '' ? [] : [drawn(tail)]),
		drawn(right),
	];
}

export function boxed(line: Line, room: number, inset: number): Line {
	const fill = room - FRAME - inset - lineWidth(line);
	return [drawn('│'), span(' '.repeat(inset)), ...line, span(' '.repeat(Math.max(0, fill))), drawn('│')];
}

/** Two drawings side by side, one column apart, as high as the higher one. */
export function beside(left: readonly Line[], right: readonly Line[]): Line[] {
	return left.map((line, i) => [...line, span(' '), ...(right[i] ?? [])]);
}

/** A sentence behind a name, its later lines under its first. */
export function hanging(head: Line, sentence: string, room: number, tone?: Tone): Line[] {
	const indent = lineWidth(head);
	const left = Math.max(1, room - indent);
	const lines = wrapped(sentence, left);
	return lines.map((text, i) => [...(i === 0 ? head : [span(' '.repeat(indent))]), span(text, tone)]);
}

/** As `wrap`, without its cost where every character takes one column and every word fits. */
function wrapped(sentence: string, room: number): string[] {
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

/** Pieces of text in as few lines as they take, none broken that fits a line. */
export function flow(pieces: readonly Line[], room: number): Line[] {
	const lines: Line[] = [];
	for (const piece of pieces) {
		const last = lines.at(-1);
		const tone = piece[0]?.tone;
		if (last && lineWidth(last) + GAP.length + lineWidth(piece) <= room)
			lines[lines.length - 1] = [...last, span(GAP), ...piece];
		else if (lineWidth(piece) <= room) lines.push(piece);
		else lines.push(...hanging([], piece.map(({ text }) => text).join(''), room, tone));
	}
	return lines;
}

const GAP = '   ';

export const padded = (text: string, columns: number, align: 'left' | 'right', tone?: Tone): Span =>
	span(pad(text, columns, align), tone);
