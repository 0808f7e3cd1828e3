import type { Challenge, LessonDocument, ScenarioDocument } from '../content/index.js';
import { BLANK, SHORT_BLANK } from '../present/lesson/blanks.js';
import { fillFigures } from '../present/lesson/fill.js';
import { firstInput, handoutBlocks } from '../present/lesson/handout.js';
import type { PageBlock } from '../present/lesson/page.js';
import type { Block } from '../present/pane/block.js';
import type { Cell, Line } from '../text/line.js';

export interface HandoutInput {
	readonly lesson: LessonDocument;
	/** The lesson's scenario. */
	readonly document: ScenarioDocument;
	/** Whether the lesson is part of the book, not a file of the reader's own. */
	readonly isShipped: boolean;
	/** Number of the lesson in the book, from 1; null: none. */
	readonly number: number | null;
	/** Whether to print the answers, the hints and a solution, for the leader of a workshop. */
	readonly answers: boolean;
}

/** A lesson on paper, for every format. */
export interface HandoutModel {
	readonly title: string;
	/** Its number and its edition; empty: no number, and the participants' edition. */
	readonly kind: string;
	readonly byline: string;
	/** In the order of the lesson file. */
	readonly blocks: readonly (readonly PageBlock[])[];
}

/** Returns a lesson as a handout. Workbenches show the state in which the lesson starts. */
export function handoutModel({ lesson, document, isShipped, number, answers }: HandoutInput): HandoutModel {
	const { title, part, minutes, blocks } = lesson;
	return {
		title,
		kind: [
			...(number === null ? [] : [`Lesson ${number}`]),
			...(answers ? ['Leader’s edition with answers'] : []),
		].join(' · '),
		byline: `${part}, about ${minutes} minutes. Scenario: ${document.scenario.id}. Figures: ${document.source}${answers ? '' : ` ${LEGEND}`}`,
		blocks: handoutBlocks(lesson, document, answers).map((parts, i) => {
			const block = blocks[i];
			if (block?.kind === 'workbench' && !answers) return parts.map(withBlanks);
			if (block?.kind !== 'challenge') return parts;
			if (answers) return appendLines(parts, solutionLines(block, document));
			// The command of a lesson of one's own needs the file of its scenario.
			return appendLines(parts, isShipped ? [...ROOM_FOR_EDITS, reportLine(i, lesson)] : ROOM_FOR_EDITS);
		}),
	};
}

const LEGEND =
	'On paper: ? is what a guess asks for; ✓ marks a limit that holds at the start, ○ one to bring about; “yours” is for what you try.';

const ROOM_FOR_EDITS: readonly Line[] = [[{ text: 'what you set: ' }, { text: BLANK }]];

/** Returns the command that computes what comes of the reader's edits. */
function reportLine(challenge: number, lesson: LessonDocument): Line {
	const { scenario, start } = lesson;
	const state = start === null ? '' : ` --state ${start}`;
	const path = firstInput(lesson, challenge) ?? 'PATH';
	return [
		{ text: `what comes of it: dispatch-board report ${scenario}${state} --set ${path}=VALUE --set …`, tone: 'dim' },
	];
}

/** Empties the column of a workbench that the reader fills in. */
function withBlanks(part: PageBlock): PageBlock {
	if (part.kind !== 'live') return part;
	const blocks = part.blocks.map((block): Block => {
		if (block.kind !== 'table' || block.table.id !== 'workbench') return block;
		const at = block.table.columns.findIndex(({ id }) => id === 'now');
		const fill = (cell: Cell, i: number): Cell => (i === at ? { raw: null, text: SHORT_BLANK } : cell);
		const rows = block.table.rows.map((row) => ({ ...row, cells: row.cells.map(fill) }));
		return { ...block, table: { ...block.table, rows } };
	});
	return { ...part, blocks };
}

/** Returns one solution of a challenge, as edits that can be typed, and what the screen says once it is solved. */
const solutionLines = ({ solution, after }: Challenge, { scenario }: ScenarioDocument): readonly Line[] => [
	[
		{ text: 'a solution: ', tone: 'title' },
		{
			text: Object.entries(solution)
				.map(([path, value]) => `${path}=${value ?? 'off'}`)
				.join(', '),
		},
	],
	[{ text: 'once solved: ', tone: 'title' }, { text: fillFigures(after, scenario) }],
];

/** Appends lines to the challenge, whose rule continues beside them. */
function appendLines(parts: readonly PageBlock[], lines: readonly Line[]): readonly PageBlock[] {
	const last = parts.at(-1);
	return last?.kind === 'ruled'
		? [...parts.slice(0, -1), { ...last, sentences: [...last.sentences, ...lines] }]
		: [...parts, { kind: 'ruled', sentences: lines }];
}
