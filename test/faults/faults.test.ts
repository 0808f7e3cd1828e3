import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stampEvent } from '../../src/course/index.js';
import { byEffort } from '../support/effort.js';
import { seeded } from '../support/random.js';
import { ensureKept, lost } from './acknowledged.js';
import { faqKept } from './faq.js';
import { withHome } from './in-terminal.js';
import { dataIn, journalIn, keptEvents } from './kept.js';
import { NotTried, runCases } from './trial.js';
import { TRIALS } from './trials.js';

const SEED = 16;
const LONG_MS = 3_600_000;
/** Cases of each in the short form; the long form has all of them, and 200 rounds of kills. */
const SHORT: Readonly<Record<string, number>> = {
	kill: 3,
	two: 2,
	disk: 2,
	homes: 2,
	signals: 2,
	outputs: 3,
	folder: 1,
};

// Few programs wait for each other well; many at once would wait for the machine.
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

describe('what was acknowledged', () => {
	it('is lost where it is not kept, or not in its order', () => {
		expect(lost(['a', 'b'], ['a', 'b', 'c'])).toEqual([]);
		expect(lost(['a', 'b'], ['x', 'a', 'y', 'b'])).toEqual([]);
		expect(lost(['a', 'b'], ['a'])).toEqual(['b']);
		expect(lost(['a', 'a'], ['a'])).toEqual(['a']);
		expect(lost(['a', 'b'], ['b', 'a'])).toEqual(['b']);
	});

	it('is missed when its line is not in the journal', () =>
		withHome(async (home) => {
			mkdirSync(dataIn(home));
			for (const share of [40, 50]) {
				const edits = [`segments.faq.routedSmall=${share}%`];
				const event = stampEvent({ type: 'edited', scenario: 'week-31', edits, baseline: null }, AT, 'run');
				appendFileSync(journalIn(home), `${JSON.stringify(event)}\n`);
			}
			const kept = async () => (await keptEvents(home)).flatMap(faqKept);
			ensureKept(['40.0', '50.0'], await kept());
			const [first = ''] = readFileSync(journalIn(home), 'utf8').split('\n');
			writeFileSync(journalIn(home), `${first}\n`);
			const left = await kept();
			expect(() => ensureKept(['40.0', '50.0'], left)).toThrow('the screen showed 50.0; kept: 40.0');
		}));
});

const AT = '2026-01-01T00:00:00.000Z';

it('a trial tells failures from what cannot be tried here', async () => {
	const fail = (error: Error) => async (): Promise<void> => {
		throw error;
	};
	const outcome = await runCases([
		{ name: 'sound', run: async () => undefined },
		{ name: 'broken', run: fail(new Error('it is')) },
		{ name: 'impossible', run: fail(new NotTried('no such device')) },
	]);
	expect(outcome).toEqual({
		tried: 2,
		failures: [{ name: 'broken', why: 'it is' }],
		notTried: [{ name: 'impossible', why: 'no such device' }],
	});
});
