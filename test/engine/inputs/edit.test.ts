import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	applyEdits,
	applyEditTexts,
	findInput,
	formatEdit,
	formatInputValue,
	inputAt,
	inputPaths,
	inputValue,
	isChoice,
	parseEdit,
	parseInput,
	setInput,
	stepInput,
} from '../../../src/engine/inputs/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { aCheck, aGuardrail, aScenario, aSegment, someTokens } from '../../support/scenarios.js';

const scenario = aScenario({
	guardrails: [aGuardrail(), aGuardrail({ metric: 'resolution', segment: 'one', side: 'atLeast', limit: 0.9 })],
	rows: [
		{
			id: 'r1',
			name: 'R1',
			routedSmall: 0.8,
			repairRate: 0,
			override: null,
			tokens: null,
			improved: null,
			mayHaveWorsened: null,
		},
	],
});
const unwrap = <T>(result: { ok: true; value: T } | { ok: false; message: string }): T => {
	if (!result.ok) throw new Error(result.message);
	return result.value;
};
const set = (text: string, on: Scenario = scenario): Scenario => unwrap(applyEdits(on, [unwrap(parseEdit(on, text))]));

describe('paths', () => {
	it('resolves every path it lists', () => {
		const paths = inputPaths(scenario);
		expect(paths).toContain('segments.one.routedSmall');
		expect(paths).toContain('guardrails.silent.limit');
		expect(paths).toContain('guardrails.resolution.one.limit');
		expect(paths).toContain('attempts.small');
		expect(paths.filter((path) => inputAt(scenario, path) === null)).toEqual([]);
	});

	it.each([
		'segments.one.routedSmal',
		'segments.two.routedSmall',
		'segments.one',
		'constructor',
		'__proto__',
		'segments.one.constructor',
		'guardrails.silent',
		'guardrails.cost.limit',
		'',
	])('has no input at %j', (path) => {
		expect(inputAt(scenario, path)).toBeNull();
	});

	it('suggests the closest paths for a mistyped one', () => {
		const found = findInput(scenario, 'segments.one.routedSmal');
		expect(found).toMatchObject({ ok: false, message: 'there is no input segments.one.routedSmal' });
		expect(!found.ok && found.help).toContain('segments.one.routedSmall');
	});

	it('has no latency inputs if latency is not measured', () => {
		expect(inputAt(aScenario({ latency: null }), 'latency.small.p50')).toBeNull();
	});
});

describe('--set', () => {
	it('changes one input and shares the rest', () => {
		const next = set('segments.one.routedSmall=25%');
		expect(next.segments[0]?.routedSmall).toBe(0.25);
		expect(scenario.segments[0]?.routedSmall).toBe(0.5);
		expect(next.prices).toBe(scenario.prices);
	});

	it('starts a segment’s own tokens as a copy of the scenario’s', () => {
		expect(set('segments.one.tokens.output=900').segments[0]?.tokens).toEqual(someTokens({ fresh: 2000, output: 900 }));
	});

	it('creates a check with its other fields unmeasured, and switches it off', () => {
		const checked = set('check.catches=0.9');
		expect(checked.check).toEqual({ catches: 0.9, falseAlarms: null, cost: null, latency: null, labels: null });
		expect(set('check=off', checked).check).toBeNull();
	});

	it('switches a check on with default rates and an unmeasured delay', () => {
		expect(set('check=on').check).toEqual(aCheck({ latency: null }));
	});

	it('adds, fills and removes rows of the cost table', () => {
		const added = unwrap(applyEditTexts(scenario, ['rows.mine=new', 'rows.mine.routedSmall=70%', 'rows.r1=off']));
		expect(added.scenario.rows).toMatchObject([{ id: 'mine', name: 'mine', routedSmall: 0.7, improved: null }]);
		expect(added.edits.map(formatEdit)).toEqual(['rows.mine=new', 'rows.mine.routedSmall=0.7', 'rows.r1=off']);
		expect(applyEditTexts(scenario, ['rows.r1=new'])).toMatchObject({
			ok: false,
			message: 'there is a row r1 already',
		});
		expect(applyEditTexts(scenario, ['rows.r9=off'])).toMatchObject({ ok: false, help: 'There are r1.' });
		expect(applyEditTexts(scenario, ['rows.mine.routedSmall=1'])).toMatchObject({
			ok: false,
			message: expect.stringContaining('no input'),
		});
	});

	it('refuses a repair rate while a check derives it', () => {
		const checked = set('check.catches=0.9');
		expect(applyEdits(checked, [{ path: 'segments.one.repairRate', value: 0.1 }])).toMatchObject({
			ok: false,
			help: 'Turn it off first with check=off.',
		});
	});

	it('refuses a repair rate together with a check in either order, but accepts one set before the check is on', () => {
		const both = ['segments.one.repairRate=3%', 'check.catches=0.9'];
		const refusal = { ok: false, message: 'segments.one.repairRate is derived while a check is on' };
		expect(applyEditTexts(scenario, both)).toMatchObject(refusal);
		expect(applyEditTexts(scenario, [...both].reverse())).toMatchObject(refusal);
		expect(applyEditTexts(scenario, [...both, 'check=off']).ok).toBe(true);
		// As in the lab, when a check is tried on a mix with repairs.
		expect(applyEditTexts(scenario, ['segments.one.repairRate=3%', 'check=on', 'check.catches=0.8']).ok).toBe(true);
	});

	it('sets and clears an override, and sets a nullable input to not measured', () => {
		expect(set('segments.one.override=strong').segments[0]?.override).toBe('strong');
		expect(set('segments.one.override=off').segments[0]?.override).toBeNull();
		expect(set('segments.one.labels=none').segments[0]?.labels).toBeNull();
	});

	it.each([
		['segments.one.routedSmall=150%', /150% is out of range/, /Allowed: 0% to 100%/],
		['segments.one.routedSmall=-1', /−100% is out of range/, /Allowed: 0% to 100%/],
		['segments.one.routedSmall=lots', /“lots” cannot be read as a number/, /0\.3, \.3, 30% or 30/],
		['segments.one.routedSmall=none', /cannot be left unmeasured/, /Allowed/],
		['segments.one.override=maybe', /cannot be maybe/, /strong or off/],
		['segments.one.routerAuc=1', /out of range/, /0\.5 to 0\.9999/],
		['check=maybe', /cannot be maybe/, /on or off/],
		['rows.r9=maybe', /cannot be maybe/, /new to add/],
		['threshold', /has no value/, /PATH=VALUE/],
		['attempts.small=0.5', /out of range/, /1 to/],
	])('refuses %s', (text, message, help) => {
		const edit = parseEdit(scenario, text);
		expect(edit).toMatchObject({
			ok: false,
			message: expect.stringMatching(message),
			help: expect.stringMatching(help),
		});
	});

	it('refuses an edit that makes the scenario invalid, and accepts two that are valid together', () => {
		const two = aScenario({ segments: [aSegment({ id: 'a', share: 0.6 }), aSegment({ id: 'b', share: 0.4 })] });
		const share = (id: string, value: number) => ({ path: `segments.${id}.share`, value });
		expect(applyEdits(two, [share('a', 0.7)])).toMatchObject({ ok: false, message: expect.stringContaining('share') });
		expect(applyEdits(two, [share('a', 0.7), share('b', 0.3)]).ok).toBe(true);
	});

	it('formats every edit so that it parses back to the same value', () => {
		const numeric = inputPaths(scenario)
			.flatMap((path) => inputAt(scenario, path) ?? [])
			.filter(({ kind }) => !isChoice(kind));
		fc.assert(
			fc.property(fc.constantFrom(...numeric), fc.double({ min: 0, max: 1, noNaN: true }), (input, at) => {
				const value = input.range.min + at * (input.range.max - input.range.min);
				const edit = parseEdit(scenario, formatEdit({ path: input.path, value }));
				expect(edit.ok && edit.value.value).toBe(value + 0);
			}),
		);
	});
});

describe('steps', () => {
	const input = unwrap(findInput(scenario, 'segments.one.routedSmall'));

	it('adds a step without binary rounding error', () => {
		let value: number | string | null = 0;
		for (let i = 0; i < 30; i++) value = stepInput(input, value, 1);
		expect(value).toBe(0.3);
	});

	it('stays inside the range', () => {
		expect(stepInput(input, 0.95, 10)).toBe(1);
		expect(stepInput(input, 0.05, -10)).toBe(0);
	});

	it('switches an override either way', () => {
		const override = unwrap(findInput(scenario, 'segments.one.override'));
		expect(stepInput(override, null, -1)).toBe('strong');
		expect(stepInput(override, 'strong', 1)).toBeNull();
	});
});

describe('input values', () => {
	it('are shown unrounded with their unit', () => {
		const at = (path: string) => unwrap(findInput(scenario, path));
		expect(formatInputValue(at('segments.one.routedSmall'), 0.84)).toBe('84%');
		expect(formatInputValue(at('segments.one.routedSmall'), 0.12345)).toBe('12.345%');
		expect(formatInputValue(at('prices.small.input'), 0.5)).toBe('$0.5');
		expect(formatInputValue(at('tokens.fresh'), 2000)).toBe('2,000');
		expect(formatInputValue(at('latency.small.p50'), 700)).toBe('700 ms');
		expect(formatInputValue(at('segments.one.labels'), null)).toBe('not measured');
		expect(formatInputValue(at('segments.one.override'), null)).toBe('off');
	});

	it('are read even inside missing containers', () => {
		expect(inputValue(scenario, at('segments.one.tokens.fresh'))).toBe(2000);
		expect(inputValue(scenario, at('check.catches'))).toBeNull();
		expect(inputValue(scenario, at('check'))).toBeNull();
		expect(parseInput(at('segments.one.labels'), 'none')).toEqual({ ok: true, value: null });
	});
	const at = (path: string) => unwrap(findInput(scenario, path));

	it('are not set at an unknown path', () => {
		expect(setInput(scenario, 'segments.zzz.share', 0.5).ok).toBe(false);
	});
});
