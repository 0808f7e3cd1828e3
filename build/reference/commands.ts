import type { Argument, Command, Option } from 'commander';
import { COMMAND_HELP, EXIT_CODES } from '../../src/commands/command-help.js';
import { createProgram } from '../../src/commands/program.js';
import {
	CHOICES,
	type Field,
	GUARDRAIL_LIMIT,
	isChoice,
	ROW_FIELDS,
	SCENARIO_FIELDS,
	SEGMENT_FIELDS,
} from '../../src/engine/inputs/fields.js';
import { KIND_RANGES, type Kind } from '../../src/engine/inputs/kinds.js';
import { isSwitch, SETTING_NAMES, settingOf } from '../../src/settings/settings.js';
import { capitalized, code, type Page, page, prose, table } from './page.js';

/** Returns the page of the commands, from the program that parses them. */
export async function commandsPage(): Promise<Page> {
	const { program } = await createProgram([], '', { print: () => undefined, printError: () => undefined });
	return page('commands.md', 'Commands', [
		INTRODUCTION,
		table(
			['command', 'does'],
			program.commands.map((command) => [
				`[${code(command.name())}](#dispatch-board-${command.name()})`,
				prose(capitalized(command.description())),
			]),
		),
		...program.commands.map(commandSection),
		'## Options of every command',
		optionsTable([...program.options.filter(isShown), program.createHelp().visibleOptions(program).at(-1)]),
		...SETTINGS_SECTION,
		'## Exit codes',
		table(
			['code', 'means'],
			EXIT_CODES.map((meaning, exitCode) => [String(exitCode), capitalized(meaning)]),
		),
		...inputsSection(),
	]);
}

const INTRODUCTION = `In a clone, write ${code('npm start --')} instead of ${code('dispatch-board')}: ${code('npm start -- report week-31')}. npm prints two lines of its own first; in a pipe, use ${code('npm start --silent --')}. Without a command the workbook opens where you left it. Without a terminal, as in a pipe or in CI, the same prints the report of week-31. ${code('dispatch-board help COMMAND')} shows what this page says of a command.`;

const isShown = (option: Option): boolean => !option.hidden;

function commandSection(command: Command): string {
	const { examples = [], notes } = COMMAND_HELP[command.name()] ?? {};
	const { registeredArguments, options } = command;
	return [
		`## dispatch-board ${command.name()}`,
		`${prose(capitalized(command.description()))}.`,
		...(registeredArguments.length > 0
			? [
					table(
						['argument', 'is'],
						registeredArguments.map((argument) => [argumentName(argument), prose(argument.description)]),
					),
				]
			: []),
		...(options.length > 0 ? [optionsTable(options)] : []),
		['```sh', ...examples.map(({ line, does }) => `dispatch-board ${line}  # ${does}`), '```'].join('\n'),
		...(notes === undefined ? [] : [prose(notes)]),
	].join('\n\n');
}

const argumentName = (argument: Argument): string => {
	const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
	return code(argument.required ? `<${name}>` : `[${name}]`);
};

const optionsTable = (options: readonly (Option | undefined)[]): string =>
	table(
		['option', 'does'],
		options.flatMap((option) =>
			option ? [[code(option.flags), prose(`${option.description}${choices(option)}${defaultText(option)}`)]] : [],
		),
	);

const choices = ({ argChoices }: Option): string => (argChoices ? `: ${argChoices.join(', ')}` : '');

const defaultText = ({ defaultValue }: Option): string =>
	typeof defaultValue === 'string' ? `; default: ${defaultValue}` : '';

const SETTINGS_SECTION: readonly string[] = [
	'## Settings',
	'An option wins over an environment variable, a variable over `settings.json` in the data folder. `dispatch-board settings` says where each value comes from.',
	table(
		['setting', 'option', 'variables', 'values', 'does'],
		SETTING_NAMES.map((name) => {
			const setting = settingOf(name);
			const { flag, variables, values, description } = setting;
			const off = isSwitch(setting) && flag ? [flag.replace('--', '--no-')] : [];
			return [
				code(name),
				[...(flag ? [flag] : []), ...off].map(code).join(', '),
				variables.map(code).join(', '),
				`${values.map(code).join(', ')}; default ${code(setting.default)}`,
				prose(capitalized(description)),
			];
		}),
	),
	'`NO_COLOR=1` and `--no-color` turn colours off, `FORCE_COLOR=1` keeps them in a pipe. `DISPATCH_BOARD_HOME` names another data folder. [Terminals](terminals.md#colours) says what each theme needs from the terminal.',
];

const inputsSection = (): readonly string[] => [
	'## What --set and --baseline take',
	'Both take `PATH=VALUE`, with the paths that a scenario file uses for its changes. A rate may be written as `0.3`, `30%` or `30`: up to 1 a bare number is a fraction, and above 1 it is a percentage. So `1` is 100%, and `1%` needs its sign. A path or a value that does not fit is refused, with the nearest path or the range.',
	...[
		['`segments.ID.`…', SEGMENT_FIELDS],
		['`rows.ID.`…', ROW_FIELDS],
		['the scenario', SCENARIO_FIELDS],
		['`guardrails.METRIC.`… or `guardrails.METRIC.SEGMENT.`…', { limit: GUARDRAIL_LIMIT }],
	].map(([of, fields]) => inputTable(of as string, fields as Readonly<Record<string, Field>>)),
	`${code('prices.small.above')} and ${code('prices.strong.above')} take prices of long prompts: [what is read from a price list](reading.md#fields-that-are-used).`,
];

const inputTable = (of: string, fields: Readonly<Record<string, Field>>): string =>
	table(
		[`path of ${of}`, 'sets', 'values'],
		Object.entries(fields).map(([name, { kind, label }]) => [
			code(name),
			prose(label),
			isChoice(kind) ? Object.keys(CHOICES[kind]).map(code).join(', ') : range(kind),
		]),
	);

/** Largest limit that is said: a larger one only keeps numbers finite. */
const SAID_MAX = 1e6;

function range(kind: Kind): string {
	if (kind === 'limit') return 'a number in the unit of the metric';
	const { min, max } = KIND_RANGES[kind];
	const unit = UNITS[kind] ?? '';
	if (kind === 'percent') return '0% to 100%';
	const show = (value: number): string => (kind === 'price' || kind === 'money' ? `$${value}` : String(value));
	return `${max < SAID_MAX ? `${show(min)} to ${show(max)}` : `at least ${show(min)}`}${unit}`;
}

const UNITS: Partial<Record<Kind, string>> = {
	price: ' per 1,000,000 tokens',
	duration: ' ms',
	delay: ' ms',
};
