import { Box, Text } from 'ink';
import { type ReactElement, useLayoutEffect } from 'react';

export interface ScrolledProps {
	/** Lines that are already as wide as they may be. */
	readonly lines: readonly string[];
	/** First line shown. */
	readonly offset: number;
	readonly height: number;
	/** Told how far the lines can be scrolled, whenever that changes. */
	readonly onMeasured: (most: number) => void;
}

/** Lines through a window, with a word at the bottom while there is more. */
export function Scrolled({ lines, offset, height, onMeasured }: ScrolledProps): ReactElement {
	const room = lines.length > height ? height - 1 : height;
	const most = Math.max(0, lines.length - room);
	// Before the frame is out: a key that answers it has to find how far it may go.
	useLayoutEffect(() => {
		onMeasured(most);
	}, [most, onMeasured]);
	const from = Math.min(offset, most);
	const below = lines.length - from - room;
	return (
		<Box flexDirection="column" height={height}>
			<Text wrap="truncate-end">{lines.slice(from, from + room).join('\n')}</Text>
			{lines.length > height && (
				<Text dimColor>{below > 0 ? ` ↓ ${below} more ${below === 1 ? 'line' : 'lines'}` : ' the end'}</Text>
			)}
		</Box>
	);
}
