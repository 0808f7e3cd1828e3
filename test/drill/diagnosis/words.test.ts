import { describe, expect, it } from 'vitest';
import { SHAPES, type Shape } from '../../../src/drill/diagnosis/index.js';
import { percent, stated, usd, wait } from '../../../src/drill/diagnosis/spell.js';
import { CASES, casesOf } from './cases.js';

/** A text with everything left out that differs from product to product. */
function bare(text: string, { scenario }: (typeof CASES)[number]): string {
	const names = [scenario.title, scenario.title.toLowerCase(), ...scenario.segments.map(({ name }) => name)];
	return names.reduce((rest, name) => rest.replaceAll(name, '·'), text).replace(/[\d,]+/g, '0');
}

describe('the choice list', () => {
	it('names every shape once, shortly', () => {
		expect(Object.keys(SHAPES)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']);
		const names = Object.values(SHAPES).map(({ name }) => name);
		expect(new Set(names).size).toBe(7);
		for (const { name, asks } of Object.values(SHAPES)) {
			expect(name.length).toBeLessThanOrEqual(32);
			expect(asks).toMatch(/^[A-Z].*\?$/);
		}
	});
});

describe('the words of a case', () => {
	it('say what changed in two sentences', () => {
		for (const one of CASES) expect(bare(one.brief, one).match(/\.( |$)/g), one.brief).toHaveLength(2);
	});

	it('name every segment and no shape', () => {
		for (const one of CASES) {
			for (const { name } of one.scenario.segments) expect(one.brief).toContain(name);
			const words = `${bare(one.brief, one)} ${bare(one.title, one)}`;
			for (const { name } of Object.values(SHAPES)) expect(words).not.toContain(name);
			expect(words).not.toMatch(/override|repair|redone|check|tier|drift|budget|escalat|fallback|silent|easy/i);
		}
	});

	it('put every shape before the same changes', () => {
		const touched = (one: (typeof CASES)[number]) =>
			['prompts', 'routing rules', 'small answer'].filter((w) => one.brief.includes(w));
		for (const one of CASES) expect(touched(one), one.brief).toHaveLength(3);
	});

	it('say why in two sentences, with figures that stand in the tables', () => {
		for (const one of CASES) {
			const figures = one.because.match(/\$?\d[\d,]*(\.\d+)?(%| ms)?/g) ?? [];
			const cells = new Set(one.artifacts.flatMap(({ rows }) => rows.flat()));
			const shown = new Set(figures.filter((figure) => cells.has(figure)));
			expect(shown.size, one.because).toBeGreaterThanOrEqual(3);
			expect(one.because).not.toMatch(/NaN|–|undefined/);
			expect(one.because.match(/\.( |$)/g), one.because).toHaveLength(2);
		}
	});

	it('say why in the words of the shape, whatever the figures', () => {
		const ways = (shape: Shape) => new Set(casesOf(shape).map((one) => bare(one.because, one)));
		const all = (Object.keys(SHAPES) as Shape[]).flatMap((shape) => [...ways(shape)]);
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('spelling', () => {
	it('prints a rate, money and a wait, and a dash for what was not measured', () => {
		expect([percent(0.8415), percent(null), percent(undefined)]).toEqual(['84.2%', '–', '–']);
		expect([0, 0.00514, 0.0131, 0.183, 1.5, 12.34, 213.4, 8000].map(usd)).toEqual([
			'$0',
			'$0.00514',
			'$0.0131',
			'$0.183',
			'$1.50',
			'$12.3',
			'$213',
			'$8,000',
		]);
		expect([0.05, 3.6, 9, 22, 11_000, null].map(stated)).toEqual(['$0.05', '$3.60', '$9', '$22', '$11,000', '–']);
		expect([4832.4, null].map(wait)).toEqual(['4,832 ms', '–']);
	});
});
