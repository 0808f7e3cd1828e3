import type { Run } from '../../drill/interview/index.js';
import type { DrillKind, Question } from '../../drill/kit.js';
import type { Level } from '../../drill/numbers/index.js';
import type { Grade } from '../../drill/schedule/index.js';
import { type Editor, editorOf } from '../../text/editor.js';

/** What a line of the drill menu starts. */
export type DrillSet = 'due' | DrillKind | 'run';

/**
 * Where the open question is: being answered; shown, to be ticked and graded by the reader; or judged by the model.
 */
type Step = 'answering' | 'ticking' | 'judged';

/** What the model said of an answer. */
export interface Judgement {
	/** 0..1. */
	readonly score: number;
	/** What was answered, as it was read. */
	readonly said: string;
}

/** An answer of a run that is looked at only at its end. */
interface Held {
	readonly question: Question;
	readonly text: string;
	/** Which result of the run it is. */
	readonly result: number;
	readonly judgement: Judgement | null;
	/** The grade that is on the disk already; null: none is. */
	readonly kept: Grade | null;
}

/** Everything that belongs to drills. */
export interface DrillState {
	/** Line of the menu. */
	readonly at: number;
	/** Cards that wait, the next one first. */
	readonly queue: readonly string[];
	/** null: the menu, or a debrief. */
	readonly question: Question | null;
	readonly step: Step;
	/** What is being written: a free answer, a number, the focused box. */
	readonly editor: Editor;
	/** Of a card: which key points are ticked. */
	readonly ticks: readonly boolean[];
	/** Of a diagram: what stands in the boxes. */
	readonly boxes: readonly string[];
	/** Of a diagram: its labels are offered, and a number places one. */
	readonly labelled: boolean;
	/** The chosen point, box or shape. */
	readonly chosen: number;
	/** First line that shows of what does not fit; null: the one that shows the cursor or what is chosen. */
	readonly offset: number | null;
	readonly judgement: Judgement | null;
	/** The grade of this question that is on the disk already; null: none is. */
	readonly kept: Grade | null;
	/** Of a case: whether it was mended in the lab. */
	readonly mended: boolean;
	/** The scenario that the lab showed before the case; null: the lab shows no case. */
	readonly before: string | null;
	readonly level: Level;
	/** Figures are drawn with it; it moves on with every question. */
	readonly seed: number;
	/** Grades of this sitting: the last can be taken back. */
	readonly graded: readonly {
		readonly question: Question;
		readonly text: string;
		readonly ticks: readonly boolean[];
		readonly boxes: readonly string[];
		readonly judgement: Judgement | null;
		readonly mended: boolean;
	}[];
	readonly run: Run | null;
	/** The next one first. */
	readonly held: readonly Held[];
	/** The result that is being looked at after the run; null: none. */
	readonly looking: number | null;
	/** The next Esc leaves what the last one warned of. */
	readonly leaving: boolean;
	/** The run that was looked back at last, to be printed at the end; null: none was. */
	readonly last: Run | null;
	/** The reader ended the run before its time. */
	readonly stopped: boolean;
	/** The run is over, and is looked back at. */
	readonly debriefed: boolean;
}

export const noDrill = (seed: number): DrillState => ({
	at: 0,
	queue: [],
	question: null,
	step: 'answering',
	editor: editorOf(),
	ticks: [],
	boxes: [],
	labelled: false,
	chosen: 0,
	offset: null,
	judgement: null,
	kept: null,
	mended: false,
	before: null,
	level: 1,
	seed,
	graded: [],
	run: null,
	held: [],
	looking: null,
	leaving: false,
	last: null,
	stopped: false,
	debriefed: false,
});
