import { beforeEach, expect, it } from 'vitest';
import { createPainter, type Painter } from '../../src/terminal/painter.js';

let sent: string[];
let height: number;
let painter: Painter;

const frame = (text: string): string => `\u001B[?2026h${text}\u001B[?2026l`;
const row = (y: number, text: string): string => `\u001B[${y}H\u001B[2K${text}${text && '\u001B[0m'}`;

beforeEach(() => {
	sent = [];
	height = 3;
	painter = createPainter(
		(text) => sent.push(text),
		() => height,
	);
});

it('the painter writes the first frame in full, including blank rows', () => {
	painter.show('a\nb');
	expect(sent).toEqual([frame(row(1, 'a') + row(2, 'b') + row(3, ''))]);
});

it('the painter writes only changed rows, and nothing for an equal frame', () => {
	painter.show('a\nb\nc');
	painter.show('a\nB\nc');
	painter.show('a\nB\nc');
	expect(sent.slice(1)).toEqual([frame(row(2, 'B'))]);
});

it('the painter clears the rows below a shorter frame', () => {
	painter.show('a\nb\nc');
	painter.show('a');
	expect(sent[1]).toBe(frame(row(2, '') + row(3, '')));
});

it('the painter cuts a frame that is higher than the terminal', () => {
	painter.show('a\nb\nc\nd\ne');
	expect(sent).toEqual([frame(row(1, 'a') + row(2, 'b') + row(3, 'c'))]);
});

it('the painter writes everything again after invalidation or on repaint', () => {
	painter.show('a\nb');
	painter.invalidate();
	height = 2;
	painter.show('a\nb');
	painter.repaint();
	expect(sent.slice(1)).toEqual(Array(2).fill(frame(row(1, 'a') + row(2, 'b'))));
});

it('the painter shows the last of the frames it held back on release', () => {
	painter.hold();
	painter.show('a');
	painter.show('b');
	expect(sent).toEqual([]);
	painter.release();
	expect(sent).toEqual([frame(row(1, 'b') + row(2, '') + row(3, ''))]);
});

it('the painter repaints nothing before the first frame', () => {
	painter.repaint();
	painter.release();
	expect(sent).toEqual([]);
});

it.each([
	['a colour', '\u001B[38;2;1;2;3mx\u001B[39m', '\u001B[38;2;1;2;3mx\u001B[39m'],
	['a link', '\u001B]8;;http://a\u0007x\u001B]8;;\u0007', '\u001B]8;;http://a\u0007x\u001B]8;;\u0007'],
	['a cleared screen', 'x\u001B[2Jy', 'x\uFFFD[2Jy'],
	['a title', '\u001B]0;t\u0007x', '\uFFFD]0;t\uFFFDx'],
	['marks that reorder text', 'a\u202Eb\u2066c\u200Fd', 'abcd'],
	['a C1 sequence', '\u009B2Jx', '\uFFFD2Jx'],
	['a bell and a carriage return', 'a\u0007b\rc', 'a\uFFFDb\uFFFDc'],
	['an escape in a link', '\u001B]8;;a\u001B[2J\u0007x', '\uFFFD]8;;a\uFFFD[2J\uFFFDx'],
])('the painter passes only colours and links as control sequences: %s', (_, text, safe) => {
	height = 1;
	painter.show(text);
	expect(sent).toEqual([frame(row(1, safe))]);
});
