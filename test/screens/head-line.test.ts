import { describe, expect, it } from 'vitest';
import { headLine } from '../../src/screens/head-line.js';
import type { Line } from '../../src/text/line.js';

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

describe('the head line', () => {
	it('draws the title at the left and the aside at the right, one column from the edge', () => {
		expect(textOf(headLine(['Drills'], [{ text: '3 more' }], 30))).toBe(` Drills${' '.repeat(16)}3 more`);
	});

	it('draws the first wording that fits, and shortens the last one if none fits', () => {
		const titles = ['Dispatch Board · A long title', 'A long title', 'long'];
		expect(textOf(headLine(titles, [], 40)).trim()).toBe('Dispatch Board · A long title');
		expect(textOf(headLine(titles, [], 20)).trim()).toBe('A long title');
		expect(textOf(headLine(titles.slice(0, 1), [], 20)).trim()).toBe('Dispatch Board ·…');
	});
});
