import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioProblems } from '../../src/engine/index.js';
import { type Sheet, withAssumption, withNumber, withoutSlice, withSliceLike } from '../../src/worksheet/index.js';
import { aSheet, taken } from './sheets.js';

const sum = ({ scenario }: Sheet): number => scenario.segments.reduce((total, { share }) => total + share, 0);

describe('shares of the traffic', () => {
	it('sum to 1 whatever is typed, and what was typed stays', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 12 }),
				(typed) => {
					let sheet = aSheet();
					for (const [at, percent] of typed) {
						const id = sheet.scenario.segments[at]?.id ?? '';
						sheet = taken(withNumber(sheet, `segments.${id}.share`, percent / 100));
						expect(sheet.scenario.segments[at]?.share).toBe(percent / 100);
						expect(sum(sheet)).toBeCloseTo(1, 10);
						expect(scenarioProblems(sheet.scenario)).toEqual([]);
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it('keep their proportions', () => {
		const sheet = taken(withNumber(aSheet(), 'segments.contract.share', 0.54));
		expect(sheet.scenario.segments.map(({ share }) => share)).toEqual([0.25, 0.15, 0.06, 0.54]);
	});

	it('are given by half to a new slice, and come back when one goes', () => {
		const more = taken(withSliceLike(aSheet(), 'howto'));
		expect(more.scenario.segments.map(({ id, share }) => [id, share])).toEqual([
			['howto', 0.25],
			['slice-5', 0.25],
			['access', 0.3],
			['outage', 0.12],
			['contract', 0.08],
		]);
		const fewer = taken(withoutSlice(more, 'slice-5'));
		expect(sum(fewer)).toBeCloseTo(1, 10);
		expect(fewer.scenario.segments).toHaveLength(4);
	});

	it('leave a new slice without evidence, and take an assumption with a slice that goes', () => {
		const more = taken(withSliceLike(aSheet(), 'howto'));
		expect(more.scenario.segments[1]?.labels).toBeNull();
		const varied = taken(withAssumption(more, 'segments.slice-5.repairRate', '20%'));
		expect(taken(withoutSlice(varied, 'slice-5')).scenario.states).toEqual([]);
	});

	it('stay whole down to the last slice, which cannot go', () => {
		let sheet = aSheet();
		for (const id of ['howto', 'access', 'outage']) {
			sheet = taken(withoutSlice(sheet, id));
			expect(sum(sheet)).toBeCloseTo(1, 10);
		}
		expect(withoutSlice(sheet, 'contract')).toMatchObject({ ok: false, message: expect.stringContaining('one slice') });
		expect(withNumber(sheet, 'segments.contract.share', 0.5)).toMatchObject({ ok: false });
		expect(taken(withNumber(sheet, 'segments.contract.share', 1)).scenario.segments[0]?.share).toBe(1);
	});

	it('take the guardrails of a slice with it, the trigger too', () => {
		const base = aSheet();
		const watched: Sheet = {
			...base,
			scenario: {
				...base.scenario,
				guardrails: base.scenario.guardrails.map((one, i) => (i === 0 ? { ...one, segment: 'outage' } : one)),
			},
			worksheet: { ...base.worksheet, trigger: { metric: 'totalCostPerResolved', segment: 'outage' } },
		};
		const left = taken(withoutSlice(watched, 'outage'));
		expect(left.scenario.guardrails).toHaveLength(watched.scenario.guardrails.length - 1);
		expect(left.worksheet.trigger).toBeNull();
	});
});
