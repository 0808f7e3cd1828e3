import { Box } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import type { Size } from '../../screens/size.js';
import type { State } from '../../screens/state.js';
import type { Line } from '../../text/line.js';
import { footLine } from './footer-line.js';
import { Lines } from './Lines.js';

export interface FrameProps {
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
