import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberValue, sheetOf, withNumber } from '../../src/worksheet/index.js';
import { newSheet, template, unwrap } from './sheets.js';

const RIGHT = 'segments.howto.smallRight';
const ESCALATED = 'segments.howto.noticed';

describe('a measured figure', () => {
	it('is read back as typed, at every mix', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 100 }),
				fc.integer({ min: 1, max: 999 }),
				fc.integer({ min: 0, max: 100 }),
				(mix, right, noticedPercent) => {
					const routed = unwrap(withNumber(newSheet(), 'segments.howto.routedSmall', mix / 100));
					const entered = unwrap(withNumber(routed, RIGHT, right / 1000));
					expect(numberValue(entered, RIGHT)).toBeCloseTo(right / 1000, 4);
					const noticed = Number(((1 - right / 1000) * (noticedPercent / 100)).toFixed(6));
					expect(numberValue(unwrap(withNumber(entered, ESCALATED, noticed)), ESCALATED)).toBeCloseTo(noticed, 4);
				},
			),
			{ numRuns: 100 },
		);
	});

	it('of noticed failures cannot exceed the failures', () => {
		const sheet = unwrap(withNumber(newSheet(), RIGHT, 0.9));
		expect(withNumber(sheet, ESCALATED, 0.2)).toMatchObject({ ok: false, help: expect.stringContaining('0% to 10%') });
		expect(unwrap(withNumber(sheet, ESCALATED, 0.1)).scenario.segments[0]?.detection).toBeCloseTo(1, 4);
	});

	it('is rejected if nothing is routed small, or without a value', () => {
		const strong = unwrap(withNumber(newSheet(), 'segments.howto.override', 'strong'));
		expect(withNumber(strong, RIGHT, 0.9)).toMatchObject({
			ok: false,
			message: expect.stringContaining('is routed small'),
		});
		expect(withNumber(newSheet(), RIGHT, null)).toMatchObject({ ok: false });
	});

	it('sets the observed success if the easy share is not measured', () => {
		const sheet = newSheet();
		const [first, ...rest] = sheet.scenario.segments;
		if (!first) throw new Error('no slice');
		const observed = { routedSmall: 0.8, smallSuccess: 0.9, escalationRate: 0.05 };
		const unmeasured = {
			...sheet,
			scenario: {
				...sheet.scenario,
				segments: [{ ...first, easyShare: null, routerAuc: null, detection: null, observed }, ...rest],
			},
		};
		expect(unwrap(withNumber(unmeasured, RIGHT, 0.8)).scenario.segments[0]?.observed?.smallSuccess).toBe(0.8);
	});

	it('replaces the observed figures of its slice, which would contradict it', () => {
		const observed = sheetOf(template('week-31'));
		expect(numberValue(observed, 'segments.faq.noticed')).toBeCloseTo(0.03, 5);
		const entered = unwrap(withNumber(observed, 'segments.faq.smallRight', 0.9));
		expect(numberValue(entered, 'segments.faq.smallRight')).toBeCloseTo(0.9, 5);
		expect(entered.scenario.segments[0]?.observed).toBeNull();
		// Only in this slice: the others keep their observed figures.
		expect(entered.scenario.segments[1]?.observed).not.toBeNull();
		expect(numberValue(entered, 'segments.refund.smallRight')).toBeCloseTo(0.81, 5);
	});
});
