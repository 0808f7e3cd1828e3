import type { DrillKit } from '../../../drill/kit.js';
import type { Review } from '../../../drill/schedule/index.js';
import type { DrillState } from '../state.js';

/** Fields of the drill's state that its page shows. */
type ShownField = 'question' | 'step' | 'editor' | 'ticks' | 'boxes' | 'labelled' | 'chosen' | 'judgement' | 'mended';

/** Data that the page of a drill is drawn from. */
export interface DrillInput extends Pick<DrillState, ShownField | 'run' | 'debriefed' | 'at'> {
	readonly kit: DrillKit;
	/** Every grade that was given, oldest first. */
	readonly reviews: readonly Review[];
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	/** Number of questions still to come. */
	readonly questionsLeft: number;
	/** Whether a run shows judgements only at its end. */
	readonly hasLateFeedback: boolean;
	/** Returns the title of a lesson by its id. */
	readonly lessonTitle: (id: string) => string;
}
