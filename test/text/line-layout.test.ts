import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/text/line.js';
import { clipLine, lineWidth } from '../../src/text/line-layout.js';

describe('a clipped line', () => {
	const line = [{ text: 'one ' }, { text: 'two three', bold: true }, { text: ' four' }];

	it('is the same line where there is room', () => {
		expect(clipLine(line, 18)).toBe(line);
	});

	it('ends with an ellipsis in the span that does not fit, and keeps its style', () => {
		expect(clipLine(line, 10)).toEqual([{ text: 'one ' }, { text: 'two t…', bold: true }]);
	});

	it('never takes more columns than it has, whatever the width of its characters', () => {
		const wide = [{ text: '日本語' }, { text: ' a ' }, { text: '👍👍👍' }];
		for (let columns = 1; columns < 16; columns++)
			expect(lineWidth(clipLine(wide, columns))).toBeLessThanOrEqual(columns);
		expect(textOf(clipLine(wide, 6))).toBe('日本…');
		expect(textOf(clipLine(line, 4))).toBe('one…');
		expect(textOf(clipLine(line, 14))).toBe('one two three…');
	});
});
