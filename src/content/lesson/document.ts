import type { Condition, FigureRef } from '../../engine/expectations/index.js';
import type { Changes, MetricName } from '../../engine/scenario.js';
import type { ProseBlock } from '../../text/prose.js';

/** Parts of a scenario that a lesson can embed in its text, live and editable. */
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

/** Live parts of the scenario: the artifact, parts of panes, single inputs and single figures, in that order. */
export interface Live {
	readonly kind: 'live';
	/** Id of the question that must be answered before it shows; null: none. */
	readonly after: string | null;
	readonly artifact: boolean;
	readonly parts: readonly LivePart[];
	/** Paths as `--set` takes them. */
	readonly inputs: readonly string[];
	readonly figures: readonly Pick<FigureRef, 'figure' | 'segment'>[];
}

/** A question that the reader answers before seeing the result. */
export interface Predict {
	readonly kind: 'predict';
	/** Unique in the lesson. */
	readonly id: string;
	readonly ask: string;
	/** A number of the scenario to guess, or answers to choose from. */
	readonly about:
		| { readonly kind: 'metric'; readonly metric: MetricName; readonly segment: string | null }
		| { readonly kind: 'choice'; readonly choices: readonly string[]; readonly answer: number };
	/**
	 * Id of the state that the answer is about, entered after answering; `own`: the scenario's; null: the lesson's start.
	 */
	readonly state: string | null;
	/** Changes on top of that state, applied with it. */
	readonly change: Changes;
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
}

export type LessonBlock = Prose | Live | Predict | Reveal | Challenge;

/** A lesson file. */
export interface LessonDocument {
	readonly id: string;
	readonly title: string;
	/** The part of the chapter that it is listed under. */
	readonly part: string;
	/** Minutes that the lesson takes. */
	readonly minutes: number;
	/** Id of the lesson's scenario. */
	readonly scenario: string;
	/** Id of the state in which it starts; null: the scenario's own. */
	readonly start: string | null;
	/** Ids of the facts that this lesson alone teaches. */
	readonly teaches: readonly string[];
	/** Ids of facts that it revisits. */
	readonly revisits: readonly string[];
	readonly blocks: readonly LessonBlock[];
}
