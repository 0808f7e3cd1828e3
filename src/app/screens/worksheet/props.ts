import type { SheetSurroundings } from '../../../screens/around.js';
import type { Size } from '../../../screens/size.js';
import type { State } from '../../../screens/state.js';

export interface WorksheetViewProps {
	readonly state: State;
	readonly around: SheetSurroundings;
	readonly size: Size;
	/** Says which line shows first, and which one could at most. */
	readonly onDrawn: (top: number, most: number) => void;
}
