import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioProblems } from '../../src/engine/index.js';
import { type Sheet, withAssumption, withCopiedSlice, withNumber, withoutSlice } from '../../src/worksheet/index.js';
import { newSheet, unwrap } from './sheets.js';

const sum = ({ scenario }: Sheet): number => scenario.segments.reduce((total, { share }) => total + share, 0);

describe('shares of the traffic', () => {
	it('sum to 1 and keep the typed value, for any edits', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 12 }),
				(typed) => {
					let sheet = newSheet();
					for (const [index, percent] of typed) {
						const id = sheet.scenario.segments[index]?.id ?? '';
						sheet = unwrap(withNumber(sheet, `segments.${id}.share`, percent / 100));
						expect(sheet.scenario.segments[index]?.share).toBe(percent / 100);
						expect(sum(sheet)).toBeCloseTo(1, 10);
						expect(scenarioProblems(sheet.scenario)).toEqual([]);
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it('are scaled in proportion when another share changes', () => {
		const sheet = unwrap(withNumber(newSheet(), 'segments.contract.share', 0.54));
		expect(sheet.scenario.segments.map(({ share }) => share)).toEqual([0.25, 0.15, 0.06, 0.54]);
	});

	it('are halved with a new slice, and sum to 1 after removing it', () => {
		const withCopy = unwrap(withCopiedSlice(newSheet(), 'howto'));
		expect(withCopy.scenario.segments.map(({ id, share }) => [id, share])).toEqual([
			['howto', 0.25],
			['slice-5', 0.25],
			['access', 0.3],
			['outage', 0.12],
			['contract', 0.08],
		]);
		const withoutCopy = unwrap(withoutSlice(withCopy, 'slice-5'));
		expect(sum(withoutCopy)).toBeCloseTo(1, 10);
		expect(withoutCopy.scenario.segments).toHaveLength(4);
	});

	it('of a new slice come without its labels, and removing the slice removes its assumption', () => {
		const withCopy = unwrap(withCopiedSlice(newSheet(), 'howto'));
		expect(withCopy.scenario.segments[1]?.labels).toBeNull();
		const varied = unwrap(withAssumption(withCopy, 'segments.slice-5.repairRate', '20%'));
		expect(unwrap(withoutSlice(varied, 'slice-5')).scenario.states).toEqual([]);
	});

	it('sum to 1 down to the last slice, which cannot be removed', () => {
		let sheet = newSheet();
		for (const id of ['howto', 'access', 'outage']) {
			sheet = unwrap(withoutSlice(sheet, id));
			expect(sum(sheet)).toBeCloseTo(1, 10);
		}
		expect(withoutSlice(sheet, 'contract')).toMatchObject({
			ok: false,
			message: expect.stringContaining('one segment'),
		});
		expect(withNumber(sheet, 'segments.contract.share', 0.5)).toMatchObject({ ok: false });
		expect(unwrap(withNumber(sheet, 'segments.contract.share', 1)).scenario.segments[0]?.share).toBe(1);
	});

	it('of a removed slice go together with its guardrails and trigger', () => {
		const base = newSheet();
		const watched: Sheet = {
			...base,
			scenario: {
				...base.scenario,
				guardrails: base.scenario.guardrails.map((guardrail, i) =>
					i === 0 ? { ...guardrail, segment: 'outage' } : guardrail,
				),
			},
			worksheet: { ...base.worksheet, trigger: { metric: 'totalCostPerResolved', segment: 'outage' } },
		};
		const remaining = unwrap(withoutSlice(watched, 'outage'));
		expect(remaining.scenario.guardrails).toHaveLength(watched.scenario.guardrails.length - 1);
		expect(remaining.worksheet.trigger).toBeNull();
	});
});
