import { Box } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import type { Size } from '../../screens/size.js';
import { modeOf, type State } from '../../screens/state.js';
import type { Line, Span } from '../../text/line.js';
import { width } from '../../text/width.js';
import { footerEntries } from '../keys/lookup.js';
import { Lines } from './Lines.js';

interface FrameProps {
	readonly head: readonly Line[];
	/** What stands below the body, above the keys. */
	readonly status: readonly Line[];
	readonly state: State;
	readonly size: Size;
	/** The body, as high as the lines around it leave. */
	readonly children: ReactNode;
}

/** The whole window: head, body, status, and the keys that do something here. */
export const Frame = ({ head, status, state, size, children }: FrameProps): ReactElement => (
	<Box flexDirection="column" width={size.columns} height={size.rows}>
		<Lines lines={head} />
		{children}
		<Lines lines={[...status, footLine(state, size)]} />
	</Box>
);

/** Draws the last line of the screen: the keys that do something here, the most useful first, as many as fit. */
function footLine(state: State, { columns }: Size): Line {
	const line: Span[] = [];
	let used = 1;
	for (const { shown, label } of footerEntries(modeOf(state), state)) {
		const needed = width(shown) + 1 + width(label) + 2;
		if (used + needed > columns) break;
		line.push({ text: ` ${shown}`, tone: 'accent' }, { text: ` ${label} `, tone: 'dim' });
		used += needed;
	}
	return line;
}
