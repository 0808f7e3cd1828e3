/** Retrieval practice: the questions, marking, and when to ask again. Pure: times and seeds are arguments. */

export { type CaseArtifact, type DiagnosisCase, diagnosisCase, SHAPES, type Shape } from './diagnosis/index.js';
export {
	compareDiagram,
	DIAGRAMS,
	type Diagram,
	type DiagramBox,
	type DiagramResult,
	sortedLabels,
} from './diagrams/index.js';
export {
	type AnswerResult,
	answerTime,
	type Debrief,
	debrief,
	debriefJson,
	debriefMarkdown,
	type FeedbackTiming,
	giveNextQuestion,
	isOver,
	openQuestion,
	pauseRun,
	type Run,
	type RunKind,
	recordAnswer,
	remainingTime,
	resumeRun,
	startRun,
} from './interview/index.js';
export {
	cardsOf,
	cardTitle,
	createQuestion,
	DRILL_KINDS,
	type DrillKind,
	type DrillKit,
	kindOfCard,
	orderCards,
	type Question,
} from './kit.js';
export { suggestPoints } from './match.js';
export {
	checkNumber,
	formatAnswer,
	type Level,
	NUMBER_KINDS,
	type NumberKind,
	type NumberQuestion,
	numberQuestion,
} from './numbers/index.js';
export { allCards, practiceCounts } from './practice.js';
export {
	countDue,
	type DueCounts,
	findDue,
	GRADES,
	type Grade,
	previewGrades,
	type Review,
	type Schedule,
	scheduleOf,
} from './schedule/index.js';
