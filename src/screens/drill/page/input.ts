import type { Run } from '../../../drill/interview/index.js';
import type { DrillKit, Question } from '../../../drill/kit.js';
import type { Review } from '../../../drill/schedule/index.js';
import type { Editor } from '../../../text/editor.js';

/** What a drill's page is drawn from. */
export interface DrillInput {
	readonly kit: DrillKit;
	readonly reviews: readonly Review[];
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	readonly question: Question | null;
	readonly step: 'answering' | 'ticking' | 'judged';
	/** What is being written, or was answered. */
	readonly editor: Editor;
	readonly ticks: readonly boolean[];
	readonly boxes: readonly string[];
	/** The labels of a diagram are offered. */
	readonly labelled: boolean;
	readonly chosen: number;
	readonly judgement: { readonly score: number; readonly said: string } | null;
	readonly mended: boolean;
	/** Cards that still wait. */
	readonly waiting: number;
	readonly run: Run | null;
	readonly debriefed: boolean;
	/** The chosen line of the menu. */
	readonly at: number;
	readonly peekAtEnd: boolean;
	/** The title of a lesson, by its id. */
	readonly lessonTitle: (id: string) => string;
}
