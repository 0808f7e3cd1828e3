import type { LessonDocument, ShownFigure } from '../../content/index.js';
import { type LessonReading, questionScenario } from '../../course/index.js';
import { type Condition, figureOf } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Cell, Line, Row, TableModel } from '../../text/line.js';
import type { ConditionModel } from '../format/condition-model.js';
import { inUnit } from '../format/format.js';
import { figureUnit } from '../format/labels.js';
import type { Block } from '../pane/block.js';

/** A figure that an open question asks for. */
export interface HiddenFigure extends ShownFigure {
	readonly answer: number;
	/** The answer as tables print it. */
	readonly text: string;
}

interface CachedFigures {
	readonly answers: LessonReading['answers'];
	readonly loaded: Scenario;
	readonly hidden: readonly HiddenFigure[];
}

/** The last result of each lesson: page, bar and status of a frame all need it. */
const hiddenCache = new WeakMap<LessonDocument, CachedFigures>();

/** Returns the figures that the unanswered questions of a lesson ask for. */
export function hiddenFigures(
	lesson: LessonDocument,
	answers: LessonReading['answers'],
	loaded: Scenario,
): readonly HiddenFigure[] {
	const last = hiddenCache.get(lesson);
	if (last && last.answers === answers && last.loaded === loaded) return last.hidden;
	const hidden = findHidden(lesson, answers, loaded);
	hiddenCache.set(lesson, { answers, loaded, hidden });
	return hidden;
}

function findHidden(
	lesson: LessonDocument,
	answers: LessonReading['answers'],
	loaded: Scenario,
): readonly HiddenFigure[] {
	return lesson.blocks.flatMap((block) => {
		if (block.kind !== 'predict' || answers[block.id] !== undefined) return [];
		const asked = questionScenario(lesson, block, loaded);
		return block.hides.flatMap(({ figure, segment }) => {
			const answer = figureOf(asked, figure, segment);
			return answer === null ? [] : [{ figure, segment, answer, text: inUnit(answer, figureUnit(figure)) }];
		});
	});
}

/** A cell of a figure that an open question asks for. */
export const HIDDEN_CELL: Cell = { raw: '?', text: '?', tone: 'unsure' };

/** Whether an open question asks for a figure, in whichever state. */
export const isHidden = (hidden: readonly HiddenFigure[], { figure, segment }: ShownFigure): boolean =>
	hidden.some((one) => one.figure === figure && one.segment === segment);

/** Whether a condition tells how an asked figure stands: a guardrail on it, or the verdict, which rests on all figures. */
export const revealsHidden = (hidden: readonly HiddenFigure[], condition: Condition): boolean =>
	(condition.kind === 'verdict' && hidden.length > 0) ||
	(condition.kind === 'guardrail' &&
		hidden.some(({ figure, segment }) => figure === condition.metric && segment === condition.segment));

/** Whether a limit would give away what an open question asks for: one that is relative to the answer. */
export const limitRevealsAnswer = (
	hidden: readonly HiddenFigure[],
	{ reference }: Pick<ConditionModel, 'reference'>,
): boolean => isAnswer(hidden, reference);

/** Whether the figure of a state would be printed like the answer of an open question that asks for it. */
export const looksLikeAnswer = (
	hidden: readonly HiddenFigure[],
	{ figure, segment }: ShownFigure,
	value: number | null,
): boolean =>
	value !== null &&
	hidden.some(
		(one) => one.figure === figure && one.segment === segment && one.text === inUnit(value, figureUnit(figure)),
	);

/** Whether a value is the answer to an open question. */
export const isAnswer = (hidden: readonly HiddenFigure[], value: unknown): boolean =>
	typeof value === 'number' && hidden.some(({ answer }) => isClose(value, answer));

// A table may compute a figure in another way than the question.
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/**
 * Replaces the answers to open questions in the parts of a pane by `?`.
 *
 * @param wholeRows whether to replace the asked figures too where they differ from the answer: on a board that the
 *   reader can bring near it
 */
export const hideAnswers = (
	blocks: readonly Block[],
	hidden: readonly HiddenFigure[],
	wholeRows: boolean,
): readonly Block[] => (hidden.length === 0 ? blocks : blocks.map((block) => hideInBlock(block, hidden, wholeRows)));

function hideInBlock(block: Block, hidden: readonly HiddenFigure[], wholeRows: boolean): Block {
	switch (block.kind) {
		case 'table':
			return { ...block, table: hideInTable(block.table, hidden, wholeRows) };
		case 'words':
			return { ...block, sentences: block.sentences.map((line) => hideInLine(line, hidden)) };
		case 'drawing':
			return { ...block, draw: (room) => block.draw(room).map((line) => hideInLine(line, hidden)) };
		case 'spare':
			return { ...block, blocks: hideAnswers(block.blocks, hidden, wholeRows) };
		case 'space':
			return block;
	}
}

const hideInTable = (table: TableModel, hidden: readonly HiddenFigure[], wholeRows: boolean): TableModel => ({
	...table,
	rows: table.rows.map((row) => {
		const cells = wholeRows && rowIsAsked(row, hidden) ? row.cells.map(hideNumber) : row.cells;
		return {
			...row,
			cells: cells.map((cell) => (cell.path === undefined && isAnswer(hidden, cell.raw) ? HIDDEN_CELL : cell)),
		};
	}),
});

/** Whether a row is that of an asked figure: rows of metrics have its name, and that of the segment, as their id. */
const rowIsAsked = ({ id }: Row, hidden: readonly HiddenFigure[]): boolean =>
	hidden.some(({ figure, segment }) => id === (segment === null ? figure : `${figure}.${segment}`));

const hideNumber = (cell: Cell): Cell => (typeof cell.raw === 'number' && cell.path === undefined ? HIDDEN_CELL : cell);

const hideInLine = (line: Line, hidden: readonly HiddenFigure[]): Line =>
	line.map((span) => ({ ...span, text: hideInText(span.text, hidden) }));

/** Replaces the answers to open questions in a text by `?`, each in its own width. */
export const hideInText = (text: string, hidden: readonly HiddenFigure[]): string =>
	hidden.reduce(
		(shown, { text: answer }) => shown.replace(answerPattern(answer), (found) => '?'.padEnd(found.length)),
		text,
	);

/** Matches an answer as it is printed, also without a unit that stands in the heading. */
const answerPattern = (answer: string): RegExp =>
	new RegExp(
		`(?<![\\d.,])${answer.replace(/ ms$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?: ms)?(?![\\d%]|[.,]\\d)`,
		'g',
	);
