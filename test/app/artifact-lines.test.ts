import { expect, it } from 'vitest';
import { artifactLines } from '../../src/app/artifact-lines.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';

const draw = async (
	columns: readonly string[],
	rows: readonly (readonly (string | number)[])[],
	available: number,
	height = 100,
): Promise<readonly string[]> => (await artifactLines({ title: 'T', columns, rows }, available, height)).map(textOf);

it('artifactLines omits rules between rows only if the artifact would not fit otherwise', async () => {
	const rows = [
		['a', 1],
		['b', 2],
	];
	expect(await draw(['x', 'y'], rows, 80, 9)).toEqual([
		...['T', '┌───┬───┐', '│ x │ y │', '├───┼───┤', '│ a │ 1 │', '├───┼───┤', '│ b │ 2 │', '└───┴───┘'],
		'As first seen: nothing here is computed, and nothing can be changed.',
	]);
	const tight = await draw(['x', 'y'], rows, 80, 8);
	expect(tight.slice(1, 7)).toEqual(['┌───┬───┐', '│ x │ y │', '├───┼───┤', '│ a │ 1 │', '│ b │ 2 │', '└───┴───┘']);
});

it('artifactLines wraps texts at spaces, keeps numbers whole, and keeps rules between tall rows', async () => {
	const rows = [
		['one two three', '1,234,567.89'],
		['four', 4],
	];
	expect((await draw(['name of them all', '2024'], rows, 31, 1)).slice(1, 10)).toEqual([
		'┌──────────────┬──────────────┐',
		'│ name of them │ 2024         │',
		'│ all          │              │',
		'├──────────────┼──────────────┤',
		'│ one two      │ 1,234,567.89 │',
		'│ three        │              │',
		'├──────────────┼──────────────┤',
		'│ four         │ 4            │',
		'└──────────────┴──────────────┘',
	]);
});

it('artifactLines moves columns that do not fit to a table below, with the first column repeated', async () => {
	const numbers = Array.from({ length: 8 }, (_, i) => `1234567${i}.50`);
	const lines = await draw(['item', ...numbers.map((_, i) => `c${i}`)], [['water', ...numbers]], 58);
	for (const number of numbers) expect(lines.join('\n')).toContain(` ${number} `);
	expect(lines.filter((line) => line.includes('water')).length).toBeGreaterThan(1);
	for (const line of lines) expect(width(line)).toBeLessThanOrEqual(58);
});

it('artifactLines aligns wide characters, and keeps columns with equal headings apart', async () => {
	const lines = await draw(['名前', 'n', 'n'], [['日本語 👍', 1, 2]], 40);
	const framed = lines.filter((line) => /^[┌├└│]/.test(line));
	expect(new Set(framed.map(width)).size).toBe(1);
	expect(framed[1]).toBe('│ 名前      │ n │ n │');
	expect(framed[3]).toBe('│ 日本語 👍 │ 1 │ 2 │');
});

it('artifactLines breaks a word that is too wide for any table, without losing any of it', async () => {
	const word = 'x'.repeat(70);
	const lines = await draw(['a', 'b'], [[word, word]], 58);
	for (const line of lines) expect(width(line)).toBeLessThanOrEqual(58);
	expect(lines.join('').match(/x/g)).toHaveLength(140);
});
