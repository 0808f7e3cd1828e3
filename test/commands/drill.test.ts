import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventBody } from '../../src/course/index.js';
import { stampEvents } from '../course/events.js';
import { runCommand } from '../support/run-program.js';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	vi.stubEnv('DISPATCH_BOARD_HOME', home);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(home, { recursive: true, force: true });
});

const writeJournal = (events: readonly EventBody[]): void =>
	writeFileSync(
		join(home, 'progress.jsonl'),
		stampEvents(events)
			.map((event) => `${JSON.stringify(event)}\n`)
			.join(''),
	);

const DECK = `id: ours
title: What our team asks
kind: recall
cards:
  - id: owner
    question: Who owns the resolution guardrail?
    points:
      - { text: The support lead., lesson: the-rule, match: [support] }
      - { text: 'Weekly, from labels.', lesson: too-few-labels, match: [label] }
    answer: The support lead owns it and reads it weekly.
`;

function writeDeck(text: string): string {
	const path = join(home, 'ours.yaml');
	writeFileSync(path, text);
	return path;
}

describe('dispatch-board drill without a terminal', () => {
	it('counts the questions of every kind, and those due', async () => {
		writeJournal([
			{ type: 'reviewed', card: 'recall/R1', grade: 1, when: '2026-01-01T10:00:00.000Z' },
			{ type: 'reviewed', card: 'numbers/veto-value', grade: 4, when: new Date().toISOString() },
		]);
		const { exitCode, out, err } = await runCommand('drill');
		expect([exitCode, err]).toEqual([0, '']);
		expect(out).toBe(`recall       9 questions, 1 due, 8 new
interview    7 questions, 0 due, 7 new
numbers      9 questions, 0 due, 8 new
diagnose     7 questions, 0 due, 7 new
diagrams     2 questions, 0 due, 2 new

Drills need a terminal: run this in one.
`);
	});

	it('counts the reader’s own deck instead of the shipped one', async () => {
		expect((await runCommand('drill', '--deck', writeDeck(DECK))).out).toContain(
			'recall       1 questions, 0 due, 1 new',
		);
	});

	it.each([
		[['drill', 'recal'], /no kind of drill “?recal”?[\s\S]*recall/i, 2],
		[['drill', '--minutes', '0'], /--minutes takes a number from 1 to 240, not 0/, 2],
		[['drill', '--minutes', 'ten'], /--minutes takes a number from 1 to 240, not ten/, 2],
		[['drill', '--deck', '/nowhere/ours.yaml'], /\/nowhere\/ours\.yaml: /, 2],
		[['drill', '--seed', '-1'], /--seed takes a whole number/, 2],
		[['drill', '--minutes', '5'], /A run needs a terminal/, 2],
		[['drill', '--export', '/nowhere/x.md'], /nothing can be written in \/nowhere/, 2],
	] as const)('rejects %j and says what to do', async (args, message, code) => {
		const { exitCode, out, err } = await runCommand(...args);
		expect([exitCode, out]).toEqual([code, '']);
		expect(err).toMatch(message);
	});

	it('reports a problem of a deck with its place and the lesson that was meant', async () => {
		const path = writeDeck(DECK.replace('the-rule', 'the-rul'));
		for (const args of [
			['drill', '--deck', path],
			['check', path],
		]) {
			const { exitCode, err } = await runCommand(...args);
			expect(exitCode).toBe(1);
			expect(err).toMatch(/ours\.yaml:8:\d+: [\s\S]*the-rul[\s\S]*the-rule/);
		}
		expect(await runCommand('check', writeDeck(DECK))).toMatchObject({ exitCode: 0 });
	});
});

describe('dispatch-board progress', () => {
	it('reports the state of practice as text and JSON', async () => {
		writeJournal([
			{ type: 'reviewed', card: 'recall/R1', grade: 1, when: '2026-01-01T10:00:00.000Z' },
			{ type: 'reviewed', card: 'recall/R2', grade: 3, when: '2026-01-01T10:01:00.000Z' },
			{ type: 'reviewed', card: 'recall/R3', grade: 3, when: '2026-01-01T10:02:00.000Z' },
			{ type: 'unreviewed', card: 'recall/R3' },
		]);
		expect((await runCommand('progress')).out).toMatch(/practice {4}2 due {3}32 of 34 new/);
		expect(JSON.parse((await runCommand('progress', '--format', 'json')).out)).toMatchObject({
			practice: { cards: 34, due: 2, fresh: 32, later: 0, leeches: 0 },
			reviews: [{ card: 'recall/R1', grade: 1 }, { card: 'recall/R2' }],
		});
	});
});
