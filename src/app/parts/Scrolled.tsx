import { Box, Text } from 'ink';
import { type ReactElement, useLayoutEffect } from 'react';
import { hiddenWords, lastStart, windowFrom } from '../../text/list-window.js';

export interface ScrolledProps {
	/** Lines that are already as wide as they may be. */
	readonly lines: readonly string[];
	/** First line shown. */
	readonly offset: number;
	readonly height: number;
	/** Told how far the lines can be scrolled, whenever that changes. */
	readonly onMeasured: (most: number) => void;
}

/** Lines through a window; where they do not fit, its last line says what is hidden. */
export function Scrolled({ lines, offset, height, onMeasured }: ScrolledProps): ReactElement {
	const room = lines.length > height ? height - 1 : height;
	const most = lastStart(lines.length, room);
	// Before the frame is out: a key that answers it has to find how far it may go.
	useLayoutEffect(() => {
		onMeasured(most);
	}, [most, onMeasured]);
	const window = windowFrom(lines.length, room, offset);
	return (
		<Box flexDirection="column" height={height}>
			<Text wrap="truncate-end">{lines.slice(window.from, window.to).join('\n')}</Text>
			{lines.length > height && <Text dimColor>{` ${hiddenWords(window)}`}</Text>}
		</Box>
	);
}
