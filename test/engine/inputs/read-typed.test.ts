import { describe, expect, it } from 'vitest';
import {
	inputAt,
	parseInput,
	parseNumber,
	parseTypedInput,
	parseTypedNumber,
} from '../../../src/engine/inputs/index.js';
import { shippedScenario } from '../../support/shipped.js';

const { scenario } = shippedScenario('week-31');
const read = (text: string) => parseTypedNumber(text, 'percent');

describe('a percentage typed next to percentages', () => {
	it.each([
		['1', 0.01],
		['1.0', 0.01],
		['1%', 0.01],
		['1.5', 0.015],
		['30', 0.3],
		['100', 1],
		['0.9', 0.9],
		['.9', 0.9],
		['0.9%', 0.009],
		['0', 0],
	])('reads %s as %d', (text, value) => {
		expect(read(text)).toEqual({ ok: true, value });
	});

	it('is read the same way for an input, and keeps its range', () => {
		const input = inputAt(scenario, 'segments.faq.repairRate');
		if (!input) throw new Error('no such input');
		expect(parseTypedInput(input, '1')).toEqual({ ok: true, value: 0.01 });
		expect(parseInput(input, '1')).toEqual({ ok: true, value: 1 });
		expect(parseTypedInput(input, '101')).toMatchObject({ ok: false });
	});

	it('leaves 1 alone where no percentage is asked for', () => {
		expect(parseTypedNumber('1', 'number')).toEqual(parseNumber('1', 'number'));
		expect(parseTypedNumber('1', 'money')).toEqual({ ok: true, value: 1 });
	});
});
