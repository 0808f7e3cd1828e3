import { describe, expect, it } from 'vitest';
import { formatEstimate, formatMilliseconds, formatPercent, formatUsd } from '../../../src/drill/diagnosis/format.js';
import { SHAPES, type Shape } from '../../../src/drill/diagnosis/index.js';
import { CASES, casesOf } from './cases.js';

/** Removes names and numbers, which differ between products, from a text. */
function withoutSpecifics(text: string, { scenario }: (typeof CASES)[number]): string {
	const names = [scenario.title, scenario.title.toLowerCase(), ...scenario.segments.map(({ name }) => name)];
	return names.reduce((rest, name) => rest.replaceAll(name, '·'), text).replace(/[\d,]+/g, '0');
}

describe('SHAPES', () => {
	it('gives every shape a short unique name and a question', () => {
		expect(Object.keys(SHAPES)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']);
		const names = Object.values(SHAPES).map(({ name }) => name);
		expect(new Set(names).size).toBe(7);
		for (const { name, asks } of Object.values(SHAPES)) {
			expect(name.length).toBeLessThanOrEqual(32);
			expect(asks).toMatch(/^[A-Z].*\?$/);
		}
	});
});

describe('texts of a case', () => {
	it('describe the changes in two sentences', () => {
		for (const diagnosis of CASES)
			expect(withoutSpecifics(diagnosis.brief, diagnosis).match(/\.( |$)/g), diagnosis.brief).toHaveLength(2);
	});

	it('name every segment, and hint at no shape', () => {
		for (const diagnosis of CASES) {
			for (const { name } of diagnosis.scenario.segments) expect(diagnosis.brief).toContain(name);
			const words = `${withoutSpecifics(diagnosis.brief, diagnosis)} ${withoutSpecifics(diagnosis.title, diagnosis)}`;
			for (const { name } of Object.values(SHAPES)) expect(words).not.toContain(name);
			expect(words).not.toMatch(/override|repair|redone|check|tier|drift|budget|escalat|fallback|silent|easy/i);
		}
	});

	it('mention the same changes for every shape', () => {
		const touched = (diagnosis: (typeof CASES)[number]) =>
			['prompts', 'routing rules', 'small answer'].filter((w) => diagnosis.brief.includes(w));
		for (const diagnosis of CASES) expect(touched(diagnosis), diagnosis.brief).toHaveLength(3);
	});

	it('explain the fault in two sentences with figures from the tables', () => {
		for (const diagnosis of CASES) {
			const figures = diagnosis.explanation.match(/\$?\d[\d,]*(\.\d+)?(%| ms)?/g) ?? [];
			const cells = new Set(diagnosis.artifacts.flatMap(({ rows }) => rows.flat()));
			const shown = new Set(figures.filter((figure) => cells.has(figure)));
			expect(shown.size, diagnosis.explanation).toBeGreaterThanOrEqual(3);
			expect(diagnosis.explanation).not.toMatch(/NaN|–|undefined/);
			expect(diagnosis.explanation.match(/\.( |$)/g), diagnosis.explanation).toHaveLength(2);
		}
	});

	it('explain each shape in different words', () => {
		const wordings = (shape: Shape) =>
			new Set(casesOf(shape).map((diagnosis) => withoutSpecifics(diagnosis.explanation, diagnosis)));
		const all = (Object.keys(SHAPES) as Shape[]).flatMap((shape) => [...wordings(shape)]);
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('formatting of cells', () => {
	it('prints rates, money and waits, and a dash for unmeasured values', () => {
		expect([formatPercent(0.8415), formatPercent(null), formatPercent(undefined)]).toEqual(['84.2%', '–', '–']);
		expect([0, 0.00514, 0.0131, 0.183, 1.5, 12.34, 213.4, 8000].map(formatUsd)).toEqual([
			'$0',
			'$0.00514',
			'$0.0131',
			'$0.183',
			'$1.50',
			'$12.3',
			'$213',
			'$8,000',
		]);
		expect([0.05, 3.6, 9, 22, 11_000, null].map(formatEstimate)).toEqual([
			'$0.05',
			'$3.60',
			'$9',
			'$22',
			'$11,000',
			'–',
		]);
		expect([4832.4, null].map(formatMilliseconds)).toEqual(['4,832 ms', '–']);
	});
});
