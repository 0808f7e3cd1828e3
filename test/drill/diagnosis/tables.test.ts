import { describe, expect, it } from 'vitest';
import { SHAPES, type Shape } from '../../../src/drill/diagnosis/index.js';
import { evaluateScenario, findShapes, showsOnly } from '../../../src/drill/diagnosis/signatures.js';
import { scenarioAt } from '../../../src/engine/expectations/index.js';
import { computeOutcome } from '../../../src/engine/index.js';
import { SHIPPED_IDS, shippedScenario } from '../../support/shipped.js';
import { CASES, startOf } from './cases.js';
import { shapesInTables } from './read-tables.js';

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

	it('print the figures that the model computes', () => {
		for (const { artifacts, scenario, seed } of CASES.slice(0, 21)) {
			const { metrics, segments } = computeOutcome(scenario);
			const cells = artifacts.flatMap(({ rows }) => rows.map((row) => row.join(' | ')));
			const format = (value: number | null) => `${((value ?? Number.NaN) * 100).toFixed(1)}%`;
			for (const [i, segment] of scenario.segments.entries()) {
				const { routedSmall = 0, smallSuccess = null } = segments[i] ?? {};
				const right = smallSuccess === null ? '–' : format(smallSuccess);
				const start = `${segment.name} | ${format(routedSmall)} | ${right} | `;
				expect(
					cells.filter((row) => row.startsWith(start)),
					`${seed} ${start}`,
				).toHaveLength(1);
			}
			const share = cells.find((row) => row.startsWith('small share')) ?? '';
			expect(share.endsWith(format(metrics.smallShare)), share).toBe(true);
		}
	});

	it('show exactly the drawn shape when read on their own', () => {
		expect(CASES.map((diagnosis) => [diagnosis.seed, ...shapesInTables(diagnosis)])).toEqual(
			CASES.map(({ seed, shape }) => [seed, shape]),
		);
	});
});

describe('signatures of shapes', () => {
	it('find the drawn shape clearly, and no trace of the other six', () => {
		for (const diagnosis of CASES) {
			const [now, before] = [evaluateScenario(diagnosis.scenario), evaluateScenario(startOf(diagnosis))];
			expect(findShapes(now, before), String(diagnosis.seed)).toEqual([diagnosis.shape]);
			for (const shape of Object.keys(SHAPES) as Shape[])
				expect(showsOnly(shape, now, before), `${diagnosis.seed} ${shape}`).toBe(shape === diagnosis.shape);
		}
	});

	it('find nothing when nothing changed', () => {
		for (const diagnosis of CASES)
			expect(
				findShapes(evaluateScenario(startOf(diagnosis)), evaluateScenario(startOf(diagnosis))),
				String(diagnosis.seed),
			).toEqual([]);
	});

	it('find the right shape in every shipped failure scenario', () => {
		const names = ['false-easy', 'self-approval', 'repair-loop', 'premium-tier', 'route-drift', 'no-override'];
		const ids = [...names, 'slow-fallback'];
		expect(SHIPPED_IDS).toEqual(expect.arrayContaining(ids));
		for (const [i, id] of ids.entries()) {
			const { scenario } = shippedScenario(id);
			const healthy = scenarioAt(scenario, 'healthy');
			if (!healthy) throw new Error(`${id} has no healthy state`);
			expect(findShapes(evaluateScenario(scenario), evaluateScenario(healthy)), id).toContain(`F${i + 1}`);
		}
	});
});
