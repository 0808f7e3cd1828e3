/** A timed interview run and its debrief. Pure: times and seeds are arguments; nothing here reads a clock. */

export type { Answered, Missed, MissedOfLesson } from './answered.js';
export { type Debrief, debrief, type KindDebrief, type Unanswered, type WellAnswered } from './debrief.js';
export { debriefJson, debriefMarkdown, type Titles } from './debrief-text.js';
export { type Pool, RUN_KINDS, type RunKind } from './kinds.js';
export type { Question } from './questions.js';
export {
	answered,
	answering,
	asked,
	isOver,
	openQuestion,
	type Peek,
	paused,
	type Run,
	type RunOptions,
	remaining,
	resumed,
	spent,
	startRun,
} from './run.js';
