import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { currentEntry } from '../../src/board/lab.js';
import { reportCommand } from '../../src/commands/report.js';
import { computeOutcome } from '../../src/engine/index.js';
import { applyEditTexts, formatEdit } from '../../src/engine/inputs/index.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { PANES, paneGrid } from '../../src/present/pane/pane.js';
import type { Action } from '../../src/screens/action.js';
import { currentLab } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';

const env = createEnv(SHIPPED_IDS.map(shippedScenario));

function open(id: string) {
	const store = createBoardStore({ env, scenario: shippedScenario(id).scenario, run: () => undefined });
	const entry = () => currentEntry(currentLab(store.getState()));
	return { store, entry, act: (...actions: Action[]) => actions.forEach(store.dispatch) };
}

describe('every input of every pane', () => {
	const ids = SHIPPED_IDS.filter((id) => id !== 'mmlu-mixtral-gpt4');

	it.each(ids)('edits %s in the same way as the command line does', async (id) => {
		for (const pane of PANES) {
			const count = paneGrid(pane, computeLab(shippedScenario(id).scenario, null, null)).flat().length;
			for (let i = 0; i < count; i++) {
				const { store, act, entry } = open(id);
				while (store.getState().pane !== pane) act({ type: 'pane', by: 1 });
				act({ type: 'focus-next', by: i });
				act({ type: 'step', by: 1 });
				if (entry().edits.length === 0) act({ type: 'step', by: -1 });
				const isRefused = store.getState().notice?.tone === 'refused';
				expect(entry().edits.length > 0, `${pane} ${i}: ${store.getState().notice?.text}`).toBe(!isRefused);
				const reapplied = applyEditTexts(shippedScenario(id).scenario, entry().edits.map(formatEdit));
				expect(reapplied.ok && reapplied.value.scenario).toEqual(entry().scenario);
			}
		}
	});

	it('gives the metrics of the JSON report for the same edits', async () => {
		const { act, entry } = open('week-31');
		act({ type: 'step', by: -10 }, { type: 'focus-next', by: 1 }, { type: 'step', by: 3 });
		act({ type: 'pane', by: 1 }, { type: 'pane', by: 1 }, { type: 'focus-next', by: -1 }, { type: 'step', by: 2 });
		const set = entry().edits.map(formatEdit);
		expect(set.length).toBeGreaterThanOrEqual(3);
		const object = JSON.parse(await reportCommand('week-31', { set, baseline: [], format: 'json' }));
		expect(object.metrics).toEqual(JSON.parse(JSON.stringify(computeOutcome(entry().scenario).metrics)));
	});
});

describe('random edits', () => {
	const action = fc.oneof(
		{ weight: 8, arbitrary: fc.integer({ min: -10, max: 10 }).map((by): Action => ({ type: 'step', by })) },
		{ weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }).map((by): Action => ({ type: 'focus-next', by })) },
		{ weight: 2, arbitrary: fc.constantFrom<Action>({ type: 'pane', by: 1 }, { type: 'pane', by: -1 }) },
		{
			weight: 1,
			arbitrary: fc.constantFrom<Action>(
				{ type: 'reset-input' },
				{ type: 'pin', on: true },
				{ type: 'pin', on: false },
			),
		},
		{
			weight: 1,
			arbitrary: fc.constantFrom<Action>({ type: 'rows', command: 'copy' }, { type: 'rows', command: 'remove' }),
		},
	);

	it.each(['week-31', 'cost-table'])(
		'of %s, a thousand of them, are undone exactly to the start and redone to the end',
		(id) => {
			fc.assert(
				fc.property(fc.array(action, { minLength: 1000, maxLength: 1000 }), (actions) => {
					const { store, act, entry } = open(id);
					const start = entry();
					act(...actions);
					const end = entry();
					const reapplied = applyEditTexts(shippedScenario(id).scenario, end.edits.map(formatEdit));
					expect(reapplied.ok && reapplied.value.scenario).toEqual(end.scenario);
					const steps = currentLab(store.getState()).position;
					for (let i = 0; i < steps; i++) act({ type: 'undo', by: -1 });
					expect(entry()).toBe(start);
					for (let i = 0; i < steps; i++) act({ type: 'undo', by: 1 });
					expect(entry()).toBe(end);
				}),
				{ numRuns: 2, endOnFailure: true },
			);
		},
	);
});
