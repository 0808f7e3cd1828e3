import type { ScenarioDocument } from '../../content/index.js';
import type { Size } from '../../screens/size.js';

/** What lies over the lab is given. */
export interface OverlayProps {
	readonly document: ScenarioDocument;
	readonly offset: number;
	readonly size: Size;
	readonly onMeasured: (most: number) => void;
}

/** Lines for an overlay's content: all but title and footer. */
export const overlayHeight = (size: Size): number => size.rows - 3;

/** Prose is easier to read when its lines are not as long as a wide terminal. */
export const proseWidth = (size: Size): number => Math.min(size.columns - 4, 88);
