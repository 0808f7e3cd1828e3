import { Command, CommanderError, Option } from 'commander';
import { nearest } from '../engine/inputs/index.js';
import { FORMATS } from '../report/index.js';
import { type ExitCode, Stop } from './stop.js';

/** What the command line does to the world, handed in so that it can be tested. */
export interface Output {
	readonly print: (text: string) => void;
	readonly complain: (text: string) => void;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/**
 * Runs a command line.
 *
 * @param args without node and the program's name
 * @returns the exit code
 * @throws Stop for what the reader can mend
 */
export async function runProgram(args: readonly string[], version: string, output: Output): Promise<ExitCode> {
	let exitCode: ExitCode = 0;
	const program = new Command('dispatch-board')
		.description('A terminal workbook on LLM model routing: change a number and watch where the pressure goes.')
		.version(version)
		.addOption(new Option('--no-color', 'no colours (NO_COLOR=1 does the same)'))
		.showSuggestionAfterError()
		.configureOutput({
			writeOut: output.print,
			writeErr: output.complain,
			outputError: (text, write) => write(oneLine(text)),
		})
		.exitOverride();
	// Without a command the workbook opens; a word that is no command is refused below, with the ones it is like.
	program.allowExcessArguments().action(async (_, { args: words }: Command) => {
		const [word] = words;
		if (word !== undefined) throw new Stop(unknownCommand(word, program), 2);
		await open(undefined);
	});
	program.command('lab').description('open one scenario').argument('<scenario>', 'an id, or a file').action(open);
	program
		.command('report')
		.description('print a scenario’s tables, matrix, pressures and verdict')
		.argument('<scenario>', 'an id, or a file')
		.option(
			'--set <path=value>',
			'change an input, for example segments.faq.routedSmall=50%; may be repeated',
			collect,
			[],
		)
		.option('--baseline <path=value>', 'compare with this state instead of all strong; may be repeated', collect, [])
		.option('--format <format>', `one of ${FORMATS.join(', ')}`, 'text')
		.action(async (name: string, options: { set: string[]; baseline: string[]; format: string }) => {
			const { reportCommand } = await import('./report.js');
			output.print(await reportCommand(name, options));
		});
	program
		.command('check')
		.description('validate scenario files that somebody wrote')
		.argument('<path...>', 'files, or folders of them')
		.action(async (paths: string[]) => {
			const { checkCommand } = await import('./check.js');
			const checked = await checkCommand(paths);
			exitCode = checked.exitCode;
			(exitCode === 0 ? output.print : output.complain)(`${checked.text}\n`);
		});
	program
		.command('progress')
		.description('print what was opened, changed and guessed so far')
		.option('--format <format>', 'one of text, json', 'text')
		.action(async ({ format }: { format: string }) => {
			const { progressCommand } = await import('./progress.js');
			const { text, notice } = await progressCommand(format, process.env);
			if (notice !== null) output.complain(`${notice}\n`);
			output.print(text);
		});

	async function open(name: string | undefined): Promise<void> {
		const { openCommand } = await import('./open.js');
		const text = await openCommand(name);
		if (text !== null) output.print(text);
	}

	try {
		await program.parseAsync(args, { from: 'user' });
		return exitCode;
	} catch (error) {
		// Commander has printed its help or its complaint already.
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		throw error;
	}
}

function unknownCommand(word: string, program: Command): string {
	const names = program.commands.map((command) => command.name());
	const near = nearest(word, names);
	return `There is no command ${word}. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`}`;
}

// One line that says what is wrong and what to do next.
const oneLine = (text: string): string =>
	`${text
		.trim()
		.replace(/^error: /, '')
		.replace(/\n\(?/, '. ')
		.replace(/\)$/, '')} See dispatch-board --help.\n`;
