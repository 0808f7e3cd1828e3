import { describe, expect, it } from 'vitest';
import { computeLab } from '../../src/present/board/lab-input.js';
import { boardSummary } from '../../src/present/board/summary.js';
import { textOf } from '../../src/text/line.js';
import { layoutTable } from '../../src/text/table.js';
import { shippedScenario } from '../support/shipped.js';

const { scenario } = shippedScenario('one-lever');
const drawSummary = (width: number, baseline: typeof scenario | null = null): readonly string[] =>
	layoutTable(boardSummary(computeLab(scenario, null, baseline)), {
		width,
		bodyRows: Number.POSITIVE_INFINITY,
		focus: null,
	}).map(textOf);

describe('the summary of the Board', () => {
	it.each([72, 80, 100, 120])('has a distinct name for each row at %i columns', (width) => {
		const names = drawSummary(width)
			.slice(1)
			.map((line) => line.slice(0, line.search(/ {2}/)));
		expect(new Set(names).size).toBe(names.length);
	});

	it('names a pinned baseline in the heading', () => {
		expect(drawSummary(120)[0]).toMatch(/ vs base /);
		expect(drawSummary(120, scenario)[0]).toMatch(/ vs pin /);
	});
});
