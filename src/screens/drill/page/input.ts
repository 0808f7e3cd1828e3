import type { DrillKit } from '../../../drill/kit.js';
import type { Review } from '../../../drill/schedule/index.js';
import type { DrillState } from '../state.js';

type Shown = 'question' | 'step' | 'editor' | 'ticks' | 'boxes' | 'labelled' | 'chosen' | 'judgement' | 'mended';

/** What a drill's page is drawn from. */
export interface DrillInput extends Pick<DrillState, Shown | 'run' | 'debriefed' | 'at'> {
	readonly kit: DrillKit;
	readonly reviews: readonly Review[];
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	/** Cards that still wait. */
	readonly waiting: number;
	readonly peekAtEnd: boolean;
	/** The title of a lesson, by its id. */
	readonly lessonTitle: (id: string) => string;
}
