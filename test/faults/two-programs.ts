import { rmSync } from 'node:fs';
import type { Home } from '../e2e/harness/home.js';
import { KEYS } from '../e2e/harness/keys.js';
import type { Tty } from '../e2e/harness/tty.js';
import { type Random, seeded } from '../support/random.js';
import { ensureNothingLost } from './acknowledged.js';
import { faqShareOfEvent, faqShareOnScreen } from './faq.js';
import { inTerminal, withHome } from './in-terminal.js';
import { dataIn, makeWorksheet, storedChange, storedChanges, storedEvents } from './stored.js';
import { ensure, type Trial } from './trial.js';

/** Two programs with one home: both write, and nothing is lost or torn. */
export const TWO_PROGRAMS: Trial = {
	name: 'two',
	shows: 'two programs with one home store all changes, and ask before overwriting each other’s worksheet',
	cases: (random, most) =>
		Array.from({ length: Math.min(most, MAX_ROUNDS) }, (_, round) => {
			const seed = Math.floor(random.uniform() * 2 ** 31);
			const [label, run] = CASES[round % CASES.length] as (typeof CASES)[number];
			return { name: `round ${round + 1}, ${label}`, run: () => withHome((home) => run(home, seeded(seed))) };
		}),
};

const MAX_ROUNDS = 40;

async function withTwo(home: Home, args: readonly string[], use: (one: Tty, two: Tty) => Promise<void>): Promise<void> {
	await inTerminal(args, { home }, (one) => inTerminal(args, { home }, (two) => use(one, two)));
}

/** Edits one number in both programs, to different values; one of them may be killed halfway. */
async function edits(home: Home, random: Random): Promise<void> {
	const shown: [string[], string[]] = [[], []];
	const isKilled = random.chance(0.5);
	await withTwo(home, ['lab', 'week-31'], async (...ttys) => {
		const edit = async (index: 0 | 1): Promise<void> => {
			const tty = ttys[index];
			await tty.waitFor(/FAQ answer/);
			for (let n = 0; n < 8; n++) {
				if (isKilled && index === 0 && n === 4) return tty.kill('SIGKILL');
				const value = 2 + index * 40 + n;
				tty.type(`${value}\r`);
				await tty.waitUntil(() => faqShareOnScreen(tty) === `${value}.0`, `${value}%`);
				shown[index].push(faqShareOnScreen(tty));
			}
			tty.type('q');
			const code = await tty.exited;
			ensure(code === 0, `exit ${code}`);
		};
		await Promise.all([edit(0), edit(1)]);
	});
	const kept = (await storedEvents(home)).flatMap(faqShareOfEvent);
	for (const values of shown) ensureNothingLost(values, kept);
}

/** Changes one worksheet in both programs: the second asks first, and no text is lost with either answer. */
async function worksheets(home: Home, random: Random): Promise<void> {
	await makeWorksheet(home, 'mine');
	const overwrite = random.chance(0.5);
	await withTwo(home, ['worksheet', 'mine'], async (one, two) => {
		for (const tty of [one, two]) await tty.waitFor(/› what changes/);
		one.type('\rfirst words\r');
		await one.waitFor(/what changes +first words/);
		await one.waitFor(/ · saved *$/m);
		two.type('\rsecond words\r');
		await two.waitFor(/Another program changed the file/);
		two.type(overwrite ? 'y' : 'n');
		await two.waitFor(/ · saved *$/m);
		for (const tty of [one, two]) {
			tty.type(KEYS.ctrlC);
			const code = await tty.exited;
			ensure(code === 0, `exit ${code}`);
		}
	});
	ensure(
		(await storedChange(home, 'mine')) === (overwrite ? 'second words' : 'first words'),
		'the answer was not followed',
	);
	if (overwrite)
		ensure((await storedChanges(home, 'mine')).includes('first words'), 'the first program’s words are lost');
	else ensure((await storedChange(home, 'mine-mine')) === 'second words', 'the second program’s words are lost');
}

/** Removes all data while the program runs: later edits are still stored. */
async function removed(home: Home): Promise<void> {
	await inTerminal(['lab', 'week-31'], { home }, async (tty) => {
		await tty.waitFor(/FAQ answer/);
		tty.type('1\r');
		await tty.waitUntil(() => faqShareOnScreen(tty) === '100.0', 'the first edit');
		rmSync(dataIn(home), { recursive: true });
		tty.type('2\r');
		await tty.waitUntil(() => faqShareOnScreen(tty) === '2.0', 'the second edit');
		tty.kill('SIGKILL');
		await tty.exited;
	});
	ensureNothingLost(['2.0'], (await storedEvents(home)).flatMap(faqShareOfEvent));
}

const CASES = [
	['both edit', edits],
	['both change a worksheet', worksheets],
	['one removes everything', removed],
] as const;
