import { describe, expect, it } from 'vitest';
import { type ScenarioDocument, writeScenario } from '../../src/content/index.js';
import { computeOutcome, type Segment } from '../../src/engine/index.js';
import { aCheck, someTokens } from '../support/scenarios.js';
import { BASE, replaceInBase } from './base.js';
import { loadDocument, markedText, placeText, problemsOf } from './load-helpers.js';

/** BASE with every field of the model’s second version at a value other than its default. */
const FULL = replaceInBase('output: 1.5 }', 'output: 1.5, request: 0.0001 }')
	.replace(
		'output: 30 }',
		`output: 30, request: 0.001, above: [
      { tokens: 200000, input: 20, cachedInput: 2, output: 45 },
      { tokens: 500000, input: 40, output: 90 } ] }`,
	)
	.replace(
		'cached: 0, output: 400 }',
		`cached: 1500, output: 400, reasoning: { small: 100, strong: 300 } }
cache: { onSwitch: lost, write: 2 }
routerCost: 0.0001
routerLatency: 40
check: { catches: 0.9, falseAlarms: 0.05, cost: 0.0016, latency: 300, labels: 800 }
signals: { lag: { resolution: 2, silent: 1 } }
baseline: { name: Today, set: { segments.faq.routedSmall: 0.5, check: off, segments.refund.check: off } }`,
	)
	.replace('    labels: 2400', '    labels: 2400\n    strongLabels: 900\n    check: off')
	.replace(
		'    repairRate: 0.1',
		`    repairRate: 0.1
    check: { catches: 0.7, falseAlarms: 0.02, cost: 0.001, latency: 120, labels: 60 }
    tokens: { fresh: 900, output: 200, reasoning: { strong: 50 } }`,
	);

const segment = ({ scenario }: ScenarioDocument, id: string): Segment =>
	scenario.segments.find((one) => one.id === id) as Segment;

function write(from: ScenarioDocument, previous: string | null): string {
	const result = writeScenario(from, previous, 'base.yaml');
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.text;
}

describe('a file with every field of the model', () => {
	const loaded = loadDocument(FULL);
	const { scenario } = loaded;

	it('has its fees and price tiers, whose cached input may be left out', () => {
		expect(scenario.prices.small).toEqual({ input: 0.5, cachedInput: 0.25, output: 1.5, request: 0.0001, above: [] });
		expect(scenario.prices.strong).toMatchObject({
			request: 0.001,
			above: [
				{ tokens: 200_000, input: 20, cachedInput: 2, output: 45 },
				{ tokens: 500_000, input: 40, cachedInput: null, output: 90 },
			],
		});
	});

	it('has its reasoning tokens, cache and router latency', () => {
		const reasoning = { small: 100, strong: 300 };
		expect(scenario.tokens).toEqual(someTokens({ fresh: 2000, cached: 1500, output: 400, reasoning }));
		expect([scenario.cache, scenario.routerLatency]).toEqual([{ onSwitch: 'lost', write: 2 }, 40]);
	});

	it('has its checks, labels, lags and baseline', () => {
		expect(scenario.check).toEqual(aCheck({ labels: 800 }));
		expect(segment(loaded, 'faq')).toMatchObject({ labels: 2400, strongLabels: 900, check: 'off', tokens: null });
		expect(segment(loaded, 'refund')).toMatchObject({
			strongLabels: null,
			check: { catches: 0.7, falseAlarms: 0.02, cost: 0.001, latency: 120, labels: 60 },
			tokens: someTokens({ fresh: 900, output: 200, reasoning: { small: 0, strong: 50 } }),
		});
		expect(scenario.lag).toEqual({ resolution: 2, silent: 1 });
		expect(scenario.baseline?.name).toBe('Today');
		// Half of FAQ, which is 75% of traffic, and half of the refunds.
		expect(computeOutcome(scenario).baseline.smallShare).toBeCloseTo(0.5, 12);
	});

	it.each([
		['to a new file', null],
		['over its own file', FULL],
		['over a file without these fields', BASE],
	])('is the same after being written %s', (_, previous) => {
		const text = write(loaded, previous);
		expect(loadDocument(text).scenario).toEqual(scenario);
		// Writing a second time changes nothing.
		expect(write(loadDocument(text), text)).toBe(text);
	});
});

describe('a file without these fields', () => {
	const loaded = loadDocument(BASE);

	it('has their defaults', () => {
		const { scenario } = loaded;
		expect(scenario.cache).toEqual({ onSwitch: 'kept', write: 1.25 });
		expect(scenario).toMatchObject({ routerLatency: 0, check: null, lag: {}, baseline: null });
		expect(scenario.prices.strong).toEqual({ input: 10, cachedInput: 5, output: 30, request: 0, above: [] });
		expect(scenario.tokens.reasoning).toEqual({ small: 0, strong: 0 });
		for (const own of scenario.segments) expect(own).toMatchObject({ strongLabels: null, check: null });
	});

	it('has a null cached price if it is left out', () => {
		const free = loadDocument(replaceInBase('{ input: 10, cachedInput: 5, output: 30 }', '{ input: 10, output: 30 }'));
		expect(free.scenario.prices.strong.cachedInput).toBeNull();
	});

	it('is written without them', () => {
		const text = write(loaded, null);
		for (const field of [
			'cache:',
			'request',
			'above',
			'reasoning',
			'routerLatency',
			'strongLabels',
			'signals',
			'baseline:',
		])
			expect(text).not.toContain(field);
		expect(loadDocument(text).scenario).toEqual(loaded.scenario);
	});
});

/** Inserts top-level fields into BASE, before its latency. */
const withFields = (fields: string): string => replaceInBase('latency:\n', `${fields}\nlatency:\n`);
const inFaq = (field: string): string => replaceInBase('    labels: 2400', `    labels: 2400\n    ${field}`);

describe('a bad value in one of these fields is refused with its place and help:', () => {
	it.each<[what: string, file: string, mark: string, message: RegExp, help: RegExp]>([
		[
			'tiers out of order',
			replaceInBase(
				'output: 30 }',
				'output: 30, above: [{ tokens: 2000, input: 20, output: 60 }, { tokens: 1000, input: 30, output: 90 }] }',
			),
			'above',
			/above 1000 tokens stand after those above 2000/,
			/ascending/,
		],
		[
			'a tier without its output price',
			replaceInBase('output: 30 }', 'output: 30, above: [{ tokens: 2000, input: 20 }] }'),
			'tokens: 2000',
			/prices\.strong\.above\[1\]\.output is missing/,
			/Add output/,
		],
		[
			'a fee below 0',
			replaceInBase('output: 30 }', 'output: 30, request: -1 }'),
			'-1',
			/prices\.strong\.request is -1; expected an amount in USD/,
			/Write 0 or more/,
		],
		[
			'reasoning of an unknown lane',
			replaceInBase('cached: 0, output: 400 }', 'cached: 0, output: 400, reasoning: { medium: 3 } }'),
			'medium',
			/"medium" is not a field of tokens\.reasoning/,
			/small, strong/,
		],
		[
			'an unknown cache behaviour',
			withFields('cache: { onSwitch: gone }'),
			'gone',
			/expected kept or lost/,
			/kept or lost/,
		],
		[
			'a cache write price below 0',
			withFields('cache: { onSwitch: lost, write: -1 }'),
			'-1',
			/cache\.write is -1/,
			/0 or more/,
		],
		['a latency in words', withFields('routerLatency: fast'), 'fast', /expected milliseconds/, /such as 300/],
		['strong labels in words', inFaq('strongLabels: many'), 'many', /expected a number of labelled outcomes/, /600/],
		[
			'a lag of an unknown metric',
			withFields('signals: { lag: { foo: 2 } }'),
			'foo',
			/"foo" is not a field of signals\.lag/,
			/resolution/,
		],
		['a lag below 0', withFields('signals: { lag: { silent: -1 } }'), '-1', /from 0 to 520/, /Weeks until/],
		[
			'a baseline at an unknown path',
			withFields('baseline: { set: { segments.faq.routedSmal: 0.5 } }'),
			'segments.faq.routedSmal',
			/in the baseline, there is no input segments\.faq\.routedSmal/,
			/Did you mean segments\.faq\.routedSmall/,
		],
		[
			'a baseline out of range',
			withFields('baseline: { set: { segments.faq.routedSmall: 2 } }'),
			'2',
			/in the baseline, segments\.faq\.routedSmall: 200% is out of range/,
			/0% to 100%/,
		],
		[
			'an invalid check switch in the baseline',
			withFields('baseline: { set: { segments.faq.check: maybe } }'),
			'maybe',
			/in the baseline, segments\.faq\.check cannot be maybe/,
			/on or off/,
		],
		[
			'a segment’s check that is a word',
			inFaq('check: on'),
			'on',
			/segments\.faq\.check is the text "on"/,
			/Write off/,
		],
	])('%s', (_, file, mark, message, help) => {
		const problems = problemsOf(file);
		expect(problems).toHaveLength(1);
		const [problem] = problems;
		expect(problem?.message).toMatch(message);
		expect(problem?.help).toMatch(help);
		expect(problem && markedText(problem)).toBe(mark);
	});

	it('inside a segment’s check, at its place', () => {
		expect(problemsOf(inFaq('check: { catches: 2 }')).map(placeText)).toEqual(['19:23']);
	});

	it.each(['{ catches: 2 }', '{ catches: most }', '{ catchs: 0.9 }', '{ cost: -1 }', '{ labels: -5 }'])(
		'a segment’s check %s, worded like the scenario’s',
		(check) => {
			const texts = (file: string): string[] => problemsOf(file).map(({ message, help }) => `${message} ${help}`);
			const own = texts(inFaq(`check: ${check}`)).map((text) => text.replace('segments.faq.check', 'check'));
			expect(own).toEqual(texts(withFields(`check: ${check}`)));
		},
	);

	it('a segment’s check that is a word other than off, with off as expected value', () => {
		const [problem] = problemsOf(inFaq('check: on'));
		expect(problem?.message).toMatch(/expected .*\boff\b/);
		expect(problem?.message).not.toMatch(/a group of fields or a group of fields|\) or a group of fields/);
	});
});
