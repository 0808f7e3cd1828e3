import type { Run } from '../../drill/interview/index.js';
import type { DrillKind, Question } from '../../drill/kit.js';
import type { Level } from '../../drill/numbers/index.js';
import type { Grade } from '../../drill/schedule/index.js';
import { createEditor, type Editor } from '../../text/editor.js';

/** Set of questions that a line of the drill menu starts. */
export type DrillSet = 'due' | DrillKind | 'run';

/** State of the open question: being answered; to be ticked and graded by the reader; or judged by the model. */
type Step = 'answering' | 'ticking' | 'judged';

/** The model's judgement of an answer. */
export interface Judgement {
	/** 0..1. */
	readonly score: number;
	/** The answer as typed or chosen; empty for a diagram. */
	readonly said: string;
}

/** An answer of a run that is shown only at the end of the run. */
interface HeldAnswer {
	readonly question: Question;
	readonly text: string;
	/** Index of its result in the run. */
	readonly result: number;
	readonly judgement: Judgement | null;
	/** The grade that is already recorded; null: none. */
	readonly kept: Grade | null;
}

/** The state of drills. */
export interface DrillState {
	/** Index of the chosen line of the menu. */
	readonly at: number;
	/** Ids of the cards still to be asked, the next one first. */
	readonly queue: readonly string[];
	/** The open question; null: the menu or a debrief is shown. */
	readonly question: Question | null;
	readonly step: Step;
	/** The text being edited: a free answer, a number, or the chosen box. */
	readonly editor: Editor;
	/** Whether each key point of a card is ticked. */
	readonly ticks: readonly boolean[];
	/** Text of each box of a diagram. */
	readonly boxes: readonly string[];
	/** Whether the labels of a diagram are offered, to be placed by number. */
	readonly labelled: boolean;
	/** Index of the chosen point, box, shape or line of the debrief. */
	readonly chosen: number;
	/** First visible line of the page; null: the window follows the cursor or the chosen line. */
	readonly offset: number | null;
	readonly judgement: Judgement | null;
	/** The grade of this question that is already recorded; null: none. */
	readonly recordedGrade: Grade | null;
	/** Whether a case was mended in the lab. */
	readonly mended: boolean;
	/** Id of the scenario that the lab showed before the case; null: the lab shows no case. */
	readonly scenarioBefore: string | null;
	readonly level: Level;
	/** Seed of the figures of the next question; it changes with every question. */
	readonly seed: number;
	/** Graded questions of this sitting, oldest first; the last grade can be taken back. */
	readonly graded: readonly {
		readonly question: Question;
		readonly text: string;
		readonly ticks: readonly boolean[];
		readonly boxes: readonly string[];
		readonly judgement: Judgement | null;
		readonly mended: boolean;
	}[];
	/** The interview run; null: none is open. */
	readonly run: Run | null;
	/** Answers held back until the end of the run, the next one to show first. */
	readonly heldAnswers: readonly HeldAnswer[];
	/** Index of the result being reviewed after the run; null: none. */
	readonly reviewedResult: number | null;
	/** Whether Esc has warned, so that the next Esc leaves. */
	readonly hasWarned: boolean;
	/** The last run that reached its debrief, which is printed on quitting; null: none. */
	readonly lastRun: Run | null;
	/** Whether the reader ended the run early. */
	readonly endedEarly: boolean;
	/** Whether the debrief of the run is shown. */
	readonly debriefed: boolean;
}

/** Returns the state of drills before any was started. */
export const initialDrill = (seed: number): DrillState => ({
	at: 0,
	queue: [],
	question: null,
	step: 'answering',
	editor: createEditor(),
	ticks: [],
	boxes: [],
	labelled: false,
	chosen: 0,
	offset: null,
	judgement: null,
	recordedGrade: null,
	mended: false,
	scenarioBefore: null,
	level: 1,
	seed,
	graded: [],
	run: null,
	heldAnswers: [],
	reviewedResult: null,
	hasWarned: false,
	lastRun: null,
	endedEarly: false,
	debriefed: false,
});
