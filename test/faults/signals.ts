import { constants } from 'node:os';
import { KEYS } from '../e2e/harness/keys.js';
import { ttyThatLooks } from '../e2e/harness/shells.js';
import type { Tty } from '../e2e/harness/tty.js';
import { ensureModesLeft } from './ensure-modes.js';
import { inTerminal, withHome } from './in-terminal.js';
import { makeWorksheet, storedEvents } from './stored.js';
import { type Case, ensure, type Trial } from './trial.js';

/** Signals with the exit codes that a shell reports for them. */
const SIGNALS = (['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGALRM', 'SIGUSR2', 'SIGVTALRM', 'SIGXCPU'] as const).map(
	(signal) => [signal, 128 + constants.signals[signal]] as const,
);

interface Place {
	readonly what: string;
	readonly args: readonly string[];
	readonly shows: RegExp | string;
	readonly keys?: string;
	/** Text on screen after the keys. */
	readonly leadsTo?: RegExp | string;
}

const PLACES: readonly Place[] = [
	{ what: 'in the first lesson', args: [], shows: 'Space read on' },
	{ what: 'in the lab', args: ['lab', 'week-31'], shows: 'quit', keys: 'l', leadsTo: /85\.0%▲/ },
	{ what: 'while a number is typed', args: ['lab', 'week-31'], shows: 'quit', keys: '12', leadsTo: /12▏/ },
	{ what: 'over the help', args: ['lab', 'week-31'], shows: 'quit', keys: '?', leadsTo: 'Help' },
	{ what: 'in a search', args: ['lab', 'week-31'], shows: 'quit', keys: `${KEYS.ctrlG}/re`, leadsTo: /find: re▏/ },
	{ what: 'while a question waits', args: ['lab', 'week-31'], shows: 'quit', keys: 'lX', leadsTo: 'y or n' },
	{ what: 'in an answer', args: ['drill', 'recall'], shows: '┃ ▏', keys: 'words', leadsTo: /words▏/ },
	{ what: 'in a run', args: ['drill', '--minutes', '5'], shows: /\d:\d\d left/ },
	{ what: 'in a worksheet', args: ['worksheet', 'mine'], shows: 'what changes', keys: '\rwords', leadsTo: /words▏/ },
	{ what: 'within a paste', args: ['worksheet', 'mine'], shows: 'what changes', keys: '\r\u001b[200~abc' },
	{ what: 'within a sequence', args: ['lab', 'week-31'], shows: 'quit', keys: '\u001b[1;' },
];

/** Every signal in every place of the program, once or twice in a row; and a closed terminal. */
export const SIGNALLED: Trial = {
	name: 'signals',
	shows: 'signals restore the terminal, with the exit status that a shell expects',
	cases: (random, most) => {
		const signals = PLACES.flatMap((place) =>
			SIGNALS.flatMap(([signal, code]) => [1, 2].map((times) => signalCase(place, signal, code, times))),
		);
		return random.shuffled([...signals, ...PLACES.map(closedCase)]).slice(0, most);
	},
};

async function goTo(tty: Tty, { shows, keys = '', leadsTo }: Place): Promise<void> {
	await tty.waitFor(shows);
	tty.type(keys);
	if (leadsTo !== undefined) await tty.waitFor(leadsTo);
}

const signalCase = (place: Place, signal: NodeJS.Signals, code: number, times: number): Case => ({
	name: `${signal}${times > 1 ? ' twice' : ''} ${place.what}`,
	run: () =>
		withHome(async (home) => {
			await makeWorksheet(home, 'mine');
			await inTerminal(
				place.args,
				{ home },
				async (tty) => {
					await goTo(tty, place);
					for (let time = 0; time < times; time++) tty.kill(signal);
					await ensureModesLeft(tty, code);
				},
				ttyThatLooks,
			);
			await storedEvents(home);
		}),
});

const closedCase = (place: Place): Case => ({
	name: `a terminal that is closed ${place.what}`,
	run: () =>
		withHome(async (home) => {
			await makeWorksheet(home, 'mine');
			await inTerminal(place.args, { home }, async (tty) => {
				await goTo(tty, place);
				tty.hangUp();
				const code = await tty.exited;
				ensure(code === 129, `exit ${code}, not 129`);
			});
			await storedEvents(home);
		}),
});
