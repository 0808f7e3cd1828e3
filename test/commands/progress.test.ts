import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

const progress = (...args: string[]) => runCommand('progress', ...args);

const EVENTS: readonly EventBody[] = [
	{ type: 'opened', scenario: 'week-31', file: null },
	{ type: 'placed', scenario: 'week-31', pane: 'board', focus: 'segments.faq.routedSmall' },
	{ type: 'edited', scenario: 'week-31', edits: ['segments.faq.routedSmall=0.5'], baseline: null },
	{ type: 'predicted', scenario: 'week-31', name: 'Ann', metric: 'cost', guess: 0.01, truth: 0.0077, error: 0.0023 },
	{ type: 'predicted', scenario: 'week-31', name: 'Ann', metric: 'resolution', guess: 0.9, truth: 0.94, error: -0.04 },
	{ type: 'predicted', scenario: 'week-31', name: 'Bob', metric: 'silent', guess: 0.01, truth: null, error: null },
	{ type: 'opened', scenario: 'mine', file: '/home/ann/my own.yaml' },
	{ type: 'edited', scenario: 'mine', edits: [], baseline: ['threshold=0'] },
];
const writeJournal = (text: string | Uint8Array): void => writeFileSync(join(home, 'progress.jsonl'), text);
const lines = (events: readonly EventBody[]): string =>
	stampEvents(events)
		.map((event) => `${JSON.stringify(event)}\n`)
		.join('');

describe('dispatch-board progress', () => {
	it('reports that there is no progress yet and how to start, and writes nothing', async () => {
		rmSync(home, { recursive: true });
		const { exitCode, out, err } = await progress();
		expect([exitCode, err]).toEqual([0, '']);
		expect(out).toBe('Nothing yet: nothing was opened.\n\nStart with: dispatch-board\n');
		expect(JSON.parse((await progress('--format', 'json')).out)).toMatchObject({ lastScenario: null, scenarios: [] });
		expect(() => readdirSync(home)).toThrow(/ENOENT/);
	});

	it('prints scenarios, changes and guesses as text', async () => {
		writeJournal(lines(EVENTS));
		const { exitCode, out, err } = await progress();
		expect([exitCode, err]).toEqual([0, '']);
		expect(out.replace(/2026-0[67]-\d\d \d\d:\d\d/g, 'THEN')).toBe(`Since THEN: 2 scenarios, 2 changes, 3 guesses.

week-31
  opened 1 time, changed 1 time, last on THEN
  stands at
    segments.faq.routedSmall=0.5

mine (/home/ann/my own.yaml)
  opened 1 time, changed 1 time, last on THEN
  stands unedited
  compared with
    threshold=0

Guesses of Ann: 2
  spend: off by $0.0023 once; last said $0.0100, it was $0.0077
  resolution: off by 4.0 pt once; last said 90.0%, it was 94.0%

Guesses of Bob: 1
  silent failures: last said 1.0%, it is not measured

Open last was /home/ann/my own.yaml, which is no longer there. Go on with: dispatch-board
`);
	});

	it('prints the command for the file that was open last', async () => {
		const file = join(home, 'my own.yaml');
		writeFileSync(file, '');
		writeJournal(lines([{ type: 'opened', scenario: 'mine', file }]));
		expect((await progress()).out).toMatch(/\nGo on with: dispatch-board lab '.*my own\.yaml'\n$/);
	});

	it('prints the progress of lessons, and the next one', async () => {
		const reading = {
			block: 2,
			line: 1,
			focus: null,
			hints: { 'bring-it-back': 2 },
			edits: null,
			ended: true,
		} as const;
		const answers = { resolution: { kind: 'guess', guess: 0.95, truth: 0.941282 } } as const;
		writeJournal(
			lines([
				{ type: 'opened', scenario: 'week-31', file: null },
				{ type: 'read', lesson: 'the-bill-fell', ...reading, answers, solved: { 'bring-it-back': 'skipped' } },
				{ type: 'went', screen: 'contents', lesson: null },
			]),
		);
		const { out } = await progress();
		expect(out).toMatch(
			/\n0 of \d+ lessons done, 1 skipped, about \d+ minutes left\n[\s\S]*\nlessons\n {2}the-bill-fell: skipped, 1 answer, 2 hints, 1 solution shown\n/,
		);
		expect(out).toMatch(/challenges {2}✓ 0 without a hint {3}0 with hints {3}1 shown {3}\d+ open/);
		expect(out).toMatch(/\nnext +\S/);
		expect(out).toMatch(/\n\nGo on with: dispatch-board\n$/);
		expect(JSON.parse((await progress('--format', 'json')).out)).toMatchObject({
			lastScreen: { screen: 'contents', lesson: null },
			lessons: [{ lesson: 'the-bill-fell', answers, solved: { 'bring-it-back': 'skipped' } }],
		});
	});

	it('prints the result of the closing check once it was begun, in JSON by id of the fact', async () => {
		const unread = { block: 0, line: 0, focus: null, hints: {}, edits: null, ended: false } as const;
		const answers = {
			'false-easy': { kind: 'guess', guess: 0.05, truth: 0.0487 },
			dashboard: { kind: 'choice', choice: 1, right: false },
		} as const;
		const solved = { 'route-r10': 'skipped' } as const;
		writeJournal(lines([{ type: 'read', lesson: 'the-bill-fell', ...unread, answers: {}, solved: {} }]));
		expect((await progress()).out).not.toContain('Closing check:');
		writeJournal(lines([{ type: 'read', lesson: 'closing-check-week-17', ...unread, answers, solved }]));
		expect((await progress()).out).toContain(
			'\n\nClosing check: 1 of 8 questions right, 0 of 2 challenges solved, 4 topics to repeat, 7 open\n',
		);
		expect(JSON.parse((await progress('--format', 'json')).out)).toMatchObject({
			checks: [
				{
					lesson: 'closing-check-the-cache',
					questions: { total: 8, right: 1, open: 6 },
					challenges: { total: 2, right: 0, open: 1 },
					facts: { O2: 'held', S4: 'held', S2: 'missed', F5: 'missed', M7: 'missed', M4: 'missed', W1: 'open' },
				},
			],
		});
	});

	it('prints the same as JSON, unrounded', async () => {
		writeJournal(lines(EVENTS));
		const { out } = await progress('--format', 'json');
		expect(JSON.parse(out)).toMatchObject({
			since: '2026-07-01T09:00:00.000Z',
			lastAt: '2026-07-01T09:07:00.000Z',
			lastScenario: 'mine',
			runs: 1,
			counts: { opened: 2, placed: 1, edited: 2, predicted: 3 },
			scenarios: [
				{
					scenario: 'week-31',
					pane: 'board',
					focus: { board: 'segments.faq.routedSmall' },
					edits: ['segments.faq.routedSmall=0.5'],
					baseline: null,
				},
				{ scenario: 'mine', file: '/home/ann/my own.yaml', edits: [], baseline: ['threshold=0'] },
			],
			scores: [
				{
					name: 'Ann',
					guesses: 2,
					metrics: [
						{ metric: 'cost', measured: 1, meanError: 0.0023 },
						{ metric: 'resolution', last: { guess: 0.9 } },
					],
				},
				{ name: 'Bob', metrics: [{ measured: 0, meanError: null, last: { truth: null } }] },
			],
			skipped: { newer: 0, unknown: 0, malformed: 0 },
		});
	});

	it('reports a damaged journal on stderr, prints the rest, and exits with 0', async () => {
		writeJournal(`\u0001\u0002\n${lines(EVENTS.slice(0, 1))}`);
		const { exitCode, out, err } = await progress();
		expect(exitCode).toBe(0);
		expect(err).toMatch(/^a line of .*progress\.jsonl was damaged; all others were read\n$/);
		expect(out).toMatch(/week-31/);
	});

	it('reports skipped lines', async () => {
		writeJournal(`${lines(EVENTS.slice(0, 1))}{"v":2}\n{"v":3}\n{}\n`);
		expect((await progress()).out).toMatch(
			/Not counted: 2 lines of a newer version .* and 1 line that no version wrote/,
		);
	});

	it('prints no control characters from the journal', async () => {
		const hostile = '\u001b]0;owned\u0007\n\u202e';
		writeJournal(
			lines([
				{ type: 'opened', scenario: hostile, file: hostile },
				{ type: 'edited', scenario: hostile, edits: [hostile], baseline: [hostile] },
				{ type: 'predicted', scenario: hostile, name: hostile, metric: hostile, guess: 1, truth: 1, error: 0 },
			]),
		);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
		expect((await progress()).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
	});

	it('rejects an unknown format with exit 2, and an unreadable journal with exit 1', async () => {
		expect(await progress('--format', 'jsn')).toEqual({
			exitCode: 2,
			out: '',
			err: 'There is no format jsn. Did you mean json?\n',
		});
		mkdirSync(join(home, 'progress.jsonl'));
		const { exitCode, err } = await progress();
		expect(exitCode).toBe(1);
		expect(err).toMatch(/^.*progress\.jsonl cannot be read: it is no file\. .*\n$/);
	});
});

it.each(['progress', 'drill'])('%s reports that the home is a file, and exits with 1', async (command) => {
	const file = join(home, 'file');
	writeFileSync(file, '');
	vi.stubEnv('DISPATCH_BOARD_HOME', file);
	expect(await runCommand(command)).toEqual({
		exitCode: 1,
		out: '',
		err: `${join(file, 'progress.jsonl')} cannot be read: there is a file where a folder should be. DISPATCH_BOARD_HOME names another folder for it.\n`,
	});
});
