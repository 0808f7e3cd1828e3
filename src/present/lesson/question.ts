import type { Predict } from '../../content/index.js';
import type { Answer } from '../../course/index.js';
import { figureOf } from '../../engine/expectations/index.js';
import { metricUnit, parseTypedNumber } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { drawCursor } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import { difference, NOT_MEASURED } from '../format/format.js';
import { signHint } from '../format/input-text.js';
import { BLANK, TICK_BOX } from './blanks.js';
import { fillFigures, inSentence } from './fill.js';

/** State of a question: not answered, being answered, or answered. */
export interface QuestionState {
	readonly answer: Answer | undefined;
	/** Text being typed; null: none. */
	readonly typing: string | null;
	readonly focused: boolean;
	readonly paper: boolean;
}

/** Returns the lines of a question: the same number before and after the answer, so that nothing moves. */
export function questionLines(
	{ ask, about, checks }: Predict,
	{ answer, typing, focused, paper }: QuestionState,
	loaded: Scenario,
	asked: Scenario,
): readonly Line[] {
	const chosen = answer?.kind === 'choice' ? answer.choice : null;
	const choices: readonly Line[] =
		about.kind === 'choice'
			? about.choices.map((text, i): Line => {
					const isRight = answer !== undefined && i + 1 === about.answer;
					const unmarked = paper && !answer ? TICK_BOX : '·';
					const mark = isRight ? '✓' : chosen === i + 1 ? '✗' : unmarked;
					const tone = isRight ? 'good' : 'dim';
					return [
						{ text: mark, tone },
						{ text: ` ${i + 1}  `, tone },
						{ text: fillFigures(text, loaded), tone: isRight ? 'good' : 'plain' },
					];
				})
			: [];
	return [
		[{ text: 'GUESS  ', tone: 'title', bold: true }, { text: fillFigures(ask, loaded) }],
		...choices,
		...(paper && !answer
			? roomToAnswer(about)
			: [answerLine(about, answer, typing, focused, checks.length > 0, loaded, asked)]),
	];
}

/** Returns the room for an answer on paper; choices have boxes to tick instead. */
const roomToAnswer = ({ kind }: Predict['about']): readonly Line[] =>
	kind === 'choice' ? [] : [[{ text: 'your guess: ' }, { text: BLANK }]];

function answerLine(
	about: Predict['about'],
	answer: Answer | undefined,
	typing: string | null,
	focused: boolean,
	counts: boolean,
	loaded: Scenario,
	asked: Scenario,
): Line {
	if (answer) return [{ text: answerText(about, answer, loaded, asked), tone: 'edited' }];
	if (typing !== null)
		return [
			{ text: `your ${about.kind === 'choice' ? 'answer' : 'guess'}: ${drawCursor(typing)}`, tone: 'title' },
			{ text: readsAs(about, typing), tone: 'dim' },
		];
	const expected = about.kind === 'choice' ? `a number from 1 to ${about.choices.length}` : 'a number';
	return [
		// The cursor says that digits go here: without it, a reader who is at the guess already looks for it with Tab.
		...(focused ? [{ text: `${drawCursor('')} `, tone: 'focus' as const }] : []),
		{ text: `type ${expected}, then Enter`, tone: focused ? 'focus' : 'plain' },
		{ text: counts ? '  (each answer counts once)' : '  (Enter twice looks without a guess)', tone: 'dim' },
	];
}

/** Returns how a typed guess will be read. */
function readsAs(about: Predict['about'], typed: string): string {
	if (about.kind === 'choice' || typed.trim() === '') return '  Enter takes it';
	const unit = metricUnit(about.metric);
	const read = parseTypedNumber(typed, unit);
	if (!read.ok) return '  Enter takes it';
	return `  reads as ${inSentence(read.value, unit)}${signHint(typed, unit)}; Enter takes it`;
}

function answerText(about: Predict['about'], answer: Answer, loaded: Scenario, asked: Scenario): string {
	if (about.kind === 'choice') {
		const rightChoice = fillFigures(about.choices[about.answer - 1] ?? '', loaded);
		if (answer.kind === 'passed') return `it is ${about.answer}: ${rightChoice}`;
		return answer.kind === 'choice' && answer.right ? 'yes' : `no, it is ${about.answer}`;
	}
	const unit = metricUnit(about.metric);
	if (answer.kind !== 'guess') {
		const truth = figureOf(asked, about.metric, about.segment);
		return `it is ${truth === null ? NOT_MEASURED : inSentence(truth, unit)}`;
	}
	const show = (value: number): string => inSentence(value, unit);
	const guessText = `you said ${show(answer.guess)}`;
	if (answer.truth === null) return `${guessText}; it is ${NOT_MEASURED}`;
	const errorText = difference(answer.guess - answer.truth, unit);
	// A guess counts as exact if it looks the same as the actual value.
	const isExact = show(answer.guess) === show(answer.truth) || !/[1-9]/.test(errorText);
	return `${guessText}; it is ${show(answer.truth)}: ${isExact ? 'exactly' : `off by ${errorText}`}`;
}
