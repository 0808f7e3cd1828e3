import { Command, CommanderError, Option } from 'commander';
import type { ColorLevel } from '../app/theme.js';
import { SCENARIO_KINDS } from '../content/scenario/document.js';
import { nearestNames } from '../engine/inputs/index.js';
import { CATALOGUE_FORMATS, FORMATS, HANDOUT_FORMATS, REVIEW_FORMATS } from '../export/formats.js';
import type { DrawLine } from '../export/text.js';
import { asciiFlag, createEncoder } from '../session/ascii.js';
import { type LoadedSettings, openSettings } from '../session/settings.js';
import {
	isSwitch,
	parseSetting,
	SETTING_NAMES,
	type SettingName,
	type Settings,
	settingOf,
} from '../settings/settings.js';
import { type ExitCode, Stop } from '../stop.js';
import { SHIPPED } from '../storage/index.js';
import { commandHelpText, EXIT_CODES } from './command-help.js';

/** Output of the command line; a parameter, so that tests can capture it. */
export interface Output {
	readonly print: (text: string) => void;
	readonly printError: (text: string) => void;
	/** Colours that it shows; missing: as many as the terminal does. */
	readonly level?: ColorLevel;
}

const SCENARIO = 'an id, the name of a worksheet, or a file';

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** Adds the options that `report` and `export` share after `--set`: another baseline, and prices from a list. */
const withComparison = (command: Command): Command =>
	command
		.option(
			'--baseline <path=value>',
			'compare deltas and pressure with this state, not with the scenario’s own baseline; may be repeated',
			collect,
		)
		.option('--prices <file>', 'take prices from a price list in LiteLLM’s format')
		.option('--small <model>', 'model in that list for the small lane')
		.option('--strong <model>', 'model in that list for the strong lane');

/**
 * Runs a command line.
 *
 * @param args arguments without node and the script
 * @returns the exit code
 * @throws Stop for errors that the user can fix
 */
export async function runProgram(args: readonly string[], version: string, output: Output): Promise<ExitCode> {
	const { program, exitCode } = await createProgram(args, version, output);
	try {
		await program.parseAsync(args, { from: 'user' });
		return exitCode();
	} catch (error) {
		// Commander has already printed its help or error.
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		throw error;
	}
}

/** Returns the commands with their arguments and options, and the exit code once one of them has run. */
export async function createProgram(
	args: readonly string[],
	version: string,
	output: Output,
): Promise<{ readonly program: Command; readonly exitCode: () => ExitCode }> {
	let exitCode: ExitCode = 0;
	const settingsWith = await openSettings(process.env);
	const encode = await createEncoder(settingsWith(asciiFlag(args)).values.ascii);
	// Documents and data for other programs keep their characters.
	const print = (text: string, format = 'text'): void => output.print(format === 'text' ? encode(text) : text);
	const printError = (text: string): void => output.printError(encode(text));
	const program = new Command('dispatch-board')
		.description('A terminal workbook on LLM model routing: change a number and watch where the pressure goes.')
		.version(version, '-V, --version', 'print the version')
		.helpOption('-h, --help', 'show this help')
		.addOption(new Option('--no-color', 'print without colours (so does NO_COLOR=1)'))
		.configureHelp({ showGlobalOptions: true })
		.showSuggestionAfterError()
		.configureOutput({
			writeOut: (text) => print(text),
			writeErr: printError,
			outputError: (text, write) => write(oneLine(text)),
		})
		.exitOverride();
	for (const option of SETTING_NAMES.flatMap(settingOptions)) program.addOption(option);
	// Without a command the workbook opens. An unknown command is rejected below, with suggestions.
	program.allowExcessArguments().addHelpText('after', mainHelp());
	program.hook('preAction', (_, command) => {
		if (command !== program) refuseExcess(command);
	});
	program.action(async (_, { args: words }: Command) => {
		const [word] = words;
		if (word !== undefined) throw new Stop(unknownCommand(word, program), 2);
		await open(undefined);
	});
	program.command('lab').description('open one scenario in the lab').argument('<scenario>', SCENARIO).action(open);
	withComparison(
		program
			.command('report')
			.description('print the tables, the confusion matrix, the pressures and the verdict of a scenario')
			.argument('<scenario>', SCENARIO)
			.option('--state <id>', 'start from one of its named states, such as mended')
			.option(
				'--set <path=value>',
				`change an input, for example ${EXAMPLES[0]}; may be repeated`,
				// No default value here, because the help would print it.
				collect,
			),
	)
		.option('--format <format>', `one of ${FORMATS.join(', ')}`, 'text')
		.action(async (name: string, { state, set = [], baseline = [], format, ...named }: ReportFlags) => {
			const { reportCommand } = await import('./report.js');
			const prices = { file: named.prices ?? null, small: named.small ?? null, strong: named.strong ?? null };
			print(
				await reportCommand(name, {
					state,
					set,
					baseline,
					prices,
					format,
					draw: await drawLine(),
					onProblems: reportProblems,
				}),
				format,
			);
		});
	withComparison(
		program
			.command('export')
			.description('write the artifact for a design review, as Markdown, HTML or JSON')
			.argument('<scenario>', SCENARIO)
			.option('--format <format>', `one of ${REVIEW_FORMATS.join(', ')}; default: what the file’s name says, else md`)
			.option('-o, --output <file>', 'write it to this file instead of printing it')
			.option('--force', 'overwrite the file without asking')
			.option('--state <id>', 'start from one of its named states, such as mended')
			.option('--set <path=value>', 'change an input; may be repeated', collect),
	).action(async (name: string, flags: ExportFlags) => {
		const { exportCommand } = await import('./export.js');
		const { format = null, output: file = null, force = false, state = null, set = [], baseline = [] } = flags;
		const prices = { file: flags.prices ?? null, small: flags.small ?? null, strong: flags.strong ?? null };
		print(
			await exportCommand({ name, format, file, force, state, set, baseline, prices }),
			file === null || file === '-' ? (format ?? 'md') : 'text',
		);
	});
	program
		.command('scenarios')
		.description('list the scenarios, or show the states and claims of one')
		.argument('[scenario]', `${SCENARIO}; without it, all are listed`)
		.option('--teaches <words>', 'only those that teach this, such as latency or repair')
		.option('--kind <kind>', `only those of this kind: ${SCENARIO_KINDS.join(', ')}`)
		.option('--format <format>', `one of ${CATALOGUE_FORMATS.join(', ')}`, 'text')
		.action(async (name: string | undefined, { teaches = '', kind, format }: CatalogueFlags) => {
			const { scenariosCommand } = await import('./scenarios.js');
			print(
				await scenariosCommand({
					name: name ?? null,
					teaches,
					kind: kind ?? null,
					format,
					draw: await drawLine(),
					onProblems: reportProblems,
				}),
				format,
			);
		});
	program
		.command('drill')
		.description('practise: one kind of question, what is due, or an interview run')
		.argument('[kind]', 'recall, interview, numbers, diagnose or diagrams; without it, the menu opens')
		.option('--due', 'ask the questions that are due')
		.option('--minutes <minutes>', 'an interview run of so many minutes, 1 to 240')
		.option('--deck <file>', 'ask only the questions of this deck; may be repeated', collect)
		.option('--seed <seed>', 'a whole number; the same seed draws the same figures and cases')
		.option(
			'--export <file>',
			'write the debrief of an interview run to a new file; JSON if its name ends in .json, else Markdown',
		)
		.action(
			async (kind: string | undefined, { due = false, minutes, deck = [], seed, export: exportTo }: DrillFlags) => {
				const { drillCommand } = await import('./drill.js');
				const options = {
					kind: kind ?? null,
					minutes: minutes ?? null,
					due,
					decks: deck,
					exportTo: exportTo ?? null,
					seed: seed ?? null,
					settings: settings(),
				};
				const text = await drillCommand(options);
				if (text !== null) print(text);
			},
		);
	program
		.command('worksheet')
		.description('work on a feature of your own: make a worksheet, fill it in, list, copy, rename or delete it')
		.argument('[name]', 'the name of a worksheet, or a file; without it, all are listed')
		.option('--from <scenario>', 'make it from this scenario')
		.option('--rename <name>', 'rename it')
		.option('--copy <name>', 'copy it under this name')
		.option('--delete', 'delete it (asks first; its last version is kept)')
		.option('--force', 'delete without asking')
		.option('--versions', 'list the earlier versions that are kept')
		.option('--restore <number>', 'bring back the version with this number in --versions')
		.option('--prices <file>', 'look models up in a price list in LiteLLM’s format')
		.option('--clock', 'start a clock of ten minutes')
		.option('--format <format>', 'of what is printed without a terminal: text or json', 'text')
		.action(async (name: string | undefined, flags: WorksheetFlags) => {
			const { worksheetCommand } = await import('./worksheet.js');
			const text = await worksheetCommand({
				name: name ?? null,
				from: flags.from ?? null,
				rename: flags.rename ?? null,
				copy: flags.copy ?? null,
				remove: flags.delete ?? false,
				force: flags.force ?? false,
				versions: flags.versions ?? false,
				restore: flags.restore ?? null,
				prices: flags.prices ?? null,
				clock: flags.clock ?? false,
				format: flags.format,
				settings: settings(),
			});
			if (text !== null) print(text, flags.format);
		});
	program
		.command('lesson')
		.description('print lessons as handouts')
		.argument('[lesson]', 'a number, an id, or a file; without it, all are listed')
		.option('--all', 'write every lesson, and an index, to the folder that -o names')
		.option('--answers', 'the leader’s edition: with answers, hints and a solution of each challenge')
		.option('--format <format>', `one of ${HANDOUT_FORMATS.join(', ')}; default: what the file’s name says, else text`)
		.option('-o, --output <path>', 'write to this file instead of printing; with --all, to this folder')
		.option('--force', 'overwrite files without asking')
		.action(async (name: string | undefined, flags: LessonFlags) => {
			const { lessonCommand } = await import('./lesson.js');
			const { all = false, answers = false, format = null, output: path = null, force = false } = flags;
			const isPrinted = path === null || path === '-';
			const draw = await drawLine();
			print(
				await lessonCommand({ name: name ?? null, all, answers, format, output: path, force, draw }),
				isPrinted ? (format ?? 'text') : 'text',
			);
		});
	program
		.command('check')
		.description('check scenario, lesson and deck files, and say how to correct them')
		.argument('<path...>', 'files or folders')
		.action(async (paths: string[]) => {
			const { checkCommand } = await import('./check.js');
			const checked = await checkCommand(paths);
			exitCode = checked.exitCode;
			const [write, draw] = exitCode === 0 ? [print, await drawLine()] : [printError, await drawLine('stderr')];
			write(`${checked.lines.map(draw).join('\n')}\n`);
		});
	program
		.command('progress')
		.description('print what you have done so far, and what is due')
		.option('--format <format>', 'text or json', 'text')
		.action(async ({ format }: { format: string }) => {
			const { progressCommand } = await import('./progress.js');
			const { text, notice } = await progressCommand(format, process.env, await drawLine());
			if (notice !== null) printError(`${notice}\n`);
			print(text, format);
		});

	program
		.command('settings')
		.description(`list the settings, or change one: ${SETTING_NAMES.join(', ')}`)
		.argument('[name]', 'the setting; without it, all are listed')
		.argument('[value]', 'its new value; without it, the present value is printed')
		.option('--reset', 'go back to its default')
		.option('--format <format>', 'of the list: text or json', 'text')
		.action(async (name: string | undefined, value: string | undefined, flags: SettingsFlags) => {
			const { settingsCommand } = await import('./settings.js');
			print(
				await settingsCommand({
					name: name ?? null,
					value: value ?? null,
					reset: flags.reset ?? false,
					format: flags.format,
					settings: settings(),
					env: process.env,
					// What refuses to write says the problems itself.
					...(value === undefined && !flags.reset && { draw: await drawLine() }),
				}),
				flags.format,
			);
		});
	program
		.command('help')
		.description('show the help of a command')
		.argument('[command]', 'the command; without it, all are listed')
		.action((name: string | undefined) => {
			const command = name === undefined ? program : program.commands.find((known) => known.name() === name);
			if (!command) throw new Stop(unknownCommand(String(name), program), 2);
			command.outputHelp();
		});

	/** Prints problems of the content on stderr, in addition to the regular output, and sets the exit code to 1. */
	function reportProblems(problems: readonly string[]): void {
		printError(`${problems.join('\n\n')}\n`);
		exitCode = 1;
	}

	/** Returns the settings, once the options are parsed. */
	function settings(): LoadedSettings {
		return settingsWith(settingFlags(program.opts()));
	}

	async function drawLine(stream: 'stdout' | 'stderr' = 'stdout'): Promise<DrawLine> {
		const { loadDrawLine } = await import('./draw-line.js');
		return loadDrawLine(settings(), { stream, level: output.level, printError: output.printError });
	}

	async function open(name: string | undefined): Promise<void> {
		const { openCommand } = await import('./open.js');
		const text = await openCommand(name, { settings: settings(), complain: reportProblems, drawLine });
		if (text !== null) print(text);
	}

	for (const command of program.commands) {
		const columns = command.configureOutput().getOutHelpWidth?.();
		command.addHelpText('after', () => commandHelpText(command.name(), columns));
	}
	return { program, exitCode: () => exitCode };
}

function unknownCommand(word: string, program: Command): string {
	const names = program.commands.map((command) => command.name());
	const near = nearestNames(word, names);
	return `There is no command ${word}. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`}`;
}

/** Example edits; all are valid for the opening scenario. */
export const EXAMPLES = ['segments.faq.routedSmall=50%', 'segments.billing.override=strong', 'handoffCost=6'] as const;

const mainHelp = (): string => `
Without a command the workbook opens where you left it. Without a terminal the
report of week-31 is printed.

A SCENARIO is one of the ${SHIPPED.length} that \`dispatch-board scenarios\` lists, the name of a
worksheet, or a file of your own.

Examples of what --set and --baseline take:
${EXAMPLES.map((example) => `  --set ${example}`).join('\n')}

Exit codes:
${EXIT_CODES.map((meaning, code) => `  ${code}  ${meaning}`).join('\n')}

\`dispatch-board help COMMAND\` shows the options of a command, with examples.`;

/** Returns the options of a setting: one with a value, or a switch and its opposite. */
function settingOptions(name: SettingName): readonly Option[] {
	const setting = settingOf(name);
	const { flag, values, description } = setting;
	if (flag === undefined) return [];
	if (!isSwitch(setting)) return [new Option(`${flag} <${name}>`, description).choices(values)];
	return [new Option(flag, description), new Option(flag.replace('--', '--no-')).hideHelp()];
}

/** Returns the settings that were given as options. */
function settingFlags(given: Readonly<Record<string, unknown>>): Partial<Settings> {
	const flags = SETTING_NAMES.flatMap((name) => {
		const value = settingOptions(name)
			.map((option) => given[option.attributeName()])
			.find((found) => found !== undefined);
		return value === undefined ? [] : [[name, parseSetting(name, value)]];
	});
	return Object.fromEntries(flags);
}

interface SettingsFlags {
	readonly reset?: boolean;
	readonly format: string;
}

interface CatalogueFlags {
	readonly teaches?: string;
	readonly kind?: string;
	readonly format: string;
}

interface DrillFlags {
	readonly due?: boolean;
	readonly minutes?: string;
	readonly deck?: readonly string[];
	readonly seed?: string;
	readonly export?: string;
}

interface WorksheetFlags {
	readonly from?: string;
	readonly rename?: string;
	readonly copy?: string;
	readonly delete?: boolean;
	readonly force?: boolean;
	readonly versions?: boolean;
	readonly restore?: string;
	readonly prices?: string;
	readonly clock?: boolean;
	readonly format: string;
}

interface LessonFlags {
	readonly all?: boolean;
	readonly answers?: boolean;
	readonly format?: string;
	readonly output?: string;
	readonly force?: boolean;
}

interface ExportFlags {
	readonly prices?: string;
	readonly small?: string;
	readonly strong?: string;
	readonly format?: string;
	readonly output?: string;
	readonly force?: boolean;
	readonly state?: string;
	readonly set?: readonly string[];
	readonly baseline?: readonly string[];
}

interface ReportFlags {
	readonly state?: string;
	readonly set?: readonly string[];
	readonly baseline?: readonly string[];
	readonly prices?: string;
	readonly small?: string;
	readonly strong?: string;
	readonly format: string;
}

/** Rejects extra arguments, which Commander would otherwise ignore silently. */
function refuseExcess(command: Command): void {
	const parameters = command.registeredArguments;
	if (parameters.at(-1)?.variadic) return;
	const excess = command.args.slice(parameters.length);
	if (excess.length === 0) return;
	const areEdits = excess.every((word) => /^[\w.-]+=./.test(word));
	const takesEdits = command.options.some(({ long }) => long === '--set');
	const help =
		areEdits && takesEdits
			? `Did you mean ${excess.map((word) => `--set ${word}`).join(' ')}?`
			: `See dispatch-board help ${command.name()}.`;
	const expected =
		parameters.length === 0 ? 'no argument' : `one ${parameters.map((argument) => argument.name()).join(' and one ')}`;
	throw new Stop(`${command.name()} takes ${expected}, so ${excess.join(' ')} is too much. ${help}`, 2);
}

// Rewrites an error of Commander as one line that says what is wrong and what to do next.
const oneLine = (text: string): string => {
	const message = text
		.trim()
		.replace(/^error: /, '')
		.replace(/\n\(?/, '. ')
		.replace(/\)$/, '')
		.replace(/[^.?!]$/, '$&.');
	const scenarios = /missing required argument 'scenario'/.test(message)
		? ' Take week-31, one that `dispatch-board scenarios` lists, or a file.'
		: '';
	return `${message}${scenarios} See dispatch-board --help.\n`;
};
