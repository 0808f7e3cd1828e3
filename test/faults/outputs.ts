import { existsSync } from 'node:fs';
import { withHome } from './in-terminal.js';
import { COMMANDS, commandLine, ensureCleanExit, type RunOptions, type RunResult, runBuilt } from './run-built.js';
import { type Case, ensure, NotTried, type Trial } from './trial.js';

interface Output {
	readonly what: string;
	readonly options: Omit<RunOptions, 'home'>;
	/** @throws if the program did not end as it should */
	readonly check: (ran: RunResult) => void;
	/** Device file that this case requires. */
	readonly needs?: string;
}

const OUTPUTS: readonly Output[] = [
	// A reader that closes the pipe, as `| head` does, is not an error and needs no message.
	{
		what: 'into a pipe that nobody reads',
		options: { unread: 'stdout' },
		check: (ran) => ensure(ran.code !== 0 || ran.err === '', `it complains: ${ran.err}`),
	},
	{ what: 'with errors that nobody reads', options: { unread: 'stderr' }, check: () => undefined },
	{ what: 'without a stdout', options: { after: '>&-' }, check: () => undefined },
	{ what: 'without a stderr', options: { after: '2>&-' }, check: () => undefined },
	{ what: 'without either, nor a stdin', options: { after: '<&- >&- 2>&-' }, check: () => undefined },
	{
		what: 'onto a full disk',
		options: { after: '>/dev/full' },
		needs: '/dev/full',
		check: ({ code, err }) =>
			ensure(code !== 0 && /the disk is full|no command|no scenario|There is no/.test(err), `exit ${code}, ${err}`),
	},
	{
		what: 'with errors onto a full disk',
		options: { after: '2>/dev/full' },
		needs: '/dev/full',
		check: () => undefined,
	},
];

/** Every command with a closed or full output. */
export const CLOSED_OUTPUTS: Trial = {
	name: 'outputs',
	shows: 'commands end properly with closed or full outputs',
	cases: (random, most) =>
		random.shuffled(OUTPUTS.flatMap((output) => COMMANDS.map((args) => outputCase(output, args)))).slice(0, most),
};

function outputCase({ what, options, check, needs }: Output, args: readonly string[]): Case {
	return {
		name: `${commandLine(args)}, ${what}`,
		run: async () => {
			if (needs !== undefined && !existsSync(needs)) throw new NotTried(`there is no ${needs}`);
			await withHome(async (home) => {
				const ran = await runBuilt(args, { ...options, home });
				ensureCleanExit(ran, [0, 1, 2]);
				check(ran);
			});
		},
	};
}
