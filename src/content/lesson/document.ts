import type { Condition, FigureRef } from '../../engine/expectations/index.js';
import type { Changes, MetricName } from '../../engine/scenario.js';
import type { ProseBlock } from '../../text/prose.js';

/** What of a scenario a lesson can show and let edit, in the middle of its text. */
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

/** Text between the live parts, as Markdown; `{{FIGURE}}` stands for a figure of the scenario. */
export interface Prose {
	readonly kind: 'prose';
	readonly markdown: string;
	/** The same, parsed. */
	readonly blocks: readonly ProseBlock[];
}

/** Something of the scenario, live: the artifact, parts of panes, single inputs, single figures, in that order. */
export interface Live {
	readonly kind: 'live';
	/** Id of the question that it waits for; null: none. */
	readonly after: string | null;
	readonly artifact: boolean;
	readonly parts: readonly LivePart[];
	/** Paths as `--set` takes them. */
	readonly inputs: readonly string[];
	readonly figures: readonly Pick<FigureRef, 'figure' | 'segment'>[];
}

/** A question that the reader answers before looking. */
export interface Predict {
	readonly kind: 'predict';
	/** Unique in the lesson. */
	readonly id: string;
	readonly ask: string;
	/** A number of the scenario to be guessed, or one of some answers to be chosen. */
	readonly about:
		| { readonly kind: 'metric'; readonly metric: MetricName; readonly segment: string | null }
		| { readonly kind: 'choice'; readonly choices: readonly string[]; readonly answer: number };
	/** Id of the state that the answer is about, entered once it is given; own: the scenario's; null: the lesson's start. */
	readonly state: string | null;
	/** Changes on top of that state, entered with it. */
	readonly change: Changes;
}

/** Text that waits for the answer to a question. */
export interface Reveal {
	readonly kind: 'reveal';
	/** Id of the question. */
	readonly after: string;
	readonly markdown: string;
	/** The same, parsed. */
	readonly blocks: readonly ProseBlock[];
}

/** Something to reach by editing. */
export interface Challenge {
	readonly kind: 'challenge';
	/** Unique in the lesson. */
	readonly id: string;
	readonly goal: string;
	/** All of them have to hold of the scenario as edited. */
	readonly conditions: readonly Condition[];
	/** From vague to exact. */
	readonly hints: readonly string[];
	/** One way, as changes of the lesson's start. It is proved to solve the challenge, and the start not to. */
	readonly solution: Changes;
	/** Said once it is solved. */
	readonly after: string;
}

export type LessonBlock = Prose | Live | Predict | Reveal | Challenge;

/** A lesson file. */
export interface LessonDocument {
	readonly id: string;
	readonly title: string;
	/** The part of the chapter that it is listed under. */
	readonly part: string;
	/** How long it takes. */
	readonly minutes: number;
	/** Id of the scenario that it is played on. */
	readonly scenario: string;
	/** Id of the state in which it starts; null: the scenario's own. */
	readonly start: string | null;
	/** Ids of facts that this lesson, and no other, teaches. */
	readonly teaches: readonly string[];
	/** Ids of facts that it comes back to. */
	readonly revisits: readonly string[];
	readonly blocks: readonly LessonBlock[];
}
