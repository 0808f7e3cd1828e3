import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import type { Lab } from '../../board/lab.js';
import type { Size } from '../../screens/size.js';
import { rowName } from '../../text/list-row.js';
import { windowAround } from '../../text/list-window.js';
import { pad, shorten } from '../../text/width.js';
import { Lines } from '../parts/Lines.js';

export interface HistoryProps {
	readonly lab: Lab;
	/** The chosen point. */
	readonly at: number;
	readonly size: Size;
}

/** Every point of the history, oldest first; the present one is marked, the chosen one is where Enter goes. */
export function History({ lab, at, size }: HistoryProps): ReactElement {
	const { from, to } = windowAround(lab.history.length, size.rows - 4, at);
	const lines = lab.history.slice(from, to).map(({ did }, i) => {
		const point = from + i;
		const text = `${pad(String(point), 4, 'right')}  ${did}${point === lab.at ? '  ← now' : ''}`;
		return rowName(shorten(text, size.columns - 4), point === at, ' ›', point > lab.at ? 'dim' : 'plain');
	});
	return (
		<Box flexDirection="column" height={size.rows - 3}>
			<Lines lines={lines} />
			{lab.history.length === 1 && <Text dimColor> Nothing was changed yet.</Text>}
		</Box>
	);
}
