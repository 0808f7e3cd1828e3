import { evaluateFigureRef, type Figure, figureOf, isMetric, scenarioAt } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Span } from '../yaml/tree.js';
import type { Evidence, LessonBlock, Predict, ShownFigure, Workbench } from './document.js';
import { type QuotedFigure, quotedFigures } from './prose.js';
import type { Piece } from './split.js';

/** A block and the piece of the file that it was read from. */
export interface PlacedBlock {
	readonly block: LessonBlock;
	readonly piece: Piece;
}

/** A contradiction within a lesson, at a span of one of its texts. */
export interface Contradiction extends Span {
	readonly piece: Piece;
	readonly text: string;
	readonly message: string;
	readonly help: string;
}

/** Checks that the reader can enter the solution of each challenge at its workbench. */
export function checkSolutions(blocks: readonly PlacedBlock[]): readonly Contradiction[] {
	return blocks.flatMap(({ block, piece }, at) => {
		if (block.kind !== 'challenge') return [];
		const bench = blocks
			.slice(0, at)
			.findLast((one) => one.block.kind === 'workbench' || one.block.kind === 'challenge');
		// Which inputs a part of a pane has depends on the scenario; a challenge without a workbench is played in the lab.
		if (bench?.block.kind !== 'workbench' || bench.block.parts.length > 0) return [];
		const { inputs } = bench.block;
		return Object.keys(block.solution).flatMap((path): readonly Contradiction[] =>
			inputs.includes(path) || path.startsWith('check.')
				? []
				: [
						{
							piece,
							text: path,
							start: 0,
							end: path.length,
							message: `the solution changes ${path}, which the workbench does not show`,
							help: 'Add it to the inputs of the workbench, or solve the challenge without it.',
						},
					],
		);
	});
}

/** What a lesson is checked against. */
interface Base {
	/** The scenario as its file has it. */
	readonly loaded: Scenario;
	/** The scenario at the start of the lesson. */
	readonly start: Scenario;
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/**
 * Checks that text and the part directly below it speak of one state: if the text quotes a figure that the part shows,
 * one of the quoted values is among those shown.
 */
export function checkStates(blocks: readonly PlacedBlock[], base: Base): readonly Contradiction[] {
	const found: Contradiction[] = [];
	for (const [i, { block, piece }] of blocks.entries()) {
		const part = blocks[i + 1]?.block;
		const isText = block.kind === 'prose' || block.kind === 'reveal';
		if (isText && (part?.kind === 'evidence' || part?.kind === 'workbench'))
			found.push(...contradictions({ piece, text: block.markdown }, part, base));
	}
	return found;
}

function contradictions(
	{ piece, text }: { readonly piece: Piece; readonly text: string },
	part: Evidence | Workbench,
	base: Base,
): readonly Contradiction[] {
	const quotes = quotedFigures(text, 0, base.loaded).filter(
		({ ref }) => ref.against === undefined && ref.moment !== 'baseline',
	);
	const groups = new Map<string, QuotedFigure[]>();
	for (const quote of quotes) {
		const key = `${quote.ref.figure} ${quote.ref.segment ?? ''}`;
		groups.set(key, [...(groups.get(key) ?? []), quote]);
	}
	return [...groups.values()].flatMap((group): readonly Contradiction[] => {
		const [first] = group;
		if (!first || !isShown(part, first.ref)) return [];
		const shown = shownValues(part, first.ref, base);
		const isQuoted = group.some(({ ref }) => {
			const value = evaluateFigureRef(base.loaded, ref);
			return value !== null && shown.some((other) => isClose(value, other));
		});
		if (isQuoted) return [];
		const { ref, start, end } = first;
		const name = ref.segment === null ? ref.figure : `${ref.figure} ${ref.segment}`;
		const message = `the text quotes ${name} of ${momentName(ref.moment)}, and the part below shows it of ${shownNames(part)}`;
		return [{ piece, text, start, end, message, help: 'Quote or show the same state.' }];
	});
}

const momentName = (moment: QuotedFigure['ref']['moment']): string =>
	moment === null ? 'own' : typeof moment === 'number' ? `week ${moment}` : moment;

const shownNames = (part: Evidence | Workbench): string =>
	part.kind === 'workbench' ? 'the start' : part.states.map(({ moment }) => momentName(moment)).join(' and ');

/** Whether a part shows a figure. */
function isShown({ figures, parts }: Evidence | Workbench, { figure, segment }: ShownFigure): boolean {
	if (figures.some((one) => one.figure === figure && one.segment === segment)) return true;
	return segment === null && parts.includes('summary') && SUMMARY.includes(figure);
}

/** Figures that the part `summary` shows of every scenario. */
const SUMMARY: readonly Figure[] = [
	'cost',
	'costPerResolved',
	'totalCostPerResolved',
	'resolution',
	'handoff',
	'silent',
];

/** Returns the values of a figure in the states of a part. */
function shownValues(
	part: Evidence | Workbench,
	{ figure, segment }: ShownFigure,
	{ loaded, start }: Base,
): readonly number[] {
	if (part.kind === 'workbench') return [figureOf(start, figure, segment) ?? Number.NaN];
	// The baseline is not compared: a text may quote that of any state.
	return part.states.flatMap(({ moment, change }) => {
		const state = moment === 'baseline' ? null : scenarioAt(loaded, moment);
		return (state && figureOf(applyChanges(state, change).scenario, figure, segment)) ?? [];
	});
}

/**
 * Checks that no text which the reader sees while a question is open contains its answer: neither as a quoted figure
 * nor as a number. Tables need no check: they show `?` for the figure.
 *
 * @param scenarioOf returns the state that a question is about; null: unknown
 */
export function checkAnswersHidden(
	blocks: readonly PlacedBlock[],
	loaded: Scenario,
	scenarioOf: (question: Predict) => Scenario | null,
): readonly Contradiction[] {
	const questions = new Map(
		blocks.flatMap(({ block }) => (block.kind === 'predict' ? [[block.id, block] as const] : [])),
	);
	return blocks.flatMap(({ block: question }) => {
		const asked = question.kind === 'predict' ? scenarioOf(question) : null;
		if (question.kind !== 'predict' || asked === null) return [];
		const visible = blocks.flatMap(({ block, piece }) =>
			isBehind(block, question.id, questions) ? [] : visibleTexts(block, question).map((text) => ({ text, piece })),
		);
		return question.hides.flatMap(({ figure, segment }) => {
			const answer = figureOf(asked, figure, segment);
			if (answer === null) return [];
			return visible.flatMap(({ text, piece }) =>
				findAnswers(text, { figure, segment, answer }, loaded).map(
					(at): Contradiction => ({
						piece,
						text,
						start: at.start,
						end: at.end,
						message: `this gives the answer to ${question.id} away`,
						help: `Move it into a reveal after ${question.id}, or ask about another figure.`,
					}),
				),
			);
		});
	});
}

/** Whether a block waits for a question, or for one that waits for it. Any other can be read while it is open. */
function isBehind(block: LessonBlock, id: string, questions: ReadonlyMap<string, Predict>): boolean {
	let after = 'after' in block && block.kind !== 'challenge' ? block.after : null;
	while (after !== null && after !== id) after = questions.get(after)?.after ?? null;
	return after === id;
}

/** Returns the texts of a block. */
function visibleTexts(block: LessonBlock, question: Predict): readonly string[] {
	switch (block.kind) {
		case 'prose':
			return [block.markdown];
		case 'reveal':
			return [block.markdown];
		case 'predict': {
			const isOther = block.about.kind === 'choice' && block.id !== question.id;
			return [block.ask, ...(isOther && block.about.kind === 'choice' ? block.about.choices : [])];
		}
		case 'evidence':
			return block.states.flatMap(({ title }) => title ?? []);
		case 'challenge':
			return [block.goal, ...block.hints];
		default:
			return [];
	}
}

interface HiddenAnswer extends ShownFigure {
	readonly answer: number;
}

/** Returns where a text gives an answer away. */
function findAnswers(text: string, hidden: HiddenAnswer, loaded: Scenario): readonly Span[] {
	const quotes = quotedFigures(text, 0, loaded).filter(({ ref }) => isAnswer(ref, hidden, loaded));
	const bare = text.replace(/\{\{[^{}\n]{0,200}\}\}/g, (quote) => ' '.repeat(quote.length));
	return [...quotes, ...numbersEqual(bare, hidden)];
}

function isAnswer(ref: QuotedFigure['ref'], { figure, segment, answer }: HiddenAnswer, loaded: Scenario): boolean {
	if (ref.figure !== figure || ref.segment !== segment || ref.against !== undefined) return false;
	const value = evaluateFigureRef(loaded, ref);
	return value !== null && isClose(value, answer);
}

/** A number with the signs of its unit. */
const NUMBER = /(?<![\w.,])(\$?)(\d[\d,]*(?:\.\d{1,20}(?!\d))?)( ?%| ms\b)?/g;

/**
 * Returns the numbers in a text that are the answer, rounded. Numbers of one or two digits are left out: they are too
 * often something else.
 */
function numbersEqual(text: string, { figure, answer }: HiddenAnswer): readonly Span[] {
	const unit = isMetric(figure) ? metricUnit(figure) : 'percent';
	return [...text.matchAll(NUMBER)].flatMap((found) => {
		const [whole, dollar, digits = '', suffix = ''] = found;
		const written =
			suffix.trim() === '%' ? 'percent' : suffix.trim() === 'ms' ? 'duration' : dollar ? 'money' : 'number';
		const [, decimals = ''] = digits.split('.');
		if (written !== unit || digits.replace(/\D/g, '').replace(/^0+/, '').length < 3) return [];
		const value = Number(digits.replaceAll(',', ''));
		// “100% went strong” is a way to say all.
		if (unit === 'percent' && value === 100) return [];
		const rounded = Number((unit === 'percent' ? answer * 100 : answer).toFixed(decimals.length));
		return value === Math.abs(rounded) ? [{ start: found.index, end: found.index + whole.length }] : [];
	});
}
