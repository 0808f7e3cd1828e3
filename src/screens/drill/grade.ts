import { withoutLastReview } from '../../course/index.js';
import type { AnswerResult, RunKind } from '../../drill/interview/index.js';
import type { Grade } from '../../drill/schedule/index.js';
import { createEditor } from '../../text/editor.js';
import type { DrillTools, Env, Updated } from '../screen.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { NO_GRADE } from './keys.js';
import { askNext, withDrill } from './start.js';
import type { DrillState } from './state.js';
import { teachingLesson } from './teaching-lesson.js';

/** Ticks or unticks the chosen key point. */
export function tickPoint(state: State): State {
	const { ticks, chosen, step } = state.drill;
	return step === 'ticking'
		? withDrill(state, { ticks: ticks.map((tick, i) => (i === chosen ? !tick : tick)) })
		: state;
}

/** Returns the score of the answer, 0..1: the share of a good answer that it contains. */
export function answerScore({ drill: { question, ticks, judgement, mended } }: State): number {
	if (question?.kind === 'card') return ticks.filter(Boolean).length / Math.max(1, ticks.length);
	const judged = judgement?.score ?? 0;
	// Diagnosing a case counts half, mending it the other half.
	return question?.kind === 'case' ? judged / 2 + (mended ? 0.5 : 0) : judged;
}

/** Returns the grade that follows from the score. */
export function gradeFromScore(state: State): Grade {
	const score = answerScore(state);
	return score >= 1 ? 3 : score >= 0.5 ? 2 : 1;
}

/** Records a grade and asks the next question. */
export function gradeAnswer(state: State, grade: Grade, env: Env, tools: DrillTools): Updated {
	const { question, editor, ticks, boxes, judgement, mended, step, graded: before } = state.drill;
	if (question === null || step === 'answering') return { state, effects: [] };
	const { state: kept, effects } = recordGrade(state, grade, env);
	// A failed card is asked again in the same sitting.
	const again = grade === 1 && state.drill.run === null ? [question.card] : [];
	const counted = withDrill(countResult(kept, env, tools), {
		graded: [...before, { question, text: editor.text, ticks, boxes, judgement, mended }],
		queue: [...state.drill.queue, ...again],
	});
	return { state: askNext(counted, env, tools), effects };
}

/**
 * Records the grade of the open question, in place of one that is already recorded: a case earns a better grade once it
 * is mended.
 */
export function recordGrade(state: State, grade: Grade, env: Env): Updated {
	const { question, recordedGrade } = state.drill;
	if (question === null || recordedGrade === grade) return { state, effects: [] };
	const { card } = question;
	const review = { card, at: new Date(env.now()).toISOString(), grade };
	const before = recordedGrade === null ? state.reviews : withoutLastReview(state.reviews, card);
	return {
		state: withDrill({ ...state, reviews: [...before, review] }, { recordedGrade: grade }),
		effects: [...(recordedGrade === null ? [] : [{ type: 'unreviewed', card } as const]), { type: 'reviewed', review }],
	};
}

/** Stores the score in the run: as a new result, or in the result being reviewed after the run. */
function countResult(state: State, env: Env, { drill }: DrillTools): State {
	const { run, reviewedResult } = state.drill;
	const open = run && drill.openQuestion(run);
	if (!run) return state;
	if (reviewedResult !== null) {
		const results = run.results.map((result, i) =>
			i === reviewedResult ? { ...result, score: answerScore(state), missed: missedIn(state, env) } : result,
		);
		return withDrill(state, { run: { ...run, results } });
	}
	if (!open) return state;
	const seconds = drill.answerTime(run, env.now()) / 1000;
	return withDrill(state, { run: drill.recordAnswer(run, resultOf(state, open.kind, seconds, env), env.now()) });
}

const resultOf = (state: State, kind: RunKind, seconds: number, env: Env): AnswerResult => ({
	card: state.drill.question?.card ?? '',
	kind,
	seconds,
	score: answerScore(state),
	missed: missedIn(state, env),
});

/** Returns the points that the answer misses, each with the lesson that teaches it. */
function missedIn({ drill: { question, ticks, judgement, mended } }: State, env: Env): AnswerResult['missed'] {
	const lesson = question ? teachingLesson(question, 0, env.lessons) : null;
	switch (question?.kind) {
		case 'card':
			return question.document.points.filter((_, i) => !ticks[i]).map(({ text, lesson }) => ({ text, lesson }));
		case 'number':
			return judgement?.score === 1 ? [] : [{ text: question.question.ask, lesson }];
		case 'case':
			return [
				...(judgement?.score === 1 ? [] : [{ text: `the shape of “${question.diagnosisCase.title}”`, lesson }]),
				...(mended ? [] : [{ text: `mending “${question.diagnosisCase.title}”`, lesson }]),
			];
		default:
			return [];
	}
}

/** Shows the judgement of an answer, or holds it back until the end of the run. */
export function showOrHold(state: State, env: Env, tools: DrillTools): State {
	const { run, question, editor, judgement, heldAnswers, reviewedResult } = state.drill;
	const open = run && tools.drill.openQuestion(run);
	if (!run || !open || !question || run.feedback !== 'at-the-end' || reviewedResult !== null) return state;
	const seconds = tools.drill.answerTime(run, env.now()) / 1000;
	const continued = tools.drill.recordAnswer(run, resultOf(state, open.kind, seconds, env), env.now());
	const heldNow = [
		...heldAnswers,
		{ question, text: editor.text, result: run.results.length, judgement, kept: state.drill.recordedGrade },
	];
	return askNext(withDrill(state, { run: continued, heldAnswers: heldNow }), env, tools);
}

/** Takes back the last grade of this sitting, and shows its question again as it was when graded. */
export function takeBackGrade(state: State): Updated {
	const last = state.drill.graded.at(-1);
	const { question, queue, recordedGrade, run } = state.drill;
	if (question && recordedGrade !== null && !run) {
		// A judged question is already graded: taking the grade back opens it for another answer.
		const { card } = question;
		const open: Partial<DrillState> = {
			step: 'answering',
			judgement: null,
			mended: false,
			recordedGrade: null,
			chosen: 0,
			offset: null,
		};
		const again = withDrill({ ...state, reviews: withoutLastReview(state.reviews, card) }, open);
		return { state: say(again, 'took the grade back: answer again'), effects: [{ type: 'unreviewed', card }] };
	}
	if (!last || run) return { state: say(state, NO_GRADE), effects: [] };
	const { card } = last.question;
	const back = withDrill(
		{ ...state, reviews: withoutLastReview(state.reviews, card) },
		{
			graded: state.drill.graded.slice(0, -1),
			question: last.question,
			queue: question ? [question.card, ...queue] : queue,
			editor: createEditor(last.text),
			ticks: last.ticks,
			boxes: last.boxes,
			judgement: last.judgement,
			mended: last.mended,
			recordedGrade: null,
			step: last.question.kind === 'card' ? 'ticking' : 'judged',
			chosen: 0,
			offset: null,
		},
	);
	return {
		state: say(back, 'took back the last grade: grade it again'),
		effects: [{ type: 'unreviewed', card }],
	};
}
