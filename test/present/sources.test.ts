import { describe, expect, it } from 'vitest';
import { phi } from '../../src/engine/normal.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { PANES } from '../../src/present/pane/pane.js';
import { figureEntries } from '../../src/present/sources/entries.js';
import { exactText, type FigureSource, type SumRow } from '../../src/present/sources/source.js';
import { aScenario, aSegment } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

type Values = Readonly<Record<string, number>>;

/** Computes a formula as it is printed, from the values printed with it. */
function recompute({ formula, terms, rows }: FigureSource): number {
	const values = Object.fromEntries(terms.flatMap(({ symbol, value }) => (value === null ? [] : [[symbol, value]])));
	const evaluate = (text: string, of: Values): number => {
		const script = text
			.replace(/\b(min|max)\(/g, 'Math.$1(')
			.replaceAll('·', '*')
			.replaceAll('−', '-')
			.replace(/\bN\(/g, 'phi(');
		const names = Object.keys(of);
		const compiled = new Function('phi', ...names, `return ${script}`) as (...all: unknown[]) => number;
		return compiled(phi, ...names.map((name) => of[name]));
	};
	const numbers = ({ values: own }: SumRow): Values =>
		Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value ?? Number.NaN]));
	// A product: factors that are names or stand in parentheses, which may hold one pair more.
	const product = /sum of ((?:[\w]+|\((?:[^()]|\([^()]*\))*\))(?:·(?:[\w]+|\((?:[^()]|\([^()]*\))*\)))*)/g;
	const added = (formula ?? '').replace(product, (_, factors: string) =>
		String(rows.reduce((sum, row) => sum + evaluate(factors, { ...values, ...numbers(row) }), 0)).replace('-', '−'),
	);
	return evaluate(added, values);
}

const threshold = (scenario: Scenario, to: number): Scenario => ({ ...scenario, threshold: to });
const week31 = shippedScenario('week-31').scenario;
const checked = withEdits(
	aScenario({ segments: [aSegment({ id: 'only', share: 1 })] }),
	'segments.only.repairRate=30%',
);

/** Scenarios whose figures take different ways through the formulas. */
const CASES: readonly (readonly [string, Scenario])[] = [
	...SHIPPED_IDS.map((id) => [id, shippedScenario(id).scenario] as const),
	['a raised threshold', threshold(week31, 0.5)],
	['all small', withEdits(week31, 'segments.faq.routedSmall=1')],
	['nothing small', withEdits(week31, 'segments.faq.routedSmall=0')],
	['some repairs', withEdits(week31, 'segments.faq.repairRate=2%', 'segments.refund.repairRate=40%')],
	['all repaired', withEdits(week31, 'segments.faq.repairRate=1')],
	['blind repairs', checked],
];

describe('the list of figures', () => {
	const ids = (pane: 'board' | 'cost', focus: string | null): readonly string[] =>
		figureEntries(computeLab(week31, null, null), pane, focus).map(({ id }) => id);

	it('begins with the focused input and the figures of its segment', () => {
		expect(ids('board', 'segments.refund.routedSmall').slice(0, 2)).toEqual([
			'segments.refund.routedSmall',
			'refund.routedSmall',
		]);
		expect(ids('board', 'guardrails.silent.limit')[0]).toBe('silent');
		expect(ids('cost', 'prices.small.input')[0]).toBe('prices.small.input');
		expect(ids('cost', null)[0]).toBe('cost');
	});

	it('has each figure once', () => {
		const all = ids('board', 'segments.faq.repairRate');
		expect(new Set(all).size).toBe(all.length);
	});

	it('says what an edit changed, and what the scenario has', () => {
		const edited = withEdits(week31, 'segments.faq.routedSmall=50%');
		const [set] = figureEntries(
			computeLab(edited, null, null, { opened: week31 }),
			'board',
			'segments.faq.routedSmall',
		);
		expect(set?.explain()).toMatchObject({
			text: '50%',
			notes: ['An input: edited; the scenario has 84%.', expect.anything()],
		});
	});

	it.each([
		[0.84, 'percent', '84.0%'],
		[0.94128, 'percent', '94.128%'],
		[700, 'duration', '700 ms'],
		[2833.126, 'duration', '2,833.13 ms'],
		[0.03, 'money', '$0.0300'],
		[25.5034, 'money', '$25.5034'],
		[100, 'number', '100'],
	] as const)('writes %d in %s as %s: more digits only where they say more', (value, unit, text) => {
		expect(exactText(value, unit)).toBe(text);
	});

	it('says of a figure that nothing takes its lane, which is not a lack of measurement', () => {
		const allSmall = computeLab(withEdits(week31, 'segments.faq.routedSmall=1'), null, null);
		const inStrong = figureEntries(allSmall, 'confusion', null).find(({ id }) => id === 'faq.easyInStrong');
		expect([inStrong?.text, inStrong?.explain().text]).toEqual(['–', 'nothing goes strong']);
		const noneSmall = computeLab(withEdits(week31, 'segments.faq.routedSmall=0'), null, null);
		const right = figureEntries(noneSmall, 'board', null).find(({ id }) => id === 'faq.smallSuccess');
		expect([right?.text, right?.explain().text]).toEqual(['–', 'nothing goes small']);
	});

	it('shows the noise and the limit that the Board judges by', () => {
		const resolution = figureEntries(computeLab(week31, null, null), 'board', null).find(
			({ id }) => id === 'resolution',
		);
		expect(resolution?.explain().notes).toEqual([
			expect.stringMatching(/^Noise ±0\.6 pt: of the difference from all strong: 1\.96 standard errors/),
			'Limit ≥ 96.1%: 97.141% on all strong, −1.0 pt; owner product. Breached.',
		]);
	});
});

describe('where a figure comes from', () => {
	it.each(CASES)('is a formula that gives the same value, in %s', (_, scenario) => {
		const input = computeLab(scenario, null, null);
		let recomputed = 0;
		for (const pane of PANES)
			for (const { id, explain } of figureEntries(input, pane, null)) {
				const source = explain();
				if (source.formula === null || source.value === null) continue;
				const value = recompute(source);
				const digits = Math.abs(value - source.value) / Math.max(1, Math.abs(source.value));
				expect(digits, `${id}: ${source.formula} gives ${value}, the engine ${source.value}`).toBeLessThan(1e-9);
				recomputed++;
			}
		expect(recomputed).toBeGreaterThan(20);
	});

	it.each(CASES)('names every symbol of its formula, and no other, in %s', (_, scenario) => {
		const input = computeLab(scenario, null, null);
		for (const pane of PANES)
			for (const { id, explain } of figureEntries(input, pane, null)) {
				const { formula, terms, notes } = explain();
				if (formula === null) continue;
				const symbols = new Set(formula.replace(/sum of|min|max|N\(|3600000/g, ' ').match(/[A-Za-z]\w*/g) ?? []);
				const named = new Set(terms.map(({ symbol }) => symbol));
				// The set share only says what the cut k was solved for.
				for (const symbol of symbols) expect(named, `${id}: ${formula}`).toContain(symbol);
				for (const symbol of named)
					expect(symbol === 'm' || symbols.has(symbol), `${id}: ${symbol} is not in ${formula}`).toBe(true);
				for (const note of notes) expect(note, id).toMatch(/^[A-Z0-9±].*\.$/);
			}
	});
});
