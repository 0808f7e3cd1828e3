import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../src/text/ascii.js';
import { width } from '../../src/text/width.js';
import { asciiFaults } from '../support/ascii.js';

const ROOT = join(import.meta.dirname, '../..');

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => ending.test(file))
		.map((file) => join(ROOT, folder, file));

describe('toAscii', () => {
	it('leaves nothing but ASCII in any recorded frame and text output, and keeps the width of every line', () => {
		const records = [...filesIn('test/net/screens/frames', /\.txt$/), ...filesIn('test/net/outputs', /\.text$/)];
		expect(records.length).toBeGreaterThan(90);
		// The rules between the frames belong to the record.
		for (const file of records) expect(asciiFaults(readFileSync(file, 'utf8').replaceAll('═', '=')), file).toEqual([]);
	});

	/** Characters in the code that the program reads or writes into files, but never draws. */
	const NOT_DRAWN = '€£¥₹¢＝＋－＠√╿';
	const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm;

	it('knows every glyph in the code and in what ships', () => {
		const texts = [
			...filesIn('src', /\.tsx?$/).map((file) => [file, readFileSync(file, 'utf8').replace(COMMENT, '')] as const),
			...['lessons', 'scenarios', 'drills'].flatMap((folder) =>
				filesIn(folder, /\.(?:md|yaml)$/).map((file) => [file, readFileSync(file, 'utf8')] as const),
			),
		];
		const unknown = texts.flatMap(([file, text]) =>
			[...new Set(text)]
				.filter((one) => !NOT_DRAWN.includes(one) && toAscii(one) > '\u007f')
				.map((one) => `${one} in ${file}`),
		);
		expect(unknown).toEqual([]);
	});

	it.each([
		['states of a condition, a limit or a lesson', '✓✗?!○◐↷'],
		['choices and ticks', '✓✗?›•·'],
		['points and lines of the plot', '●■□◆+×○⠤⠒⣀⡰⢆⡇'],
		['directions', '▲▼›'],
		['shades of a share', ' ░▒▓█'],
		['heights of a bar', '▁▂▃▄▅▆▇'],
	])('keeps %s apart', (_, marks) => {
		const drawn = [...marks].map(toAscii);
		// Level strokes of different heights may look the same; everything else may not.
		const strokes = [...marks].filter((mark) => /[⠀-⣿]/.test(mark)).map(toAscii);
		const others = drawn.filter((one) => !strokes.includes(one));
		expect(new Set(others).size).toBe([...marks].filter((mark) => !/[⠀-⣿]/.test(mark)).length);
	});

	it('draws a sparkline with digits, and a full block elsewhere as a shade', () => {
		expect(toAscii('▁ ▁!▃ · ▅ █')).toBe('1 1!3 - 5 8');
		expect(toAscii('▁▂▃▄▅▆▇██')).toBe('123456788');
		expect(toAscii('█ 40.0%  ████░░')).toBe('# 40.0%  ####..');
	});

	it('draws a line of dots by its slope, and level ones by their height', () => {
		expect(toAscii('⢀⡠⠔⠊⠉')).toBe(`._-""`);
		expect(toAscii('⣠⡰⠎⢇⠱⣄')).toBe(String.raw`_//\\_`);
		expect(toAscii('⣀⠤⠒⠉⡇⢸⠈⡀')).toBe(`_--"||'.`);
	});

	it('uses two characters where there is a blank beside the sign, without changing the width', () => {
		expect(toAscii('≥ 96.1%  ≤ 5%  ≥96%  ±0.3 pt  (±17.9)')).toBe('>=96.1%  <=5%  >96% +-0.3 pt  (~17.9)');
		expect(toAscii('84.0% → 50.0%, 1 →  2, ← → or h l')).toBe('84.0% ->50.0%, 1 -> 2, < > or h l');
		expect(toAscii(' \u001b[2m±0.3\u001b[22m')).toBe('\u001b[2m+-0.3\u001b[22m');
	});

	it('keeps letters, emoji and escape sequences', () => {
		for (const text of ['Café, Grüße, 日本語, Ελλάδα, 👩‍👧', '\u001b[1;38;5;75mgood\u001b[0m', ''])
			expect(toAscii(text)).toBe(text);
		expect(width(toAscii('日本 · “é” …'))).toBe(width('日本 · “é” …'));
	});
});
