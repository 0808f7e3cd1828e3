import { withoutLastOf } from '../../course/index.js';
import type { Answered, RunKind } from '../../drill/interview/index.js';
import type { Grade } from '../../drill/schedule/index.js';
import { editorOf } from '../../text/editor.js';
import type { Reduced, Surroundings } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { lessonBehind } from './behind.js';
import { asked, withDrill } from './start.js';
import type { DrillTools } from './state.js';

/** Ticks a key point, or takes the tick back. */
export function ticked(state: State): State {
	const { ticks, chosen, step } = state.drill;
	return step === 'ticking'
		? withDrill(state, { ticks: ticks.map((tick, i) => (i === chosen ? !tick : tick)) })
		: state;
}

/** The share of a good answer that this one held, 0..1. */
export function scoreOf({ drill: { question, ticks, judgement, mended } }: State): number {
	if (question?.kind === 'card') return ticks.filter(Boolean).length / Math.max(1, ticks.length);
	const named = judgement?.score ?? 0;
	// Of a case both steps count: the name, and the mend.
	return question?.kind === 'case' ? named / 2 + (mended ? 0.5 : 0) : named;
}

/** The grade that follows from what the model judged: nobody has to choose one. */
export function gradeOf(state: State): Grade {
	const score = scoreOf(state);
	return score >= 1 ? 3 : score >= 0.5 ? 2 : 1;
}

/** Takes a grade, keeps it, and asks the next question. */
export function graded(state: State, grade: Grade, around: Surroundings, tools: DrillTools): Reduced {
	const { question, editor, ticks, boxes, judgement, mended, step, graded: before } = state.drill;
	if (question === null || step === 'answering') return { state, effects: [] };
	const { state: kept, effects } = settled(state, grade, around);
	// Failed in a sitting, it comes once more in it.
	const again = grade === 1 && state.drill.run === null ? [question.card] : [];
	const counted = withDrill(counts(kept, around, tools), {
		graded: [...before, { question, text: editor.text, ticks, boxes, judgement, mended }],
		queue: [...state.drill.queue, ...again],
	});
	return { state: asked(counted, around, tools), effects };
}

/**
 * Keeps a grade: at once where the model judges, so that nobody loses it by closing the window. A better one, of a case
 * that was mended meanwhile, takes its place.
 */
export function settled(state: State, grade: Grade, around: Surroundings): Reduced {
	const { question, kept } = state.drill;
	if (question === null || kept === grade) return { state, effects: [] };
	const { card } = question;
	const review = { card, at: new Date(around.now()).toISOString(), grade };
	const before = kept === null ? state.reviews : withoutLastOf(state.reviews, card);
	return {
		state: withDrill({ ...state, reviews: [...before, review] }, { kept: grade }),
		effects: [...(kept === null ? [] : [{ type: 'unreviewed', card } as const]), { type: 'reviewed', review }],
	};
}

/** The result in the run: a new one, or the one that is looked at after it. */
function counts(state: State, around: Surroundings, { drill }: DrillTools): State {
	const { run, looking } = state.drill;
	const open = run && drill.openQuestion(run);
	if (!run) return state;
	if (looking !== null) {
		const results = run.results.map((result, i) =>
			i === looking ? { ...result, score: scoreOf(state), missed: missedIn(state, around) } : result,
		);
		return withDrill(state, { run: { ...run, results } });
	}
	if (!open) return state;
	const seconds = drill.answering(run, around.now()) / 1000;
	return withDrill(state, { run: drill.answered(run, resultOf(state, open.kind, seconds, around), around.now()) });
}

const resultOf = (state: State, kind: RunKind, seconds: number, around: Surroundings): Answered => ({
	card: state.drill.question?.card ?? '',
	kind,
	seconds,
	score: scoreOf(state),
	missed: missedIn(state, around),
});

/** What a good answer holds and this one did not, with the lesson that teaches it. */
function missedIn({ drill: { question, ticks, judgement, mended } }: State, around: Surroundings): Answered['missed'] {
	const lesson = question ? lessonBehind(question, 0, around.lessons) : null;
	switch (question?.kind) {
		case 'card':
			return question.document.points.filter((_, i) => !ticks[i]).map(({ text, lesson }) => ({ text, lesson }));
		case 'number':
			return judgement?.score === 1 ? [] : [{ text: question.asked.ask, lesson }];
		case 'case':
			return [
				...(judgement?.score === 1 ? [] : [{ text: `the shape of “${question.found.title}”`, lesson }]),
				...(mended ? [] : [{ text: `mending “${question.found.title}”`, lesson }]),
			];
		default:
			return [];
	}
}

/** Shows how an answer went, or puts it aside where a run is looked at only at its end. */
export function looked(state: State, around: Surroundings, tools: DrillTools): State {
	const { run, question, editor, judgement, held, looking } = state.drill;
	const open = run && tools.drill.openQuestion(run);
	if (!run || !open || !question || run.peek !== 'at-the-end' || looking !== null) return state;
	const seconds = tools.drill.answering(run, around.now()) / 1000;
	const going = tools.drill.answered(run, resultOf(state, open.kind, seconds, around), around.now());
	const kept = [
		...held,
		{ question, text: editor.text, result: run.results.length, judgement, kept: state.drill.kept },
	];
	return asked(withDrill(state, { run: going, held: kept }), around, tools);
}

/** Takes the last grade of this sitting back, and shows its question again as it was graded. */
export function ungraded(state: State): Reduced {
	const last = state.drill.graded.at(-1);
	const { question, queue, kept, run } = state.drill;
	if (question && kept !== null && !run) {
		// What is judged here was graded already: it can be answered again.
		const { card } = question;
		const open = { step: 'answering', judgement: null, mended: false, kept: null, chosen: 0, offset: null } as const;
		const again = withDrill({ ...state, reviews: withoutLastOf(state.reviews, card) }, open);
		return { state: say(again, 'took the grade back: answer again'), effects: [{ type: 'unreviewed', card }] };
	}
	if (!last || run) return { state: say(state, 'no grade to take back here'), effects: [] };
	const { card } = last.question;
	const back = withDrill(
		{ ...state, reviews: withoutLastOf(state.reviews, card) },
		{
			graded: state.drill.graded.slice(0, -1),
			question: last.question,
			queue: question ? [question.card, ...queue] : queue,
			editor: editorOf(last.text),
			ticks: last.ticks,
			boxes: last.boxes,
			judgement: last.judgement,
			mended: last.mended,
			kept: null,
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
