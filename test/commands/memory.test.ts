import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMemory } from '../../src/commands/memory.js';
import { surroundings } from '../../src/commands/surroundings.js';
import { createBoardStore } from '../../src/store/index.js';
import { shipped } from '../support/shipped.js';

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

it('has handed an event to the system when the action that caused it returns, before anything is drawn', async () => {
	const memory = await openMemory({ DISPATCH_BOARD_HOME: home }, () => null);
	const documents = [shipped('week-31')];
	const store = createBoardStore({
		around: surroundings(documents),
		scenario: shipped('week-31').scenario,
		run: (effect) => {
			if (effect.type === 'answered' || effect.type === 'reviewed' || effect.type === 'unreviewed')
				memory.drilled(effect);
		},
	});
	memory.watch(store, null);
	store.dispatch({ type: 'step', by: 1 });
	expect(types()).toEqual(['opened', 'went', 'edited']);
	memory.drilled({ type: 'reviewed', review: { card: 'a/b', grade: 3, at: '2026-07-01T09:00:00.000Z' } });
	expect(types().at(-1)).toBe('reviewed');
	memory.close();
});
