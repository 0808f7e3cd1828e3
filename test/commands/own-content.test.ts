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
