import { describe, expect, it } from 'vitest';
import { type ScenarioDocument, writeScenario } from '../../src/content/index.js';
import { shareNotes } from '../../src/content/scenario/shares.js';
import { evaluate } from '../../src/engine/index.js';
import { loadDocument, problemsOf } from './load-helpers.js';

/** Builds a scenario with five shares rounded to one decimal of a percent, which sum to 99.9%. */
const roundedShares = (last = '0.040', field = 'shares: normalize\n'): string => `id: mix
title: Distribution as a router printed it
summary: Percentages rounded to one place.
source: A routing log.
prices:
  small: { input: 0.2, output: 0.6 }
  strong: { input: 3, output: 15 }
tokens: { fresh: 600, output: 300 }
${field}segments:
  - { id: a, name: Workhorse, share: 0.318, risk: low, routedSmall: 1 }
  - { id: b, name: Broad, share: 0.288, risk: low, routedSmall: 1 }
  - { id: c, name: Reasoning, share: 0.271, risk: low, routedSmall: 1 }
  - { id: d, name: Premium, share: 0.082, risk: high, routedSmall: 0 } # by rule
  - { id: e, name: Code, share: ${last}, risk: medium, routedSmall: 1 }
`;

const shares = ({ scenario }: ScenarioDocument): number[] => scenario.segments.map(({ share }) => share);

function rewrite(loaded: ScenarioDocument, previous: string | null): string {
	const result = writeScenario(loaded, previous, 'mix.yaml');
	if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
	return result.text;
}

describe('shares: normalize', () => {
	it('divides shares by their sum', () => {
		const loaded = loadDocument(roundedShares());
		expect(shares(loaded).map((share) => Number(share.toFixed(6)))).toEqual([
			0.318318, 0.288288, 0.271271, 0.082082, 0.04004,
		]);
		// A small request costs (600·0.2 + 300·0.6)/1e6 = 0.0003, a strong one (600·3 + 300·15)/1e6 = 0.0063:
		// (0.917·0.0003 + 0.082·0.0063)/0.999.
		const cost = evaluate(loaded.scenario).metrics.cost;
		expect(cost).toBeCloseTo((0.917 * 0.0003 + 0.082 * 0.0063) / 0.999, 12);
	});

	it.each([
		['0.040', '99.9%'],
		['0.042', '100.1%'],
		['0.0613', '102.03%', 'refused'],
		['0.0612', '102.02%', 'refused'],
		['0.061', '102%'],
		['0.022', '98.1%'],
		['0.02', '97.9%', 'refused'],
	])('accepts sums from 98% to 102%: last share %s, sum %s %s', (last, sum, refused = '') => {
		if (refused === '')
			expect(shareNotes(loadDocument(roundedShares(last)))).toEqual([
				`The shares in the file sum to ${sum}: each was divided by that sum (shares: normalize).`,
			]);
		else {
			const [problem, ...more] = problemsOf(roundedShares(last));
			expect(problem?.message).toBe(`the shares of the segments sum to ${sum}, not 100%`);
			expect(problem?.help).toMatch(/takes sums from 98% to 102%: look for a segment that is missing/);
			expect(more).toEqual([]);
		}
	});

	it('adds no note if shares sum to 100% anyway', () => {
		const loaded = loadDocument(roundedShares('0.041'));
		expect(shares(loaded)).toEqual([0.318, 0.288, 0.271, 0.082, 0.041]);
		expect(shareNotes(loaded)).toEqual([]);
	});

	it('is suggested for a sum near 100%, and for no other', () => {
		expect(problemsOf(roundedShares('0.040', ''))[0]?.help).toMatch(
			/a would be 31\.9%\. .* add the line shares: normalize\.$/,
		);
		expect(problemsOf(roundedShares('0.2', ''))[0]?.help).not.toMatch(/normalize/);
	});

	it.each([null, roundedShares()])('is written back with the original shares', (previous) => {
		const loaded = loadDocument(roundedShares());
		const text = rewrite({ ...loaded, summary: 'Another one.' }, previous);
		expect(text).toMatch(/^shares: normalize$/m);
		expect(text).toMatch(/share: 0\.318\b/);
		expect(loadDocument(text)).toEqual({ ...loaded, summary: 'Another one.' });
	});

	it('is kept if the shares were edited to sum to 100%', () => {
		const loaded = loadDocument(roundedShares());
		const { scenario } = loaded;
		const segments = scenario.segments.map((segment) => ({ ...segment, share: 0.2 }));
		const edited = { ...loaded, scenario: { ...scenario, segments } };
		expect(shareNotes(edited)).toEqual([]);
		const text = rewrite(edited, roundedShares());
		expect(text).toContain('# by rule');
		expect(text).toMatch(/^shares: normalize$/m);
		expect(shares(loadDocument(text))).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
	});

	it('is the only accepted value', () => {
		const [problem] = problemsOf(roundedShares('0.041', 'shares: normalise\n'));
		expect(problem?.help).toBe('Did you mean normalize?');
	});
});

describe('numbers in messages', () => {
	it('are rounded', () => {
		const many = Array.from(
			{ length: 200 },
			(_, i) => `  - { id: c${i}, name: C, share: 0.00501, risk: low, routedSmall: 1 }`,
		);
		const file = roundedShares('0.041', '').replace(/^ {2}- [\s\S]*/m, `${many.join('\n')}\n`);
		const [problem] = problemsOf(file);
		expect(problem?.message).toBe('the shares of the segments sum to 100.2%, not 100%');
		expect(problem?.help).toMatch(/c0 would be 0\.301%\. /);
	});
});
