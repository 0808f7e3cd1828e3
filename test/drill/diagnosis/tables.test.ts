import { describe, expect, it } from 'vitest';
import { SHAPES, type Shape } from '../../../src/drill/diagnosis/index.js';
import { betrays, seen, shapesIn } from '../../../src/drill/diagnosis/signatures.js';
import { scenarioAt } from '../../../src/engine/expectations/index.js';
import { computeOutcome } from '../../../src/engine/index.js';
import { SHIPPED_IDS, shipped } from '../../support/shipped.js';
import { CASES, startOf } from './cases.js';
import { shapesOnPaper } from './read-tables.js';

describe('the tables of a case', () => {
	it('are of the same kinds for every shape', () => {
		const kinds = CASES.map(({ artifacts }) => artifacts.map(({ title, columns }) => [title, columns.length]));
		for (const kind of kinds) expect(kind).toEqual(kinds[0]);
		const labels = CASES.map(({ artifacts }) => artifacts.slice(2).map(({ rows }) => rows.map(([label]) => label)));
		for (const label of labels) expect(label).toEqual(labels[0]);
	});

	it('have 3 to 6 rows of at most 5 short cells, none of them empty', () => {
		for (const { artifacts, seed } of CASES)
			for (const { title, columns, rows } of artifacts) {
				const label = `${seed} ${title}`;
				expect(columns.length, label).toBeLessThanOrEqual(5);
				expect(rows.length, label).toBeGreaterThanOrEqual(3);
				expect(rows.length, label).toBeLessThanOrEqual(6);
				for (const row of rows) expect(row, label).toHaveLength(columns.length);
				for (const cell of [...columns, ...rows.flat()]) {
					expect(cell, label).toMatch(/\S/);
					expect(cell, label).not.toMatch(/NaN|null|undefined|Infinity/);
					expect(cell.length, `${label}: ${cell}`).toBeLessThan(24);
				}
			}
	});

	it('print what the model computes', () => {
		for (const { artifacts, scenario, seed } of CASES.slice(0, 21)) {
			const { metrics, segments } = computeOutcome(scenario);
			const cells = artifacts.flatMap(({ rows }) => rows.map((row) => row.join(' | ')));
			const printed = (value: number | null) => `${((value ?? Number.NaN) * 100).toFixed(1)}%`;
			for (const [i, segment] of scenario.segments.entries()) {
				const { routedSmall = 0, smallSuccess = null } = segments[i] ?? {};
				const right = smallSuccess === null ? '–' : printed(smallSuccess);
				const start = `${segment.name} | ${printed(routedSmall)} | ${right} | `;
				expect(
					cells.filter((row) => row.startsWith(start)),
					`${seed} ${start}`,
				).toHaveLength(1);
			}
			const share = cells.find((row) => row.startsWith('small share')) ?? '';
			expect(share.endsWith(printed(metrics.smallShare)), share).toBe(true);
		}
	});

	it('show exactly the shape that was drawn to somebody who reads nothing else', () => {
		expect(CASES.map((one) => [one.seed, ...shapesOnPaper(one)])).toEqual(
			CASES.map(({ seed, shape }) => [seed, shape]),
		);
	});
});

describe('the signatures that cases are drawn by', () => {
	it('find the shape that was drawn clearly, and of the other six not a trace', () => {
		for (const one of CASES) {
			const [now, before] = [seen(one.scenario), seen(startOf(one))];
			expect(shapesIn(now, before), String(one.seed)).toEqual([one.shape]);
			for (const shape of Object.keys(SHAPES) as Shape[])
				expect(betrays(shape, now, before), `${one.seed} ${shape}`).toBe(shape === one.shape);
		}
	});

	it('find nothing where nothing happened', () => {
		for (const one of CASES) expect(shapesIn(seen(startOf(one)), seen(startOf(one))), String(one.seed)).toEqual([]);
	});

	it('find the shape in every shipped failure shape', () => {
		const names = ['false-easy', 'self-approval', 'repair-loop', 'premium-tier', 'route-drift', 'no-override'];
		const ids = [...names, 'slow-fallback'];
		expect(SHIPPED_IDS).toEqual(expect.arrayContaining(ids));
		for (const [i, id] of ids.entries()) {
			const { scenario } = shipped(id);
			const healthy = scenarioAt(scenario, 'healthy');
			if (!healthy) throw new Error(`${id} has no healthy state`);
			expect(shapesIn(seen(scenario), seen(healthy)), id).toContain(`F${i + 1}`);
		}
	});
});
