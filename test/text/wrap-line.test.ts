import { expect, it } from 'vitest';
import { textOf } from '../../src/text/line.js';
import { wrapLine } from '../../src/text/wrap-line.js';

const wrapText = (text: string, columns: number): readonly string[] => wrapLine([{ text }], columns).map(textOf);

it('wrapLine continues an unindented text without indentation', () => {
	expect(wrapText('one two three four', 14)).toEqual([' one two', ' three four']);
});

it('wrapLine indents the continuation of an indented or bulleted text to the text', () => {
	expect(wrapText('   one two three', 16)).toEqual(['    one two', '    three']);
	expect(wrapText('  • one two three', 16)).toEqual(['   • one two', '     three']);
});

it('wrapLine returns a line that fits with only its margin', () => {
	expect(wrapText('  • one', 16)).toEqual([' ' + '  • one']);
});

it('wrapLine keeps the style of text with combining characters', () => {
	const line = [{ text: 'ole\u0301 ' }, { text: 'one two three', bold: true }];
	expect(wrapLine(line, 14).map((spans) => spans.filter(({ bold }) => bold))).toEqual([
		[{ text: 'one two', bold: true }],
		[{ text: 'three', bold: true }],
	]);
});
