import { KEYS } from '../e2e/harness/keys.js';
import { ttyThatLooks } from '../e2e/harness/shells.js';
import { ensureModesLeft } from '../faults/ensure-modes.js';
import { inTerminal, withHome } from '../faults/in-terminal.js';
import { makeWorksheet, storedEvents } from '../faults/stored.js';
import { seeded } from '../support/random.js';
import { drawSteps } from './draw.js';
import { bytesOf } from './step.js';

/** Steps per run of the program. */
const STEPS_PER_RUN = 250;
const ARGUMENTS: readonly (readonly string[])[] = [
	[],
	['lab', 'week-31'],
	['worksheet', 'mine'],
	['drill', 'recall'],
	['drill', 'numbers'],
	['lab', 'mmlu-mixtral-gpt4'],
	['drill', '--minutes', '5'],
	['drill', 'diagrams'],
];
/**
 * Keys that are not typed: those that quit or suspend, and those that go to the start of a line, where a slash would
 * make a file name outside of this home.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is for control characters
const OMITTED_KEYS = /[\u0001\u0003\u001aq/]|\u001b\[H/g;

/** Plays steps in the built program, in one terminal after the other. Checks that it stays alive, not what it shows. */
export async function playInTerminals(
	seed: number,
	most: number,
): Promise<{ typed: number; failures: readonly string[] }> {
	const failures: string[] = [];
	let typed = 0;
	for (let run = 0; typed < most; run++) {
		const count = Math.min(STEPS_PER_RUN, most - typed);
		typed += count;
		try {
			await playOne(seed + run, ARGUMENTS[run % ARGUMENTS.length] ?? [], count);
		} catch (error) {
			failures.push(`seed ${seed + run}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return { typed, failures };
}

async function playOne(seed: number, args: readonly string[], count: number): Promise<void> {
	const random = seeded(seed);
	await withHome(async (home) => {
		await makeWorksheet(home, 'mine');
		await inTerminal(
			args,
			{ home, cwd: home.folder },
			async (tty) => {
				await tty.waitFor(/q quit|Esc|Tab/);
				let sent = 0;
				while (sent < count && !hasEnded(tty)) {
					for (const step of drawSteps(null, random)) {
						if ('bytes' in step) tty.type(bytesOf(step).toString('utf8').replace(OMITTED_KEYS, ''));
						else if ('size' in step) tty.resize(...step.size);
						sent++;
					}
					// Waits now and then until the program has caught up.
					if (random.chance(0.2)) await waitForAnswer(tty);
				}
				tty.resize(80, 24);
				await waitForAnswer(tty);
				tty.type(KEYS.ctrlC);
				await ensureModesLeft(tty, 0);
			},
			ttyThatLooks,
		);
		await storedEvents(home);
	});
}

const hasEnded = (tty: Terminal): boolean => /left with \d/.test(tty.raw);

type Terminal = Parameters<Parameters<typeof inTerminal>[2]>[0];

/** Waits until the program has handled everything typed, or has quit. */
async function waitForAnswer(tty: Terminal): Promise<void> {
	const before = tty.raw.length;
	// Ends a paste or a sequence that is still open.
	tty.type(`\u001b\\\u001b[201~${KEYS.ctrlL}`);
	await tty.waitUntil(() => tty.raw.length > before || hasEnded(tty), 'an answer to Ctrl-L');
}
