import type { Predict } from '../../content/index.js';
import type { Answer } from '../../course/index.js';
import { figureOf } from '../../engine/expectations/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { withCursor } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import { difference, inUnit, NOT_MEASURED } from '../format/format.js';
import { fill } from './fill.js';

/** How a question stands: not answered, being answered, or answered. */
export interface QuestionState {
	readonly answer: Answer | undefined;
	/** What is typed for it; null: nothing is. */
	readonly typing: string | null;
	readonly focused: boolean;
	readonly paper: boolean;
}

/** The sentences of a question. It has as many before the answer as after it, so that nothing moves. */
export function questionLines(
	{ ask, about }: Predict,
	{ answer, typing, focused, paper }: QuestionState,
	loaded: Scenario,
	asked: Scenario,
): readonly Line[] {
	const chosen = answer?.kind === 'choice' ? answer.choice : null;
	const choices: readonly Line[] =
		about.kind === 'choice'
			? about.choices.map((text, i): Line => {
					const right = answer !== undefined && i + 1 === about.answer;
					const mark = right ? '✓' : chosen === i + 1 ? '✗' : '·';
					return [
						{ text: `${mark} ${i + 1}  `, tone: right ? 'good' : 'dim' },
						{ text: fill(text, loaded), tone: right ? 'good' : 'plain' },
					];
				})
			: [];
	return [
		[{ text: 'GUESS  ', tone: 'title', bold: true }, { text: fill(ask, loaded) }],
		...choices,
		paper && !answer ? PAPER : answerLine(about, answer, typing, focused, loaded, asked),
	];
}

const PAPER: Line = [{ text: 'your guess: ____________' }];

function answerLine(
	about: Predict['about'],
	answer: Answer | undefined,
	typing: string | null,
	focused: boolean,
	loaded: Scenario,
	asked: Scenario,
): Line {
	if (answer) return [{ text: answerWords(about, answer, loaded, asked), tone: 'edited' }];
	if (typing !== null)
		return [
			{ text: `your ${about.kind === 'choice' ? 'answer' : 'guess'}: ${withCursor(typing)}`, tone: 'title' },
			{ text: '  Enter takes it', tone: 'dim' },
		];
	const way = about.kind === 'choice' ? `a number from 1 to ${about.choices.length}` : 'a number';
	return focused
		? [
				{ text: `type ${way}, then Enter`, tone: 'focus' },
				{ text: '  (Enter twice looks without a guess)', tone: 'dim' },
			]
		: [{ text: `Tab comes here: ${way}`, tone: 'dim' }];
}

function answerWords(about: Predict['about'], answer: Answer, loaded: Scenario, asked: Scenario): string {
	if (about.kind === 'choice') {
		const right = fill(about.choices[about.answer - 1] ?? '', loaded);
		if (answer.kind === 'passed') return `it is ${about.answer}: ${right}`;
		return answer.kind === 'choice' && answer.right ? 'yes' : `no, it is ${about.answer}`;
	}
	const unit = metricUnit(about.metric);
	if (answer.kind !== 'guess') {
		const truth = figureOf(asked, about.metric, about.segment);
		return `it is ${truth === null ? NOT_MEASURED : inUnit(truth, unit)}`;
	}
	const show = (value: number): string => `${unit === 'money' ? 'USD ' : ''}${inUnit(value, unit)}`;
	const said = `you said ${show(answer.guess)}`;
	if (answer.truth === null) return `${said}; it is ${NOT_MEASURED}`;
	const off = difference(answer.guess - answer.truth, unit);
	// What is printed alike is as good as exact.
	const alike = show(answer.guess) === show(answer.truth) || !/[1-9]/.test(off);
	return `${said}; it is ${show(answer.truth)}: ${alike ? 'exactly' : `off by ${off}`}`;
}
