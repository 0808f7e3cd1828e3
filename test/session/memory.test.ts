import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { currentEntry } from '../../src/board/lab.js';
import { currentLab } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { openMemory } from '../../src/session/memory.js';
import { shippedScenario } from '../support/shipped.js';
import { shippedLesson } from '../support/shipped-lesson.js';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const types = (): string[] =>
	readFileSync(join(home, 'progress.jsonl'), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line).type);

it('the memory restores the edits of the first lesson after a kill, because its beginning is recorded', async () => {
	const documents = [shippedScenario('week-31')];
	const start = async () => {
		const memory = await openMemory({ DISPATCH_BOARD_HOME: home }, () => null);
		const store = createBoardStore({
			env: createEnv(documents, [shippedLesson('the-bill-fell')], { reopen: memory.reopen, nameOf: (id) => id }),
			scenario: shippedScenario('week-31').scenario,
			reopened: memory.resume(shippedScenario('week-31').scenario),
			screen: 'lesson',
			lesson: 'the-bill-fell',
			readings: memory.readings,
			run: () => undefined,
		});
		memory.watch(store, null);
		return store;
	};
	const store = await start();
	const before = currentEntry(currentLab(store.getState())).scenario;
	// Tab may go to a question, which a step does not change.
	for (const _ of [1, 2, 3]) {
		store.dispatch({ type: 'focus-next', by: 1 });
		store.dispatch({ type: 'step', by: 1 });
	}
	const left = currentEntry(currentLab(store.getState())).scenario;
	expect(left).not.toEqual(before);
	// As after a kill, the first memory is never closed.
	const restarted = await start();
	expect(currentEntry(currentLab(restarted.getState())).scenario).toEqual(left);
});

it('the memory reopens a scenario as the lab left it, whatever a lesson on it changed, and keeps the board of the lesson', async () => {
	const { scenario } = shippedScenario('week-31');
	const start = async (screen: 'lab' | 'lesson') => {
		const memory = await openMemory({ DISPATCH_BOARD_HOME: home }, () => null);
		const store = createBoardStore({
			env: createEnv([shippedScenario('week-31')], [shippedLesson('the-bill-fell')], {
				reopen: memory.reopen,
				nameOf: (id) => id,
			}),
			scenario,
			screen,
			lesson: screen === 'lesson' ? 'the-bill-fell' : null,
			readings: memory.readings,
			run: () => undefined,
		});
		memory.watch(store, null);
		return { memory, store, board: () => currentEntry(currentLab(store.getState())).scenario };
	};
	const lab = await start('lab');
	lab.store.dispatch({ type: 'step', by: 1 });
	const leftInLab = lab.board();
	lab.memory.close();
	const lesson = await start('lesson');
	for (const _ of [1, 2, 3]) {
		lesson.store.dispatch({ type: 'focus-next', by: 1 });
		lesson.store.dispatch({ type: 'step', by: 1 });
	}
	const leftInLesson = lesson.board();
	expect(leftInLesson).not.toEqual(leftInLab);
	lesson.memory.close();
	const again = await start('lab');
	expect(again.board()).toEqual(leftInLab);
	again.store.dispatch({ type: 'go', screen: 'lesson' });
	expect(again.board()).toEqual(leftInLesson);
	again.memory.close();
});

it('the memory writes events that could not be written earlier, in order, once the folder is writable', async () => {
	rmSync(home, { recursive: true });
	writeFileSync(home, '');
	const memory = await openMemory({ DISPATCH_BOARD_HOME: home }, () => null);
	const store = createBoardStore({
		env: createEnv([shippedScenario('week-31')]),
		scenario: shippedScenario('week-31').scenario,
		run: () => undefined,
	});
	memory.watch(store, null);
	store.dispatch({ type: 'step', by: 1 });
	store.dispatch({ type: 'step', by: 1 });
	rmSync(home);
	store.dispatch({ type: 'step', by: 1 });
	expect(types()).toEqual(['opened', 'went', 'edited', 'edited', 'edited']);
	expect(memory.close()).toBeNull();
});

it('the memory writes an event before dispatch returns, and so before the frame', async () => {
	const memory = await openMemory({ DISPATCH_BOARD_HOME: home }, () => null);
	const documents = [shippedScenario('week-31')];
	const store = createBoardStore({
		env: createEnv(documents),
		scenario: shippedScenario('week-31').scenario,
		run: (effect) => {
			if (effect.type === 'answered' || effect.type === 'reviewed' || effect.type === 'unreviewed')
				memory.recordDrill(effect);
		},
	});
	memory.watch(store, null);
	store.dispatch({ type: 'step', by: 1 });
	expect(types()).toEqual(['opened', 'went', 'edited']);
	memory.recordDrill({ type: 'reviewed', review: { card: 'a/b', grade: 3, at: '2026-07-01T09:00:00.000Z' } });
	expect(types().at(-1)).toBe('reviewed');
	memory.close();
});
