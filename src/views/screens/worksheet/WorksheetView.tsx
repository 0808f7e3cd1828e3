import type { ReactElement } from 'react';
import type { SheetSurroundings, State } from '../../../store/index.js';
import type { Size } from '../size.js';
import { FormView } from './FormView.js';
import { ListView } from './ListView.js';
import { PickerView } from './PickerView.js';

export interface WorksheetViewProps {
	readonly state: State;
	readonly around: SheetSurroundings;
	readonly size: Size;
	/** Says which line shows first, and which one could at most. */
	readonly onDrawn: (top: number, most: number) => void;
}

/** The list of worksheets, a list to pick from, or the form. */
export function WorksheetView(props: WorksheetViewProps): ReactElement {
	const { picker, open } = props.state.sheets;
	if (picker) return <PickerView {...props} />;
	return open ? <FormView {...props} open={open} /> : <ListView {...props} />;
}
