import { describe, expect, it } from 'vitest';
import { findText, type Match } from '../../src/text/find-text.js';
import { textOf } from '../../src/text/line.js';
import { markLine } from '../../src/text/mark-line.js';

/** Returns the found words, the parts of each joined by a bar. */
const found = (lines: readonly string[], matches: readonly Match[]): readonly string[] =>
	matches.map((match) => match.map(({ line, from, to }) => lines[line]?.slice(from, to)).join('|'));

describe('findText', () => {
	it.each<[string, string[], string, string[]]>([
		[
			'every place of a text, whatever its case',
			['Noise is noise.', '', 'NOISE'],
			'noise',
			['Noise', 'noise', 'NOISE'],
		],
		['a text that is wrapped', [' the small  ', '   model fails'], 'Small model', ['small|model']],
		['a text on three lines', ['a', 'b', 'c'], 'a b c', ['a|b|c']],
		['words set apart by several blanks', ['noise   ±0.4'], 'noise ±0.4', ['noise   ±0.4']],
		['nothing across an empty line', ['small', '', 'model'], 'small model', []],
		['nothing for blanks', ['a b'], '  ', []],
		['characters that mean something in a pattern', ['1.5 (of 2)', '125 of 2'], '1.5 (', ['1.5 (']],
		[
			'a minus sign and quotes as a keyboard has them',
			['−76% of the “team’s”'],
			'-76% of the "team\'s"',
			['−76% of the “team’s”'],
		],
		['characters outside of the basic plane', ['🚕🚕 taxi'], '🚕 taxi', ['🚕 taxi']],
	])('finds %s', (_, lines, text, expected) => {
		expect(found(lines, findText(lines, text))).toEqual(expected);
	});

	it('returns matches top to bottom, each with its line', () => {
		const lines = ['x', '', 'xx', 'y x'];
		expect(findText(lines, 'x').map(([{ line, from }]) => [line, from])).toEqual([
			[0, 0],
			[2, 0],
			[2, 1],
			[3, 2],
		]);
	});
});

describe('markLine', () => {
	const line = [{ text: 'the ' }, { text: 'small', tone: 'title' }, { text: ' model' }] as const;

	it('marks a part that begins and ends inside of spans, and keeps the text', () => {
		const marked = markLine(line, [{ from: 2, to: 6, isCurrent: false }]);
		expect(textOf(marked)).toBe('the small model');
		expect(marked.filter(({ underlined, bold }) => underlined && bold)).toEqual([
			{ text: 'e ', bold: true, underlined: true },
			{ text: 'sm', tone: 'title', bold: true, underlined: true },
		]);
	});

	it('marks several parts of one span, the current one in a tone of its own', () => {
		const marks = [
			{ from: 0, to: 1, isCurrent: true },
			{ from: 2, to: 3, isCurrent: false },
		];
		expect(markLine([{ text: 'abcd' }], marks)).toEqual([
			{ text: 'a', bold: true, underlined: true, tone: 'edited' },
			{ text: 'b' },
			{ text: 'c', bold: true, underlined: true },
			{ text: 'd' },
		]);
	});
});
