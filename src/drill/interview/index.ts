/** A timed interview run and its debrief. Pure: times and seeds are arguments; nothing here reads a clock. */

export type { AnswerResult, LessonMisses, MissedPoint } from './answer-result.js';
export { type Debrief, debrief, type GoodAnswer, type KindDebrief, type UnansweredQuestion } from './debrief.js';
export { debriefJson, debriefMarkdown, type Titles } from './debrief-text.js';
export { type Pool, RUN_KINDS, type RunKind } from './kinds.js';
export type { RunQuestion } from './questions.js';
export {
	answerTime,
	elapsedTime,
	type FeedbackTiming,
	giveNextQuestion,
	isOver,
	openQuestion,
	pauseRun,
	type Run,
	type RunOptions,
	recordAnswer,
	remainingTime,
	resumeRun,
	startRun,
} from './run.js';
