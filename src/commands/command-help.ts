import { wrap } from '../text/width.js';

/** A command line to try, and what it does. */
interface Example {
	/** The arguments after `dispatch-board`. */
	readonly line: string;
	readonly does: string;
}

/** What the help of a command says after its options. */
interface CommandHelp {
	readonly examples: readonly Example[];
	/** What the options do not say, one fact a sentence; missing: nothing. */
	readonly notes?: string;
}

const SAME_FIGURES = 'The figures are computed by the same model as on the screen.';

/** The end of each command's help, also printed in docs/commands.md. */
export const COMMAND_HELP: Readonly<Record<string, CommandHelp>> = {
	lab: {
		examples: [
			{ line: 'lab week-31', does: 'the opening scenario' },
			{ line: 'lab ./my-feature.yaml', does: 'a scenario file of your own' },
		],
		notes:
			'It opens as you left it, and says so if that is not as in the file. Without a terminal it prints the report.',
	},
	report: {
		examples: [
			{ line: 'report week-31', does: 'the whole report as text' },
			{ line: 'report week-31 --state mended', does: 'in one of its named states' },
			{ line: 'report week-31 --set segments.faq.routedSmall=50%', does: 'after an edit' },
			{ line: 'report week-31 --baseline threshold=0.5', does: 'deltas and pressure against another state' },
			{ line: 'report week-31 --format json', does: 'unrounded, for other programs' },
		],
		notes: `${SAME_FIGURES} With --baseline the limits, the saving and the verdict still refer to the scenario’s own baseline. --prices needs --small, --strong or both.`,
	},
	export: {
		examples: [
			{ line: 'export week-31', does: 'print Markdown, for a pull request' },
			{ line: 'export week-31 -o review.html', does: 'write a page for a projector or for printing' },
		],
		notes:
			'It asks before it overwrites a file; without a terminal it stops instead. --prices needs --small, --strong or both.',
	},
	scenarios: {
		examples: [
			{ line: 'scenarios', does: 'list all of them' },
			{ line: 'scenarios --teaches latency', does: 'those that teach something about latency' },
			{ line: 'scenarios self-approval', does: 'the states of one, and the claims that its file makes' },
		],
		notes: 'Open one with `dispatch-board lab SCENARIO`.',
	},
	drill: {
		examples: [
			{ line: 'drill', does: 'the menu' },
			{ line: 'drill numbers', does: 'one kind of question' },
			{ line: 'drill --due', does: 'the questions that are due today' },
			{
				line: 'drill --minutes 10 --export debrief.md',
				does: 'an interview run of ten minutes, and its debrief as a file',
			},
			{ line: 'drill --deck my-deck.yaml', does: 'questions of your own, and only these' },
		],
		notes: 'Without a terminal it prints how many questions are due. An interview run needs a terminal.',
	},
	worksheet: {
		examples: [
			{ line: 'worksheet', does: 'the list of your worksheets' },
			{ line: 'worksheet "Help desk" --from support-bot', does: 'make one from a scenario' },
			{ line: 'worksheet ./routing/my-feature.yaml', does: 'open a file that is under version control' },
			{ line: 'worksheet help-desk --versions', does: 'list the earlier versions that are kept' },
		],
		notes:
			'Export one for a design review with `dispatch-board export NAME`. Without a terminal it prints what is still missing.',
	},
	lesson: {
		examples: [
			{ line: 'lesson', does: 'list the lessons' },
			{ line: 'lesson 1', does: 'print lesson 1 as a handout' },
			{ line: 'lesson 1 --answers', does: 'the leader’s edition, with answers and hints' },
			{ line: 'lesson --all --format html -o handouts', does: 'write every lesson and an index to a folder' },
		],
		notes: 'It asks before it overwrites a file; without a terminal it stops instead.',
	},
	check: {
		examples: [
			{ line: 'check my-feature.yaml', does: 'check one file' },
			{ line: 'check lessons scenarios drills', does: 'check folders' },
		],
		notes:
			'Each problem names its file, line and column, and says what to do. Warnings, such as seconds where milliseconds belong, do not change the exit code.',
	},
	progress: {
		examples: [
			{ line: 'progress', does: 'what you have done, and what is due' },
			{ line: 'progress --format json', does: 'the same for other programs' },
		],
		notes: 'It writes nothing.',
	},
	settings: {
		examples: [
			{ line: 'settings', does: 'list them, and where each value comes from' },
			{ line: 'settings theme light', does: 'set one' },
			{ line: 'settings theme --reset', does: 'go back to the default' },
		],
	},
	help: {
		examples: [{ line: 'help report', does: 'the same as report --help' }],
	},
};

/** What each exit code means; commands that differ say so in their notes. */
export const EXIT_CODES = [
	'fine',
	'the content has problems, or something could not be written',
	'the command was wrong, or names a file that is missing or cannot be read',
] as const;

/** The width of the help where there is no terminal, and its largest one. */
const MAX_WIDTH = 80;

/** Returns the end of a command's help, in at most so many columns. */
export function commandHelpText(command: string, columns = MAX_WIDTH): string {
	const { examples = [], notes } = COMMAND_HELP[command] ?? {};
	const lines = examples.flatMap(({ line, does }) => [`  dispatch-board ${line}`, `      ${does}`]);
	return [
		'',
		'Examples:',
		...lines,
		...(notes === undefined ? [] : ['', ...wrap(notes, Math.min(columns, MAX_WIDTH))]),
	].join('\n');
}
