import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stampEvent } from '../../src/course/index.js';
import { byEffort } from '../support/effort.js';
import { seeded } from '../support/random.js';
import { ensureNothingLost, findLost } from './acknowledged.js';
import { faqShareOfEvent } from './faq.js';
import { withHome } from './in-terminal.js';
import { dataIn, journalIn, storedEvents } from './stored.js';
import { NotTried, runCases } from './trial.js';
import { TRIALS } from './trials.js';

const SEED = 16;
const LONG_MS = 3_600_000;
/** Number of cases per trial in a short run; a long run has all of them, and 200 rounds of kills. */
const SHORT: Readonly<Record<string, number>> = {
	kill: 3,
	two: 2,
	disk: 2,
	homes: 2,
	signals: 2,
	outputs: 3,
	folder: 1,
};

// A short run starts few programs, which can run concurrently; a long run would overload the machine.
const each = byEffort(describe.each(TRIALS), describe.concurrent.each(TRIALS));
each('$name: $shows', ({ name, cases }) => {
	it(
		'holds in every case',
		async ({ expect }) => {
			const { failures, tried, notTried } = await runCases(cases(seeded(SEED), byEffort(200, SHORT[name] ?? 1)));
			expect(failures).toEqual([]);
			expect(tried + notTried.length).toBeGreaterThan(0);
		},
		LONG_MS,
	);
});

describe('acknowledged items', () => {
	it('are lost if they are not stored in order', () => {
		expect(findLost(['a', 'b'], ['a', 'b', 'c'])).toEqual([]);
		expect(findLost(['a', 'b'], ['x', 'a', 'y', 'b'])).toEqual([]);
		expect(findLost(['a', 'b'], ['a'])).toEqual(['b']);
		expect(findLost(['a', 'a'], ['a'])).toEqual(['a']);
		expect(findLost(['a', 'b'], ['b', 'a'])).toEqual(['b']);
	});

	it('are reported if their line is missing in the journal', () =>
		withHome(async (home) => {
			mkdirSync(dataIn(home));
			for (const share of [40, 50]) {
				const edits = [`segments.faq.routedSmall=${share}%`];
				const event = stampEvent({ type: 'edited', scenario: 'week-31', edits, baseline: null }, AT, 'run');
				appendFileSync(journalIn(home), `${JSON.stringify(event)}\n`);
			}
			const kept = async () => (await storedEvents(home)).flatMap(faqShareOfEvent);
			ensureNothingLost(['40.0', '50.0'], await kept());
			const [first = ''] = readFileSync(journalIn(home), 'utf8').split('\n');
			writeFileSync(journalIn(home), `${first}\n`);
			const remaining = await kept();
			expect(() => ensureNothingLost(['40.0', '50.0'], remaining)).toThrow('the screen showed 50.0; kept: 40.0');
		}));
});

const AT = '2026-01-01T00:00:00.000Z';

it('runCases separates failures from cases that cannot be tried here', async () => {
	const failWith = (error: Error) => async (): Promise<void> => {
		throw error;
	};
	const outcome = await runCases([
		{ name: 'sound', run: async () => undefined },
		{ name: 'broken', run: failWith(new Error('it is')) },
		{ name: 'impossible', run: failWith(new NotTried('no such device')) },
	]);
	expect(outcome).toEqual({
		tried: 2,
		failures: [{ name: 'broken', why: 'it is' }],
		notTried: [{ name: 'impossible', why: 'no such device' }],
	});
});
