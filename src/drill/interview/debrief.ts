import { type AnswerResult, groupByLesson, type LessonMisses } from './answer-result.js';
import { RUN_KINDS, type RunKind } from './kinds.js';
import { elapsedTime, openQuestion, type Run } from './run.js';

/** Lowest score of an answer that went well. */
export const GOOD_SCORE = 0.8;

/** Summary of a run. Scores are 0..1 over answered questions, null if none was answered. Times exclude pauses. */
export interface Debrief {
	/** Time allowed. */
	readonly minutes: number;
	/** Time used: answering (unfinished answers too) and reading the feedback. */
	readonly seconds: number;
	readonly planned: number;
	readonly answered: number;
	/** Mean over the answers. */
	readonly score: number | null;
	/** All kinds, in the order of `RUN_KINDS`. */
	readonly kinds: readonly KindDebrief[];
	/** Answers that went well, best first. */
	readonly well: readonly GoodAnswer[];
	/** By lesson, most misses first; points that no lesson teaches come last. */
	readonly missed: readonly LessonMisses[];
	/** In planned order. */
	readonly unanswered: readonly UnansweredQuestion[];
}

export interface KindDebrief {
	readonly kind: RunKind;
	readonly planned: number;
	readonly answered: number;
	readonly score: number | null;
	/** Time spent on its answers. */
	readonly seconds: number;
}

export type GoodAnswer = Omit<AnswerResult, 'missed'>;

export interface UnansweredQuestion {
	readonly card: string;
	readonly kind: RunKind;
	/** Whether the reader had seen it. */
	readonly begun: boolean;
}

/** Summarises a run, finished or not. */
export function debrief(run: Run, now: number): Debrief {
	const { minutes, questions, results } = run;
	const open = openQuestion(run);
	return {
		minutes,
		seconds: elapsedTime(run, now) / 1000,
		planned: questions.length,
		answered: results.length,
		score: mean(results),
		kinds: RUN_KINDS.map((kind) => kindDebrief(kind, run)),
		well: results
			.filter(({ score }) => score >= GOOD_SCORE)
			.map(({ card, kind, seconds, score }) => ({ card, kind, seconds, score }))
			.sort((a, b) => b.score - a.score),
		missed: groupByLesson(results.flatMap(({ missed }) => missed)),
		unanswered: questions
			.slice(results.length)
			.map((question) => ({ card: question.card, kind: question.kind, begun: question === open })),
	};
}

function kindDebrief(kind: RunKind, { questions, results }: Run): KindDebrief {
	const ownResults = results.filter((result) => result.kind === kind);
	return {
		kind,
		planned: questions.filter((question) => question.kind === kind).length,
		answered: ownResults.length,
		score: mean(ownResults),
		seconds: ownResults.reduce((sum, { seconds }) => sum + seconds, 0),
	};
}

const mean = (results: readonly AnswerResult[]): number | null =>
	results.length === 0 ? null : results.reduce((sum, { score }) => sum + score, 0) / results.length;
