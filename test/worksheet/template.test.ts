import documents from 'virtual:scenarios';
import { describe, expect, it } from 'vitest';
import { loadScenario, writeScenario } from '../../src/content/index.js';
import { computeOutcome } from '../../src/engine/index.js';
import { gapsOf, sheetFromTemplate } from '../../src/worksheet/index.js';

describe('a worksheet from a template', () => {
	it.each(documents.map((document) => [document.scenario.id, document] as const))(
		'%s has its figures and none of its texts',
		(id, document) => {
			const sheet = sheetFromTemplate(document, { id: 'mine', title: 'Mine' });
			const [before, after] = [computeOutcome(document.scenario), computeOutcome(sheet.scenario)];
			for (const [metric, value] of Object.entries(before.metrics)) {
				const now = after.metrics[metric as keyof typeof after.metrics];
				if (value === null) expect(now, metric).toBeNull();
				else expect(now, metric).toBeCloseTo(value, 9);
			}
			expect(after.verdict).toBe(before.verdict);
			expect(sheet.worksheet.template).toBe(id);
			expect([sheet.scenario.weeks, sheet.scenario.states, sheet.expectations, sheet.teaches]).toEqual([
				[],
				[],
				[],
				[],
			]);
			expect(sheet.scenario.rows.length).toBeGreaterThanOrEqual(document.scenario.rows.length || 5);
			// No text is filled in yet, in the rows either.
			expect(gapsOf(sheet).length).toBeGreaterThan(15);
			const written = writeScenario(sheet, null, 'mine.yaml');
			if (!written.ok) throw new Error(JSON.stringify(written.problems));
			const loaded = loadScenario(written.text, 'mine.yaml');
			expect(loaded).toEqual({ ok: true, document: sheet, warnings: expect.any(Function) });
		},
	);

	it('uses the figures of the given state', () => {
		const [document] = documents;
		if (!document) throw new Error('no scenario');
		const scenario = { ...document.scenario, handoffCost: 7 };
		expect(sheetFromTemplate(document, { id: 'mine', title: 'Mine' }, scenario).scenario.handoffCost).toBe(7);
	});
});
