import type { Condition, FigureRef, Moment } from '../../engine/expectations/index.js';
import type { Changes, MetricName } from '../../engine/scenario.js';
import type { ProseBlock } from '../../text/prose.js';

/** Parts of a scenario that a lesson can embed in its text. */
export const LIVE_PARTS = [
	'segments',
	'verdict',
	'summary',
	'spend',
	'rows',
	'prices',
	'besides',
	'check',
	'break-even',
	'board-matrix',
	'matrix',
	'difficulty',
	'pressure',
	'pressure-table',
	'trace',
	'curve',
	'signals',
] as const;
export type LivePart = (typeof LIVE_PARTS)[number];

/** Text between the other blocks, as Markdown; `{{FIGURE}}` is replaced by a figure of the scenario. */
export interface Prose {
	readonly kind: 'prose';
	readonly markdown: string;
	/** The same, parsed. */
	readonly blocks: readonly ProseBlock[];
}

/** A figure of the board, or of one segment. */
export type ShownFigure = Pick<FigureRef, 'figure' | 'segment'>;

/** A state that evidence shows. */
export interface EvidenceState {
	readonly moment: Moment | 'baseline';
	/** Changes on top of it. */
	readonly change: Changes;
	/** Title of its column; null: the name that the scenario or the lesson gives it. */
	readonly title: string | null;
}

/**
 * Something to read: the artifact, parts of panes and figures of the states that the text speaks about. The reader's
 * edits do not change it.
 */
export interface Evidence {
	readonly kind: 'evidence';
	/** Id of the question that must be answered before it shows; null: none. */
	readonly after: string | null;
	/** A column each; exactly one if there are parts. */
	readonly states: readonly EvidenceState[];
	readonly artifact: boolean;
	readonly parts: readonly LivePart[];
	readonly figures: readonly ShownFigure[];
}

/** Something to work with: parts of panes, inputs and figures of the reader's own state. */
export interface Workbench {
	readonly kind: 'workbench';
	/** Id of the question that must be answered before it shows; null: none. */
	readonly after: string | null;
	readonly parts: readonly LivePart[];
	/** Paths as `--set` takes them. */
	readonly inputs: readonly string[];
	readonly figures: readonly ShownFigure[];
}

/** A question that the reader answers before seeing the result. */
export interface Predict {
	readonly kind: 'predict';
	/** Unique in the lesson. */
	readonly id: string;
	/** Id of the question that must be answered before it is asked; null: none. */
	readonly after: string | null;
	readonly ask: string;
	/** A number of the scenario to guess, or answers to choose from. */
	readonly about:
		| { readonly kind: 'metric'; readonly metric: MetricName; readonly segment: string | null }
		| { readonly kind: 'choice'; readonly choices: readonly string[]; readonly answer: number };
	/** Id of the state that the answer is about; `own`: the scenario's; null: the lesson's start. */
	readonly state: string | null;
	/** Changes on top of that state. */
	readonly change: Changes;
	/** Figures of that state that would answer the question, and show `?` until it is answered. */
	readonly hides: readonly ShownFigure[];
	/** Ids of the facts that a right answer shows to be understood. */
	readonly checks: readonly string[];
}

/** Text that is shown once a question is answered. */
export interface Reveal {
	readonly kind: 'reveal';
	/** Id of the question. */
	readonly after: string;
	readonly markdown: string;
	/** The same, parsed. */
	readonly blocks: readonly ProseBlock[];
}

/** A goal to reach by editing. */
export interface Challenge {
	readonly kind: 'challenge';
	/** Unique in the lesson. */
	readonly id: string;
	readonly goal: string;
	/** All must hold for the edited scenario. */
	readonly conditions: readonly Condition[];
	/** From vague to exact. */
	readonly hints: readonly string[];
	/**
	 * One solution, as changes to the lesson's start. Loading proves that it meets the conditions and the start does not.
	 */
	readonly solution: Changes;
	/** Shown once it is solved, or its solution was shown. */
	readonly after: string;
	/** Ids of the facts that solving it shows to be understood. */
	readonly checks: readonly string[];
}

/** The result of a check: how many questions and challenges were right, and which facts to repeat. */
export interface ScoreBlock {
	readonly kind: 'score';
	/** Ids of the lessons whose questions and challenges it counts. */
	readonly of: readonly string[];
}

export type LessonBlock = Prose | Evidence | Workbench | Predict | Reveal | Challenge | ScoreBlock;

/** A lesson file. */
export interface LessonDocument {
	readonly id: string;
	/** The number that the file's name begins with; null: none. Lesson 0 comes before the book proper. */
	readonly number: number | null;
	readonly title: string;
	/** The part of the book that it is listed under. */
	readonly part: string;
	/** Minutes that the lesson takes. */
	readonly minutes: number;
	/** Id of the lesson's scenario. */
	readonly scenario: string;
	/** Id of the state in which the reader's board starts; null: the scenario's own. */
	readonly start: string | null;
	/** Name of the scenario's own state, as a column title. */
	readonly own: string;
	/** Ids of the facts that this lesson alone teaches. */
	readonly teaches: readonly string[];
	/** Ids of facts that it revisits. */
	readonly revisits: readonly string[];
	readonly blocks: readonly LessonBlock[];
}
