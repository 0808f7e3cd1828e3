import { afterEach, describe, expect, it } from 'vitest';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { Tty } from './harness/index.js';

let tty: Tty;
afterEach(() => tty?.stop());

/** The scenarios whose artifacts have the largest rows, the largest columns, and the longest text in a cell. */
const ARTIFACTS: readonly string[] = [
	...new Set([
		largest((rows) => rows.length),
		largest((rows) => rows[0]?.length ?? 0),
		largest((rows) => Math.max(...rows.flat().map((cell) => String(cell).length))),
	]),
];

function largest(size: (rows: readonly (readonly (string | number)[])[]) => number): string {
	const sizeOf = (id: string): number => size(shippedScenario(id).artifact?.rows ?? [[]]);
	return SHIPPED_IDS.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
}

/** Reads the whole artifact by scrolling line by line. */
async function readAll(id: string, columns: number, rows: number): Promise<readonly string[]> {
	tty = new Tty(['lab', id], { columns, rows });
	await tty.waitFor('quit');
	tty.type('a');
	await tty.waitFor(/┌─[\s\S]*(changed\.|more lines?)/);
	const body = (): string[] => Array.from({ length: rows - 3 }, (_, y) => tty.line(y + 2));
	const more = (): number => Number(/↓ (\d+) more/.exec(body().at(-1) ?? '')?.[1] ?? 0);
	const scrolls = /↓ \d+ more/.test(body().at(-1) ?? '');
	const read = scrolls ? body().slice(0, -1) : body();
	for (let left = more(); left > 0; left--) {
		tty.type('j');
		await tty.waitFor(left === 1 ? /lines? above *$/m : `↓ ${left - 1} more`);
		read.push(body().at(-2) ?? '');
	}
	return read;
}

describe.each([
	[60, 18],
	[80, 24],
	[120, 36],
])('the artifact at %i×%i', (columns, rows) => {
	it.each(ARTIFACTS)('shows every cell of %s in intact frames', async (id) => {
		const { artifact } = shippedScenario(id);
		const lines = await readAll(id, columns, rows);
		const framed = lines.filter((line) => /^ [┌├└│]/.test(line));
		const [top = ''] = framed;
		expect(top).toMatch(/^ ┌[─┬]+┐$/);
		expect(framed.at(-1)).toMatch(/^ └[─┴]+┘$/);
		const bars = [...top].flatMap((character, x) => (/[┌┬┐]/.test(character) ? [x] : []));
		for (const line of framed) {
			expect(line).toHaveLength(top.length);
			for (const x of bars) expect(line[x], line).toMatch(/[┌┬┐├┼┤└┴┘│]/);
		}
		const texts = framed.filter((line) => line.startsWith(' │'));
		const columnText = (i: number): string =>
			texts
				.map((line) => line.slice((bars[i] ?? 0) + 1, bars[i + 1]).trim())
				.filter((text) => text !== '')
				.join(' ');
		artifact?.columns.forEach((heading, i) => {
			expect(columnText(i)).toBe([heading, ...artifact.rows.map((row) => String(row[i]))].join(' '));
		});
		const words = lines.filter((line) => !framed.includes(line)).map((line) => line.trim());
		expect(words.join(' ')).toContain(`${artifact?.title} As first seen: nothing here is computed`);
	});
});
