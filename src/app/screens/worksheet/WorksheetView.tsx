import type { ReactElement } from 'react';
import { FormView } from './FormView.js';
import { ListView } from './ListView.js';
import { PickerView } from './PickerView.js';
import type { WorksheetViewProps } from './props.js';

/** The list of worksheets, a list to pick from, or the form. */
export function WorksheetView(props: WorksheetViewProps): ReactElement {
	const { picker, open } = props.state.sheets;
	if (picker) return <PickerView {...props} />;
	return open ? <FormView {...props} open={open} /> : <ListView {...props} />;
}
