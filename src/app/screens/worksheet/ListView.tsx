import { Box } from 'ink';
import type { ReactElement } from 'react';
import { headLine } from '../../../screens/head-line.js';
import { statusArea } from '../../../screens/status-line.js';
import { listLines } from '../../../screens/worksheet/page/index.js';
import { windowAround } from '../../../text/list-window.js';
import { Frame } from '../../parts/Frame.js';
import { Lines } from '../../parts/Lines.js';
import type { WorksheetViewProps } from './props.js';

/** The worksheets that there are. */
export function ListView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { entries, at } = state.sheets;
	const status = statusArea(state, { text: '', tone: 'plain' }, size.columns);
	const height = size.rows - 3 - status.length;
	const { lines, chosen } = listLines(entries, at, around.now(), size.columns);
	const { from, to } = windowAround(lines.length, height, chosen);
	const head = [headLine(['Dispatch Board · Worksheets'], [], size.columns), []];
	return (
		<Frame head={head} status={status} state={state} size={size}>
			<Box height={height}>
				<Lines lines={lines.slice(from, to)} />
			</Box>
		</Frame>
	);
}
