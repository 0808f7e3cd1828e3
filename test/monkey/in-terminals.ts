import { KEYS } from '../e2e/harness/keys.js';
import { ttyThatLooks } from '../e2e/harness/shells.js';
import { inTerminal, withHome } from '../faults/in-terminal.js';
import { keptEvents, makeWorksheet } from '../faults/kept.js';
import { ensureModesLeft } from '../faults/left.js';
import { seeded } from '../support/random.js';
import { drawSteps } from './draw.js';
import { bytesOf } from './step.js';

/** Steps that one program gets. */
const IN_ONE = 250;
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
 * What is left out: the keys that end or stop it, and those that go to the start of a line, where a slash would make a file
 * name that is nowhere in this home.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const LEFT_OUT = /[\u0001\u0003\u001aq/]|\u001b\[H/g;

/** Plays steps to the built program in terminals, one after the other. What the screen shows stands in no test: that it lives does. */
export async function playInTerminals(
	seed: number,
	most: number,
): Promise<{ typed: number; failures: readonly string[] }> {
	const failures: string[] = [];
	let typed = 0;
	for (let run = 0; typed < most; run++) {
		const count = Math.min(IN_ONE, most - typed);
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
						if ('bytes' in step) tty.type(bytesOf(step).toString('utf8').replace(LEFT_OUT, ''));
						else if ('size' in step) tty.resize(...step.size);
						sent++;
					}
					// As fast as it answers: a key that draws the screen again is answered after all others.
					if (random.chance(0.2)) await answered(tty);
				}
				tty.resize(80, 24);
				await answered(tty);
				tty.type(KEYS.ctrlC);
				await ensureModesLeft(tty, 0);
			},
			ttyThatLooks,
		);
		await keptEvents(home);
	});
}

const hasEnded = (tty: Terminal): boolean => /left with \d/.test(tty.raw);

type Terminal = Parameters<Parameters<typeof inTerminal>[2]>[0];

/** Waits until the program has answered all that was typed, unless one of the keys was to quit. */
async function answered(tty: Terminal): Promise<void> {
	const before = tty.raw.length;
	// The end of a paste or a sequence that was left open.
	tty.type(`\u001b\\\u001b[201~${KEYS.ctrlL}`);
	await tty.waitUntil(() => tty.raw.length > before || hasEnded(tty), 'an answer to Ctrl-L');
}
