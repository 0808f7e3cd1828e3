import type * as drill from '../../drill/index.js';
import type { DrillKit } from '../../drill/kit.js';

/** What drills need, loaded once somebody practises: nothing else of the program does. */
export interface DrillTools {
	readonly kit: DrillKit;
	readonly drill: typeof drill;
}
