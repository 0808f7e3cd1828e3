import { Box } from 'ink';
import type { ReactElement } from 'react';
import { headLine } from '../../../screens/head-line.js';
import { listLines } from '../../../screens/worksheet/page/index.js';
import { windowAround } from '../../../text/list-window.js';
import { Lines } from '../../parts/Lines.js';
import { footLine } from '../lab-lines.js';
import { statusArea, type WorksheetViewProps } from './chrome.js';

/** The worksheets that there are. */
export function ListView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { entries, at } = state.sheets;
	const status = statusArea(state, '', size);
	const height = size.rows - 3 - status.length;
	const { lines, chosen } = listLines(entries, at, around.now(), size.columns);
	const { from, to } = windowAround(lines.length, height, chosen);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Lines lines={[headLine(['Dispatch Board · Worksheets'], [], size.columns), []]} />
			<Box height={height}>
				<Lines lines={lines.slice(from, to)} />
			</Box>
			<Lines lines={[...status, footLine(state, size)]} />
		</Box>
	);
}
