import { Box } from 'ink';
import type { ReactElement } from 'react';
import { headLine } from '../../../screens/head-line.js';
import { statusArea } from '../../../screens/status-line.js';
import { picksOf } from '../../../screens/worksheet/index.js';
import { pickLines } from '../../../screens/worksheet/page/index.js';
import { filterLine } from '../../../text/editor.js';
import type { Line } from '../../../text/line.js';
import { Frame } from '../../parts/Frame.js';
import { Lines } from '../../parts/Lines.js';
import type { WorksheetViewProps } from './props.js';

const PICKING = {
	template: 'what to start from',
	input: 'the assumption to vary',
	metric: 'a metric to limit',
	model: 'whose prices',
} as const;

/** A list to pick from, narrowed by what is typed. */
export function PickerView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { picker } = state.sheets;
	const picks = picksOf(state, around);
	const status = statusArea(state, { text: '', tone: 'plain' }, size.columns);
	const height = size.rows - 4 - status.length;
	const head: readonly Line[] = [
		headLine([`Dispatch Board · Worksheet · ${picker ? PICKING[picker.kind.of] : ''}`], [], size.columns),
		filterLine(picker?.filter ?? '', true, `  ${picks.length || 'nothing'} found; typing narrows it`, size.columns),
		[],
	];
	return (
		<Frame head={head} status={status} state={state} size={size}>
			<Box height={height}>
				<Lines lines={pickLines(picks, picker?.at ?? 0, height, size.columns)} />
			</Box>
		</Frame>
	);
}
