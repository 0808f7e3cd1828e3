import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import type { Action } from '../../src/screens/action.js';
import { badgeTexts, labHead } from '../../src/screens/lab/head.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { shippedScenario } from '../support/shipped.js';

const week31 = shippedScenario('week-31');

/** Returns the first line of the lab and its badges as they are spoken, after these actions. */
function headAfter(columns: number, ...actions: readonly Action[]): { line: string; spoken: readonly string[] } {
	const store = createBoardStore({
		scenario: week31.scenario,
		env: createEnv([week31]),
		size: { columns, rows: 24 },
		screen: 'lab',
		run: () => {},
	});
	for (const action of actions) store.dispatch(action);
	const state = store.getState();
	return { line: textOf(labHead(state)), spoken: badgeTexts(state) };
}

const EDIT: Action = { type: 'step', by: 1 };
const PIN: Action = { type: 'pin', on: true };
const PREDICT: Action = { type: 'predict' };

describe('the first line of the lab', () => {
	it('has the title where there is room, and else the id, with the names of all panes', () => {
		expect(headAfter(200).line).toMatch(/^ Dispatch Board · Week 31: .* +\[Board\] Cost .* Signals *$/);
		expect(headAfter(80).line).toMatch(/^ week-31 +\[Board\] Cost .* Signals *$/);
	});

	it('names what is not as the file has it, with the key that puts it back', () => {
		expect(headAfter(80).line).not.toMatch(/edited|pinned|guessing/);
		expect(headAfter(120, EDIT).line).toContain('edited 1, X puts back');
		expect(headAfter(200, EDIT, PIN, PREDICT).line).toContain(
			'edited 1, X puts back · pinned, B unpins · guessing, p stops',
		);
		expect(headAfter(120, EDIT, { type: 'undo', by: -1 }).line).not.toContain('edited');
	});

	it('keeps the badges at 60 columns: the names of the panes give way', () => {
		const { line } = headAfter(60, EDIT, PIN, PREDICT);
		expect(line).toMatch(/edited 1 X · pinned B · guessing p +\[Board\] 1 of 7/);
	});

	it('is never wider than the window', () => {
		for (const columns of [60, 70, 80, 100, 140, 200])
			for (const actions of [[], [EDIT], [PIN], [EDIT, PIN], [EDIT, PIN, PREDICT]])
				expect(width(headAfter(columns, ...actions).line), `${actions.length} badges`).toBeLessThanOrEqual(columns);
	});

	it('is spoken in words', () => {
		expect(headAfter(80, EDIT, PIN, PREDICT).spoken).toEqual([
			'edited 1, X puts back',
			'pinned, B unpins',
			'guessing, p stops',
		]);
	});
});
