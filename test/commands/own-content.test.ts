import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BASE } from '../content/base.js';
import { LESSON } from '../content/lesson/base.js';
import { run } from '../support/run-program.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	vi.stubEnv('DISPATCH_BOARD_HOME', folder);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
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

const deck = (id: string, lesson = 'the-rule'): string => `id: ${id}
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

describe('an id that is taken by what comes with the program', () => {
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
	])('is named by check in %s, which does not fail', async (name, shipped, says) => {
		const { exitCode, out } = await run('check', file(name, readFileSync(shipped, 'utf8')));
		expect(out).toContain(says);
		expect(out).toContain('Give it another id');
		expect(out).toMatch(/1 file checked, no problem, 1 warning\n$/);
		expect(exitCode).toBe(0);
		expect((await run('check', shipped)).out).toBe('1 file checked, no problem\n');
	});

	it('is named where a claim does not hold, too, and not where the id is free', async () => {
		const { out, err } = await run('check', file('a.yaml', CLAIMED.replace(/^id: .*/m, 'id: week-31')));
		expect(out + err).toContain('a.yaml:1:5: warning: the id week-31 is that of a scenario');
		expect((await run('check', file('b.yaml', BASE))).out).not.toContain('warning: the id');
	});

	it('is named at its own line, wherever that stands', async () => {
		const [id = '', ...rest] = BASE.replace(/^id: .*/m, 'id: week-31').split('\n');
		const { out } = await run('check', file('last.yaml', `${rest.join('\n').trimEnd()}\n${id}\n`));
		expect(out).toMatch(/last\.yaml:(?:[4-9]\d):5: warning: the id week-31 is that of a scenario/);
		expect(out).toContain('| id: week-31\n');
	});

	it('that is a generated kind of drill says that its schedule is kept apart', async () => {
		const { out } = await run('check', file('d.yaml', deck('numbers', 'the-slice')));
		expect(out).toContain('the id numbers is that of questions that come with the program\n');
		expect(out).toContain('own:numbers');
	});
});

it('a list of prices that is checked is said to be one', async () => {
	const { exitCode, err, out } = await run('check', file('p.json', '{ "a": { "input_cost_per_token": 1e-6 } }'));
	expect(exitCode).toBe(2);
	expect(err + out).toMatch(/p\.json: it is a list of prices: .*--prices/);
	expect(err + out).toMatch(/1 file checked, 1 problem in 1/);
});

it('a check that is switched on says which of its figures are the program’s', async () => {
	const said = async (...set: string[]) =>
		JSON.parse((await run('report', 'toy-request', ...set.flatMap((edit) => ['--set', edit]), '--format', 'json')).out)
			.notes;
	expect(await said('check=on')).toEqual([
		'check=on takes the program’s figures where none is set: catches 90%, false alarms 5%, USD 0.0016 a check.',
	]);
	expect(await said('check=on', 'check.catches=0.8', 'check.cost=0')).toEqual([
		'check=on takes the program’s figures where none is set: false alarms 5%.',
	]);
	expect(await said('check=on', 'check.catches=0.8', 'check.cost=0', 'check.falseAlarms=0')).toEqual([]);
	expect(await said()).toEqual([]);
});

describe('a claim that does not hold', () => {
	it.each(['report', 'lab'])('is shown by %s beside the board that says why, which exits with 1', async (command) => {
		const { exitCode, out, err } = await run(command, file('base.yaml', CLAIMED));
		expect(exitCode).toBe(1);
		expect(out).toContain('Refund dispute');
		expect(err.match(/this does not hold/g)).toHaveLength(2);
		expect(err).toContain('base.yaml:');
	});

	it('names the guardrail that decided the verdict', async () => {
		const shipped = readFileSync('scenarios/week-31.yaml', 'utf8');
		const text = shipped.replace(/^expect:\n/m, '$&  - says: It can ship.\n    verdict: ship\n');
		const { err } = await run('report', file('week-31.yaml', text));
		expect(err).toContain(
			'expected verdict ship, but it is roll-back, decided by resolution 94.13% (at least 96.14%) and highRiskSmall 38.75% (at most 5%)',
		);
	});

	it.each(['text', 'md', 'json', 'csv'])('is said in the report itself as %s', async (format) => {
		const { out } = await run('report', file('base.yaml', CLAIMED), '--format', format);
		expect(out.replace(/\s+/g, ' ')).toMatch(/The claim “This mix can ship\.” does not hold: expected verdict ship/);
	});

	it('keeps what is handed to a review from being written', async () => {
		const { exitCode, out } = await run('export', file('base.yaml', CLAIMED));
		expect([exitCode, out]).toEqual([1, '']);
	});
});

describe('a file that is given to the wrong command', () => {
	it.each([
		['own.md', LESSON, /own\.md is a lesson: `dispatch-board lesson .*own\.md` prints it; it is played on/],
		['own.yaml', deck('ours'), /own\.yaml is a deck of questions: `dispatch-board drill --deck .*own\.yaml`/],
		['own.json', '{ "m": { "input_cost_per_token": 1e-7 } }', /own\.json is a list of prices: .*--prices .*own\.json/],
	])('is called what it is: %s', async (name, text, message) => {
		const { exitCode, out, err } = await run('lab', file(name, text));
		expect([exitCode, out]).toEqual([2, '']);
		expect(err).toMatch(message);
	});
});

describe('checking what belongs together', () => {
	it('counts a mistake in a scenario once, however many lessons are played on it', async () => {
		const broken = BASE.replace('id: base', 'id: desk').replace('share: 0.75', 'share: 7.5');
		const paths = [
			file('desk.yaml', broken),
			file('one.md', LESSON),
			file('two.md', LESSON.replace(/^id: .*/m, 'id: two')),
		];
		const { exitCode, err } = await run('check', ...paths);
		expect(exitCode).toBe(1);
		expect(err).toMatch(/3 files checked, 1 problem in 1\n$/);
		expect(err).toMatch(/one\.md: not checked, because its scenario has problems: .*desk\.yaml/);
		expect(err).toMatch(/two\.md: not checked/);
	});

	it('plays a lesson on the scenario beside it', async () => {
		const lesson = file('own.md', LESSON);
		expect((await run('lesson', lesson)).err).toMatch(/there is no scenario/);
		file('desk.yaml', readFileSync('scenarios/week-31.yaml', 'utf8').replace(/^id: .*/m, 'id: desk'));
		// Other segments than the lesson speaks of: what is wrong now is the lesson.
		expect((await run('lesson', lesson)).err).not.toMatch(/there is no scenario/);
	});

	it('lets a deck name the lessons of its folder, in check and in drill', async () => {
		file('own.md', LESSON.replace(/^id: .*/m, 'id: our-own'));
		const path = file('ours.yaml', deck('ours', 'our-own'));
		expect((await run('drill', '--deck', path)).out).toContain('recall       1 questions');
		expect((await run('check', path)).err).toContain('there is no lesson');
		expect((await run('check', folder)).err).not.toContain('there is no lesson');
	});

	it('refuses two decks of one id, in check and in drill', async () => {
		const [one, two] = [file('one.yaml', deck('ours')), file('two.yaml', deck('ours'))];
		expect((await run('check', one, two)).err).toMatch(/the id ours is that of .*one\.yaml too/);
		const drilled = await run('drill', '--deck', one, '--deck', two);
		expect([drilled.exitCode, drilled.out]).toEqual([1, '']);
		expect(drilled.err).toMatch(/one\.yaml and .*two\.yaml are both the deck ours/);
	});

	it('keeps the schedule of a deck apart from the program’s own of that id', async () => {
		const reviewed = { v: 1, at: '2026-01-01T10:00:00.000Z', run: 'r', type: 'reviewed', grade: 1 };
		const when = '2026-01-01T10:00:00.000Z';
		writeFileSync(join(folder, 'progress.jsonl'), `${JSON.stringify({ ...reviewed, card: 'recall/owner', when })}\n`);
		const { out } = await run('drill', '--deck', file('mine.yaml', deck('recall')));
		expect(out).toContain('recall       1 questions, 0 due, 1 new');
	});
});
