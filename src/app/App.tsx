import { Box, Text } from 'ink';
import { Fragment, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Region } from '../screens/screen.js';
import type { Line } from '../text/line.js';
import { clipLine } from '../text/line-layout.js';
import { footerLine } from './keys.js';
import { topScreen } from './layers.js';
import type { BoardStore } from './store.js';
import type { Paint } from './theme.js';

/** The whole window: head, regions side by side, status and footer. */
export function App({ store, paint }: { readonly store: BoardStore; readonly paint: Paint }): ReactElement {
	const state = useStore(store);
	const { columns, rows } = state.size;
	const { head, body, status } = topScreen(state, store.env).view(state, store.env);
	const height = rows - head.length - status.length - 1;
	const bar = paint.span({ text: '│', tone: 'dim' });
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Lines lines={head} paint={paint} />
			<Box height={height}>
				{body.map((region, i) => (
					<Fragment key={region.id}>
						{i > 0 && <Text>{`${`${bar}\n`.repeat(height - 1)}${bar}`}</Text>}
						<RegionLines region={region} paint={paint} alone={body.length === 1} />
					</Fragment>
				))}
			</Box>
			<Lines lines={[...status, footerLine(state, store.env)]} paint={paint} />
		</Box>
	);
}

interface RegionProps {
	readonly region: Region;
	readonly paint: Paint;
	readonly alone: boolean;
}

const RegionLines = ({ region, paint, alone }: RegionProps): ReactElement => {
	// Ink would truncate several lines as if they were one.
	const lines = region.isCut ? region.lines.map((line) => clipLine(line, region.width)) : region.lines;
	const text = <Text>{paint.lines(lines)}</Text>;
	return alone ? text : <Box width={region.width}>{text}</Box>;
};

/** Lines as one text node, because every node costs layout time on each key. */
const Lines = ({ lines, paint }: { readonly lines: readonly Line[]; readonly paint: Paint }): ReactElement => (
	<Text>{paint.lines(lines)}</Text>
);
