/** Retrieval practice: the questions, how answers are marked, and when to ask again. Pure: times and seeds are arguments. */

export { type CaseArtifact, type DiagnosisCase, diagnosisCase, SHAPES, type Shape } from './diagnosis/index.js';
export { type Compared, compareDiagram, DIAGRAMS, type Diagram, type DiagramBox, labelsOf } from './diagrams/index.js';
export {
	type Answered,
	answered,
	answering,
	asked,
	type Debrief,
	debrief,
	debriefJson,
	debriefMarkdown,
	isOver,
	openQuestion,
	type Peek,
	paused,
	type Run,
	type RunKind,
	remaining,
	resumed,
	startRun,
} from './interview/index.js';
export {
	cardsOf,
	DRILL_KINDS,
	type DrillKind,
	type DrillKit,
	inOrder,
	kindOf,
	type Question,
	questionOf,
} from './kit.js';
export { suggestedPoints } from './match.js';
export {
	answerText,
	checkNumber,
	type Level,
	NUMBER_KINDS,
	type NumberKind,
	type NumberQuestion,
	numberQuestion,
} from './numbers/index.js';
export { allCards, practiceOf } from './practice.js';
export {
	type Counts,
	countsOf,
	dueOf,
	GRADES,
	type Grade,
	previews,
	type Review,
	type Schedule,
	scheduleOf,
} from './schedule/index.js';
