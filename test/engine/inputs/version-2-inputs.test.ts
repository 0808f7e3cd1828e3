import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveCheck } from '../../../src/engine/cost.js';
import {
	applyEdits,
	applyEditTexts,
	editsBetween,
	findInput,
	formatEdit,
	formatInputValue,
	inputPaths,
	inputValue,
	parseEdit,
	parseInput,
	setInput,
} from '../../../src/engine/inputs/index.js';
import type { Scenario, Segment } from '../../../src/engine/scenario.js';
import { aCheck, aScenario, aSegment, someTokens } from '../../support/scenarios.js';
import { withEdits } from '../../support/with-edits.js';

const scenario = aScenario();
const findInputAt = (path: string, on: Scenario = scenario) => {
	const found = findInput(on, path);
	if (!found.ok) throw new Error(found.message);
	return found.value;
};
const firstSegment = ({ segments }: Scenario): Segment => segments[0] as Segment;

describe('an input of the model’s second version', () => {
	it.each<[path: string, text: string, before: string | number | null, after: string | number | null, shown: string]>([
		['prices.small.request', '0.002', 0, 0.002, '$0.002'],
		['prices.strong.request', '0.01', 0, 0.01, '$0.01'],
		['tokens.reasoning.small', '1k', 0, 1000, '1,000'],
		['tokens.reasoning.strong', '300', 0, 300, '300'],
		['segments.one.tokens.reasoning.strong', '300', 0, 300, '300'],
		['cache.onSwitch', 'lost', 'kept', 'lost', 'lost'],
		['cache.onSwitch', 'KEPT', 'kept', 'kept', 'kept'],
		['cache.write', '2', 1.25, 2, '2'],
		['routerLatency', '40', 0, 40, '40 ms'],
		['segments.one.strongLabels', '250', null, 250, '250'],
		['segments.one.strongLabels', 'none', null, null, 'not measured'],
		['check.labels', '400', null, 400, '400'],
		['segments.one.check', 'on', null, 'on', 'on'],
		['segments.one.check', 'off', null, null, 'off'],
		['segments.one.check.catches', '80%', null, 0.8, '80%'],
		['segments.one.check.falseAlarms', '4', null, 0.04, '4%'],
		['segments.one.check.cost', '0.001', null, 0.001, '$0.001'],
		['segments.one.check.latency', '120', null, 120, '120 ms'],
		['segments.one.check.labels', '90', null, 90, '90'],
	])('%s=%s is listed, parsed, shown and set', (path, text, before, after, shown) => {
		expect(inputPaths(scenario)).toContain(path);
		const input = findInputAt(path);
		expect(inputValue(scenario, input)).toBe(before);
		expect(parseInput(input, text)).toEqual({ ok: true, value: after });
		expect(formatInputValue(input, after)).toBe(shown);
		const next = withEdits(scenario, `${path}=${text}`);
		expect(inputValue(next, findInputAt(path, next))).toBe(after);
	});

	it('is set where the model reads it', () => {
		const texts = [
			'prices.strong.request=0.01',
			'tokens.reasoning.small=50',
			'segments.one.tokens.reasoning.strong=300',
			'cache.onSwitch=lost',
			'cache.write=2',
			'routerLatency=40',
			'segments.one.strongLabels=250',
		];
		const next = withEdits(scenario, ...texts);
		expect(next.prices.strong.request).toBe(0.01);
		expect(next.tokens.reasoning).toEqual({ small: 50, strong: 0 });
		expect([next.cache, next.routerLatency]).toEqual([{ onSwitch: 'lost', write: 2 }, 40]);
		// A segment’s own tokens start as a full copy of the scenario’s, including reasoning.
		const reasoning = { small: 50, strong: 300 };
		expect(firstSegment(next)).toMatchObject({ strongLabels: 250, tokens: { fresh: 2000, output: 400, reasoning } });
		expect(scenario).toEqual(aScenario());
	});

	it('refuses a percentage for a plain number', () => {
		expect(parseEdit(scenario, 'threshold=50%')).toMatchObject({
			ok: false,
			message: 'threshold: “50%” cannot be read as a number',
			help: 'Please write a number from -12 to 12.',
		});
	});
});

describe('a segment’s own check', () => {
	const shared = { ...scenario, check: aCheck({ catches: 0.7 }) };

	it('starts as a copy of the scenario’s check, or with default rates', () => {
		expect(firstSegment(withEdits(scenario, 'segments.one.check=on')).check).toEqual(aCheck({ latency: null }));
		expect(firstSegment(withEdits(shared, 'segments.one.check=on')).check).toEqual(aCheck({ catches: 0.7 }));
	});

	it('starts as a copy of the scenario’s check, or else unmeasured, if one field is set', () => {
		const unknown = { catches: null, falseAlarms: null, cost: null, latency: null };
		expect(firstSegment(withEdits(scenario, 'segments.one.check.cost=0.01')).check).toEqual(
			aCheck({ ...unknown, cost: 0.01 }),
		);
		expect(firstSegment(withEdits(shared, 'segments.one.check.cost=0.01')).check).toEqual(
			aCheck({ catches: 0.7, cost: 0.01 }),
		);
	});

	it('does not change the scenario’s check', () => {
		expect(withEdits(shared, 'segments.one.check.cost=0.01').check).toBe(shared.check);
		const off = withEdits(shared, 'segments.one.check=off');
		expect([off.check, firstSegment(off).check, effectiveCheck(off, firstSegment(off))]).toEqual([
			shared.check,
			'off',
			null,
		]);
	});

	it('is a copy of the scenario’s check when switched off and on again', () => {
		const again = withEdits(withEdits(shared, 'segments.one.check=off'), 'segments.one.check=on');
		expect(firstSegment(again).check).toEqual(shared.check);
	});

	it('derives the repair rate, and the refusal names the check to switch off', () => {
		const own = withEdits(scenario, 'segments.one.check=on');
		expect(setInput(own, 'segments.one.repairRate', 0.1)).toMatchObject({
			ok: false,
			help: 'Turn it off first with segments.one.check=off.',
		});
		expect(setInput(shared, 'segments.one.repairRate', 0.1)).toMatchObject({
			ok: false,
			help: 'Turn it off first with check=off.',
		});
		// With its own check off, the rate can be set although the scenario has a check.
		const free = withEdits(shared, 'segments.one.check=off', 'segments.one.repairRate=10%');
		expect(firstSegment(free)).toMatchObject({ check: 'off', repairRate: 0.1 });
	});

	it('refuses a repair rate set together with it, unless the check is switched on afterwards', () => {
		const both = ['segments.one.repairRate=3%', 'segments.one.check.catches=0.9'];
		const refusal = { ok: false, message: 'segments.one.repairRate is derived while a check is on' };
		expect(applyEditTexts(scenario, both)).toMatchObject(refusal);
		expect(applyEditTexts(scenario, [...both].reverse())).toMatchObject(refusal);
		expect(applyEditTexts(scenario, ['segments.one.repairRate=3%', 'segments.one.check=on']).ok).toBe(true);
	});
});

describe('editsBetween', () => {
	const two = aScenario({ segments: [aSegment({ id: 'a', share: 0.5 }), aSegment({ id: 'b', share: 0.5 })] });
	/** Applies the edits between two states, also after formatting and parsing them. */
	function replay(from: Scenario, to: Scenario): Scenario {
		const edits = editsBetween(from, to);
		const applied = applyEdits(from, edits);
		if (!applied.ok) throw new Error(`${edits.map(formatEdit).join(' ')}: ${applied.message}`);
		const reparsed = applyEditTexts(from, edits.map(formatEdit));
		if (!reparsed.ok) throw new Error(`${edits.map(formatEdit).join(' ')}: ${reparsed.message}`);
		expect(reparsed.value.scenario).toEqual(applied.value);
		return applied.value;
	}

	it('returns no edits between a state and itself', () => {
		const state = { ...two, check: aCheck(), cache: { onSwitch: 'lost', write: 2 } as const };
		expect(editsBetween(state, state)).toEqual([]);
		expect(editsBetween(state, structuredClone(state))).toEqual([]);
	});

	it('returns only what changed', () => {
		const to = withEdits(two, 'cache.onSwitch=lost', 'prices.strong.request=0.01', 'tokens.reasoning.small=5');
		expect(editsBetween(two, to).map(formatEdit)).toEqual([
			'prices.strong.request=0.01',
			'tokens.reasoning.small=5',
			'cache.onSwitch=lost',
		]);
	});

	it.each<[string, readonly string[]]>([
		['a check of a segment', ['segments.a.check=on', 'segments.a.check.catches=60%']],
		['a segment’s check that is off under a shared one', ['check=on', 'segments.a.check=off']],
		['a repair rate under a segment’s own check', ['segments.a.repairRate=7%', 'segments.a.check=on']],
		[
			'a repair rate in a segment where the shared check is off',
			['check=on', 'segments.a.check=off', 'segments.a.repairRate=7%'],
		],
		['a segment’s own tokens with reasoning', ['segments.b.tokens.reasoning.strong=300']],
		['prices of long prompts', ['prices.small.above=200k:2.5/0.25/15,1m:5/1e-7/30']],
		['strong labels', ['segments.b.strongLabels=90', 'segments.a.strongLabels=0']],
	])('reproduces the state: %s', (_, texts) => {
		const to = withEdits(two, ...texts);
		expect(replay(two, to)).toEqual(to);
	});

	it('reproduces the state if a check hides the changed repair rate', () => {
		const own = withEdits(two, 'segments.a.repairRate=2%', 'segments.a.check=on', 'segments.a.check.catches=60%');
		const other = withEdits(withEdits(own, 'segments.a.check=off', 'segments.a.repairRate=9%'), 'segments.a.check=on');
		const to = withEdits(other, 'segments.a.check.catches=75%', 'segments.a.check.labels=50');
		expect(firstSegment(to)).toMatchObject({ repairRate: 0.09, check: { catches: 0.75, labels: 50 } });
		expect(replay(own, to)).toEqual(to);
	});

	it('reproduces the state after any edits', () => {
		const percent = fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`);
		const number = fc.integer({ min: 0, max: 999 }).map(String);
		const checkEdit = (prefix: string): fc.Arbitrary<string> =>
			fc.oneof(
				fc.constantFrom('on', 'off').map((word) => `${prefix}=${word}`),
				percent.map((value) => `${prefix}.catches=${value}`),
				percent.map((value) => `${prefix}.falseAlarms=${value}`),
				number.map((value) => `${prefix}.labels=${value}`),
				fc.constant(`${prefix}.latency=none`),
			);
		const segmentEdit = (id: string): fc.Arbitrary<string> =>
			fc.oneof(
				checkEdit(`segments.${id}.check`),
				percent.map((value) => `segments.${id}.repairRate=${value}`),
				percent.map((value) => `segments.${id}.routedSmall=${value}`),
				fc.constantFrom('off', 'strong').map((word) => `segments.${id}.override=${word}`),
				number.map((value) => `segments.${id}.tokens.reasoning.small=${value}`),
				number.map((value) => `segments.${id}.strongLabels=${value}`),
			);
		const boardEdit = fc.oneof(
			checkEdit('check'),
			fc.constantFrom('kept', 'lost').map((word) => `cache.onSwitch=${word}`),
			number.map((value) => `cache.write=${value}`),
			number.map((value) => `routerLatency=${value}`),
			number.map((value) => `prices.small.request=${value}`),
			number.map((value) => `prices.strong.above=${value === '0' ? 'off' : `${value}:1/0.5/2,2k:${value}/0/9`}`),
			number.map((value) => `tokens.reasoning.strong=${value}`),
		);
		const editList = fc.array(fc.oneof(segmentEdit('a'), segmentEdit('b'), boardEdit), { maxLength: 10 });
		/** Applies edit after edit, as on screen; refused ones are skipped. */
		const applyValid = (start: Scenario, texts: readonly string[]): Scenario =>
			texts.reduce((now, text) => {
				const next = applyEditTexts(now, [text]);
				return next.ok ? next.value.scenario : now;
			}, start);
		fc.assert(
			fc.property(editList, editList, (first, second) => {
				const from = applyValid(two, first);
				const to = applyValid(from, second);
				expect(replay(from, to)).toEqual(to);
			}),
			{ numRuns: 300 },
		);
	});

	it('sets all of a segment’s own tokens, even if only reasoning differs', () => {
		const to = withEdits(two, 'segments.a.tokens.reasoning.small=5');
		expect(firstSegment(replay(two, to)).tokens).toEqual(
			someTokens({ fresh: 2000, output: 400, reasoning: { small: 5, strong: 0 } }),
		);
	});
});
