import { expect, it } from 'vitest';
import { wrapLine } from '../../src/text/wrap-line.js';

const wrapped = (text: string, columns: number): readonly string[] =>
	wrapLine([{ text }], columns).map((line) => line.map((span) => span.text).join(''));

it('folds under the first line where nothing is set in', () => {
	expect(wrapped('one two three four', 14)).toEqual([' one two', ' three four']);
});

it('keeps what is set in so in every line, under the text and not under its bullet', () => {
	expect(wrapped('   one two three', 16)).toEqual(['    one two', '    three']);
	expect(wrapped('  • one two three', 16)).toEqual(['   • one two', '     three']);
});

it('leaves a line that fits as it is', () => {
	expect(wrapped('  • one', 16)).toEqual([' ' + '  • one']);
});

it('keeps the style of a text whose characters are written in parts', () => {
	const line = [{ text: 'ole\u0301 ' }, { text: 'one two three', bold: true }];
	expect(wrapLine(line, 14).map((spans) => spans.filter(({ bold }) => bold))).toEqual([
		[{ text: 'one two', bold: true }],
		[{ text: 'three', bold: true }],
	]);
});
