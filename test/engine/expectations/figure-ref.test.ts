import { describe, expect, it } from 'vitest';
import {
	evaluateFigureRef,
	type FigureRef,
	figureOf,
	parseFigureRef,
	scenarioAt,
} from '../../../src/engine/expectations/index.js';
import { compare } from '../../../src/engine/full-metrics.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { week31 } from '../../support/scenarios.js';

const scenario: Scenario = {
	...week31(),
	volumePerWeek: null,
	weeks: [
		{ week: 30, label: 'Before', set: { 'segments.faq.routedSmall': 0.5 } },
		{ week: 31, label: 'After', set: { 'segments.faq.routedSmall': 0.84 } },
	],
	states: [
		{
			id: 'overridden',
			name: 'High risk strong',
			from: null,
			set: { 'segments.policy.override': 'strong', 'segments.billing.override': 'strong' },
		},
		{ id: 'dearer', name: 'Dearer strong answers', from: 'overridden', set: { 'prices.strong.output': 60 } },
	],
};

/** Parses a reference; throws if it is refused. */
function parse(text: string, of = scenario): FigureRef {
	const read = parseFigureRef(text, of);
	if (!read.ok) throw new Error(`${read.message}: ${read.help}`);
	return read.value;
}

const value = (text: string): number => evaluateFigureRef(scenario, parse(text)) ?? Number.NaN;

/** Returns the refusal of a text with its help; throws if it is accepted. */
function refusal(text: string, of = scenario): string {
	const read = parseFigureRef(text, of);
	if (read.ok) throw new Error('it was read');
	return `${read.message}. ${read.help}`;
}

describe('a reference to a figure', () => {
	it.each<[string, FigureRef]>([
		['cost', { figure: 'cost', segment: null, moment: null }],
		['silent policy', { figure: 'silent', segment: 'policy', moment: null }],
		['smallSuccess faq', { figure: 'smallSuccess', segment: 'faq', moment: null }],
		['cost @overridden', { figure: 'cost', segment: null, moment: 'overridden' }],
		['cost @30', { figure: 'cost', segment: null, moment: 30 }],
		['cost @baseline', { figure: 'cost', segment: null, moment: 'baseline' }],
		['cost @own', { figure: 'cost', segment: null, moment: null }],
		['cost vs baseline', { figure: 'cost', segment: null, moment: null, against: 'baseline' }],
		['cost @dearer vs own', { figure: 'cost', segment: null, moment: 'dearer', against: null }],
		['cost vs overridden', { figure: 'cost', segment: null, moment: null, against: 'overridden' }],
		['silent faq @31 vs 30', { figure: 'silent', segment: 'faq', moment: 31, against: 30 }],
	])('“%s” is parsed', (text, expected) => {
		expect(parse(text)).toStrictEqual(expected);
	});

	it('may have any white space between its words, as in wrapped prose', () => {
		expect(parse('  silent\n  faq\t@31  vs\n30 ')).toStrictEqual(parse('silent faq @31 vs 30'));
	});

	it('may name a segment or a state whose id starts with a keyword', () => {
		const states = [{ id: 'own-mix', name: 'Own mix', from: null, set: {} }];
		const [first, ...rest] = scenario.segments;
		if (!first) throw new Error('no segment');
		const other = { ...scenario, states, segments: [{ ...first, id: 'vs-2' }, ...rest] };
		expect(parse('cost @own-mix', other).moment).toBe('own-mix');
		expect(parse('cost vs-2 vs own-mix', other)).toStrictEqual({
			figure: 'cost',
			segment: 'vs-2',
			moment: null,
			against: 'own-mix',
		});
	});
});

describe('the figure of a reference', () => {
	// One lane's call at the prices of week 31: 2000 fresh and 400 output tokens.
	const SMALL = 0.0016;
	const STRONG = 0.032;

	it('is that of the board or of one segment, in the file’s own state', () => {
		expect(value('cost')).toBeCloseTo(0.0076785, 7);
		expect(value('cost faq')).toBeCloseTo(0.84 * SMALL + 0.16 * STRONG, 9);
		expect(value('smallSuccess faq')).toBeCloseTo(0.96, 9);
		expect(value('resolution')).toBe(compare(scenario).now.metrics.resolution);
	});

	it('is that of a state, a week or the baseline', () => {
		expect(value('highRiskSmall @overridden')).toBe(0);
		expect(value('cost billing @overridden')).toBeCloseTo(STRONG, 9);
		expect(value('cost faq @30')).toBeCloseTo((SMALL + STRONG) / 2, 9);
		expect(value('cost @baseline')).toBeCloseTo(STRONG, 9);
		expect(value('smallShare @baseline')).toBe(0);
	});

	it('is a difference if the reference has “vs”', () => {
		expect(value('cost faq vs baseline')).toBeCloseTo(0.84 * (SMALL - STRONG), 9);
		expect(value('cost faq vs 30')).toBeCloseTo(0.34 * (SMALL - STRONG), 9);
		expect(value('cost faq @30 vs own')).toBeCloseTo(-0.34 * (SMALL - STRONG), 9);
		expect(value('highRiskSmall @overridden vs own')).toBeCloseTo(-value('highRiskSmall'), 12);
		expect(value('cost @overridden vs overridden')).toBe(0);
		expect(value('cost @baseline vs own')).toBeCloseTo(-value('cost vs baseline'), 12);
		expect(value('cost @baseline vs baseline')).toBe(0);
	});

	it('is compared with the baseline of its own moment, so that a price change affects both', () => {
		const dearer = scenarioAt(scenario, 'dearer') ?? scenario;
		const before = compare(dearer).before.metrics.cost ?? Number.NaN;
		expect(before).toBeCloseTo(0.044, 9);
		expect(value('cost @dearer vs baseline')).toBeCloseTo((figureOf(dearer, 'cost', null) ?? Number.NaN) - before, 12);
		// But @baseline itself is that of the file’s own state.
		expect(value('cost @baseline')).toBeCloseTo(STRONG, 9);
	});

	it('is null if a moment does not exist, or nothing is measured', () => {
		const cost = { figure: 'cost', segment: null } as const;
		expect(evaluateFigureRef(scenario, { ...cost, moment: 'nowhere' })).toBeNull();
		expect(evaluateFigureRef(scenario, { ...cost, moment: 29 })).toBeNull();
		expect(evaluateFigureRef(scenario, { ...cost, moment: null, against: 'nowhere' })).toBeNull();
		expect(evaluateFigureRef(scenario, { ...cost, moment: 'nowhere', against: 'baseline' })).toBeNull();
		expect(evaluateFigureRef(scenario, { ...cost, segment: 'nobody', moment: null })).toBeNull();
		expect(evaluateFigureRef(scenario, { ...cost, figure: 'costPerWeek', moment: null })).toBeNull();
	});
});

describe('parseFigureRef refuses', () => {
	it.each([
		'',
		' ',
		'cost,',
		'cost faq refund',
		'cost @',
		'cost vs',
		'cost @30 @31',
		'cost faq@30',
		'cost vs own @30',
		'@30',
	])('“%s”, which is no reference', (text) => {
		expect(refusal(text)).toContain(`“${text.trim()}” is not a figure`);
	});

	it('an unknown figure, with the closest ones', () => {
		expect(refusal('resolutoin')).toMatch(/no figure resolutoin.* resolution\?/);
		expect(refusal('smallSucess faq')).toMatch(/no figure smallSucess\. Did you mean smallSuccess\?/);
		expect(refusal('Cost')).toMatch(/no figure Cost\. Did you mean cost\b/);
		expect(refusal('happiness')).toMatch(/no figure happiness\. There are resolution and/);
		expect(refusal('constructor')).toMatch(/no figure constructor/);
	});

	it('an unknown segment, with the closest ones or all', () => {
		expect(refusal('cost refnd')).toMatch(/no segment refnd .* refund\?/);
		expect(refusal('cost zzz')).toMatch(/no segment zzz .*faq, refund, policy, billing/);
	});

	it('an unknown state, with the closest ones or all', () => {
		expect(refusal('cost @overriden')).toMatch(/no state or week overriden.* overridden\?/);
		expect(refusal('cost vs deerer')).toMatch(/no state or week deerer.* dearer\?/);
		expect(refusal('cost @zzz')).toMatch(/week-31 has no state or week zzz\. There are .*overridden, dearer/);
		expect(refusal('cost vs constructor')).toMatch(/no state or week constructor/);
	});

	it('a misspelt “baseline”, with the right word', () => {
		expect(refusal('cost @basline')).toMatch(/no state or week basline\. Did you mean baseline\?/);
		expect(refusal('cost vs basline')).toMatch(/no state or week basline\. Did you mean baseline\?/);
	});

	it('an unknown week, with the existing ones', () => {
		expect(refusal('cost @29')).toMatch(/week-31 has no state or week 29\. .*\b30\b.*\b31\b/);
		expect(refusal('cost vs 29')).toMatch(/week-31 has no state or week 29\. .*\b30\b.*\b31\b/);
		expect(refusal('cost @030')).toMatch(/no state or week 030/);
	});

	it('a state in a scenario without states', () => {
		expect(refusal('cost @mended', { ...scenario, states: [], weeks: [] })).toMatch(
			/no state or week mended\. There are/,
		);
	});

	it('a figure that is not measured', () => {
		expect(refusal('costPerWeek')).toMatch(/costPerWeek is not measured/);
		expect(refusal('costPerWeek @overridden vs baseline')).toMatch(/not measured in week-31/);
		// A figure of the small lane has no counterpart with everything strong.
		expect(refusal('smallSuccess faq @baseline')).toMatch(/not measured/);
		expect(refusal('smallSuccess faq vs baseline')).toMatch(/not measured/);
	});

	it('a figure of one segment without a segment, and asks for one', () => {
		expect(refusal('smallSuccess')).toMatch(/segment/);
	});
});
