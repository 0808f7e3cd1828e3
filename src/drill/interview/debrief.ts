import { type Answered, type MissedOfLesson, missedByLesson } from './answered.js';
import { RUN_KINDS, type RunKind } from './kinds.js';
import { openQuestion, type Run, spent } from './run.js';

/** Lowest score of an answer that went well. */
export const WELL = 0.8;

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
	readonly well: readonly WellAnswered[];
	/** By lesson, most misses first; points that no lesson teaches come last. */
	readonly missed: readonly MissedOfLesson[];
	/** In planned order. */
	readonly unanswered: readonly Unanswered[];
}

export interface KindDebrief {
	readonly kind: RunKind;
	readonly planned: number;
	readonly answered: number;
	readonly score: number | null;
	/** Time spent on its answers. */
	readonly seconds: number;
}

export type WellAnswered = Omit<Answered, 'missed'>;

export interface Unanswered {
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
		seconds: spent(run, now) / 1000,
		planned: questions.length,
		answered: results.length,
		score: mean(results),
		kinds: RUN_KINDS.map((kind) => kindDebrief(kind, run)),
		well: results
			.filter(({ score }) => score >= WELL)
			.map(({ card, kind, seconds, score }) => ({ card, kind, seconds, score }))
			.sort((a, b) => b.score - a.score),
		missed: missedByLesson(results.flatMap(({ missed }) => missed)),
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

const mean = (results: readonly Answered[]): number | null =>
	results.length === 0 ? null : results.reduce((sum, { score }) => sum + score, 0) / results.length;
