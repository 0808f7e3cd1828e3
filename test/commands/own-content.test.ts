import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BASE } from '../content/base.js';
import { LESSON } from '../content/lesson/base.js';
import { runCommand } from '../support/run-program.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	vi.stubEnv('DISPATCH_BOARD_HOME', folder);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

function writeFile(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

const CLAIMED = `${BASE}expect:
  - says: This mix can ship.
    verdict: ship
  - says: It is nearly free.
    metric: cost
    atMost: 0.0001
`;

const deckText = (id: string, lesson = 'the-rule'): string => `id: ${id}
title: What our team asks
kind: recall
cards:
  - id: owner
    question: Who owns the resolution guardrail?
    points:
      - { text: The support lead., lesson: ${lesson}, match: [support] }
      - { text: 'Weekly, from labels.', lesson: too-few-labels, match: [label] }
    answer: The support lead owns it and reads it weekly.
`;

describe('the id of shipped content', () => {
	it.each([
		['week-31.yaml', 'scenarios/week-31.yaml', 'week-31.yaml:2:5: warning: the id week-31 is that of a scenario'],
		[
			'mine.md',
			'lessons/model-routing/01-the-bill-fell.md',
			'mine.md:2:5: warning: the id the-bill-fell is that of a lesson',
		],
		[
			'my-deck.yaml',
			'drills/recall.yaml',
			'my-deck.yaml:1:5: warning: the id recall is that of questions that come with the program; theirs are R1, R2',
		],
	])('causes a warning by check in %s, but no failure', async (name, shipped, message) => {
		const { exitCode, out } = await runCommand('check', writeFile(name, readFileSync(shipped, 'utf8')));
		expect(out).toContain(message);
		expect(out).toContain('Give it another id');
		expect(out).toMatch(/1 file checked, no problem, 1 warning\n$/);
		expect(exitCode).toBe(0);
		expect((await runCommand('check', shipped)).out).toBe('1 file checked, no problem\n');
	});

	it('causes a warning even if a claim does not hold, and none under another id', async () => {
		const { out, err } = await runCommand('check', writeFile('a.yaml', CLAIMED.replace(/^id: .*/m, 'id: week-31')));
		expect(out + err).toContain('a.yaml:1:5: warning: the id week-31 is that of a scenario');
		expect((await runCommand('check', writeFile('b.yaml', BASE))).out).not.toContain('warning: the id');
	});

	it('is reported at its own line, wherever that is', async () => {
		const [id = '', ...rest] = BASE.replace(/^id: .*/m, 'id: week-31').split('\n');
		const { out } = await runCommand('check', writeFile('last.yaml', `${rest.join('\n').trimEnd()}\n${id}\n`));
		expect(out).toMatch(/last\.yaml:(?:[4-9]\d):5: warning: the id week-31 is that of a scenario/);
		expect(out).toContain('| id: week-31\n');
	});

	it('that belongs to a generated drill is reported with the separate schedule', async () => {
		const { out } = await runCommand('check', writeFile('d.yaml', deckText('numbers', 'the-slice')));
		expect(out).toContain('the id numbers is that of questions that come with the program\n');
		expect(out).toContain('own:numbers');
	});
});

it('check reports a price list as such', async () => {
	const { exitCode, err, out } = await runCommand(
		'check',
		writeFile('p.json', '{ "a": { "input_cost_per_token": 1e-6 } }'),
	);
	expect(exitCode).toBe(2);
	expect(err + out).toMatch(/p\.json: it is a list of prices: .*--prices/);
	expect(err + out).toMatch(/1 file checked, 1 problem in 1/);
});

it('a report notes the default figures of a check that is switched on', async () => {
	const notesOf = async (...set: string[]) =>
		JSON.parse(
			(await runCommand('report', 'toy-request', ...set.flatMap((edit) => ['--set', edit]), '--format', 'json')).out,
		).notes;
	expect(await notesOf('check=on')).toEqual([
		'check=on takes the program’s figures where none is set: catches 90%, false alarms 5%, $0.0016 a check.',
	]);
	expect(await notesOf('check=on', 'check.catches=0.8', 'check.cost=0')).toEqual([
		'check=on takes the program’s figures where none is set: false alarms 5%.',
	]);
	expect(await notesOf('check=on', 'check.catches=0.8', 'check.cost=0', 'check.falseAlarms=0')).toEqual([]);
	expect(await notesOf()).toEqual([]);
});

describe('a claim that does not hold', () => {
	it.each(['report', 'lab'])('is reported by %s next to the board, with exit code 1', async (command) => {
		const { exitCode, out, err } = await runCommand(command, writeFile('base.yaml', CLAIMED));
		expect(exitCode).toBe(1);
		expect(out).toContain('Refund dispute');
		expect(err.match(/this does not hold/g)).toHaveLength(2);
		expect(err).toContain('base.yaml:');
	});

	it('is reported with the guardrails that decided the verdict', async () => {
		const shipped = readFileSync('scenarios/week-31.yaml', 'utf8');
		const text = shipped.replace(/^expect:\n/m, '$&  - says: It can ship.\n    verdict: ship\n');
		const { err } = await runCommand('report', writeFile('week-31.yaml', text));
		expect(err).toContain(
			'expected verdict ship, but it is roll-back, decided by resolution 94.13% (at least 96.14%) and highRiskSmall 38.75% (at most 5%)',
		);
	});

	it.each(['text', 'md', 'json', 'csv'])('is noted in the report as %s', async (format) => {
		const { out } = await runCommand('report', writeFile('base.yaml', CLAIMED), '--format', format);
		expect(out.replace(/\s+/g, ' ')).toMatch(/The claim “This mix can ship\.” does not hold: expected verdict ship/);
	});

	it('prevents the export of a review artifact', async () => {
		const { exitCode, out } = await runCommand('export', writeFile('base.yaml', CLAIMED));
		expect([exitCode, out]).toEqual([1, '']);
	});
});

describe('a file given to the wrong command', () => {
	it.each([
		['own.md', LESSON, /own\.md is a lesson: `dispatch-board lesson .*own\.md` prints it; it is played on/],
		['own.yaml', deckText('ours'), /own\.yaml is a deck of questions: `dispatch-board drill --deck .*own\.yaml`/],
		['own.json', '{ "m": { "input_cost_per_token": 1e-7 } }', /own\.json is a list of prices: .*--prices .*own\.json/],
	])('is identified with the right command: %s', async (name, text, message) => {
		const { exitCode, out, err } = await runCommand('lab', writeFile(name, text));
		expect([exitCode, out]).toEqual([2, '']);
		expect(err).toMatch(message);
	});
});

describe('content that belongs together', () => {
	it('has a problem of its scenario counted once, however many lessons use it', async () => {
		const broken = BASE.replace('id: base', 'id: desk').replace('share: 0.75', 'share: 7.5');
		const paths = [
			writeFile('desk.yaml', broken),
			writeFile('one.md', LESSON),
			writeFile('two.md', LESSON.replace(/^id: .*/m, 'id: two')),
		];
		const { exitCode, err } = await runCommand('check', ...paths);
		expect(exitCode).toBe(1);
		expect(err).toMatch(/3 files checked, 1 problem in 1\n$/);
		expect(err).toMatch(/one\.md: not checked, because its scenario has problems: .*desk\.yaml/);
		expect(err).toMatch(/two\.md: not checked/);
	});

	it('lets a lesson use a scenario in its folder', async () => {
		const lesson = writeFile('own.md', LESSON);
		expect((await runCommand('lesson', lesson)).err).toMatch(/there is no scenario/);
		writeFile('desk.yaml', readFileSync('scenarios/week-31.yaml', 'utf8').replace(/^id: .*/m, 'id: desk'));
		// The segments differ from the lesson's, so the remaining problems are the lesson's.
		expect((await runCommand('lesson', lesson)).err).not.toMatch(/there is no scenario/);
	});

	it('lets a deck refer to lessons in its folder, in check and in drill', async () => {
		writeFile('own.md', LESSON.replace(/^id: .*/m, 'id: our-own'));
		const path = writeFile('ours.yaml', deckText('ours', 'our-own'));
		expect((await runCommand('drill', '--deck', path)).out).toContain('recall       1 questions');
		expect((await runCommand('check', path)).err).toContain('there is no lesson');
		expect((await runCommand('check', folder)).err).not.toContain('there is no lesson');
	});

	it('cannot include two decks with one id, in check or in drill', async () => {
		const [one, two] = [writeFile('one.yaml', deckText('ours')), writeFile('two.yaml', deckText('ours'))];
		expect((await runCommand('check', one, two)).err).toMatch(/the id ours is that of .*one\.yaml too/);
		const result = await runCommand('drill', '--deck', one, '--deck', two);
		expect([result.exitCode, result.out]).toEqual([1, '']);
		expect(result.err).toMatch(/one\.yaml and .*two\.yaml are both the deck ours/);
	});

	it('has a separate schedule for a deck with a shipped id', async () => {
		const reviewed = { v: 1, at: '2026-01-01T10:00:00.000Z', run: 'r', type: 'reviewed', grade: 1 };
		const when = '2026-01-01T10:00:00.000Z';
		writeFileSync(join(folder, 'progress.jsonl'), `${JSON.stringify({ ...reviewed, card: 'recall/owner', when })}\n`);
		const { out } = await runCommand('drill', '--deck', writeFile('mine.yaml', deckText('recall')));
		expect(out).toContain('recall       1 questions, 0 due, 1 new');
	});
});
