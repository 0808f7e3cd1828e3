import { Box, Text } from 'ink';
import { Fragment, type ReactElement } from 'react';
import type { LabInput } from '../../present/board/lab-input.js';
import type { PaneId } from '../../present/pane/pane.js';
import { headLine } from '../../screens/head-line.js';
import { inputWords } from '../../screens/input-words.js';
import { paneTabs, placePanes } from '../../screens/lab/panes.js';
import type { Size } from '../../screens/size.js';
import { currentLab, type State } from '../../screens/state.js';
import { statusLine } from '../../screens/status-line.js';
import { Frame } from '../parts/Frame.js';
import { Lines } from '../parts/Lines.js';

export interface LabScreenProps {
	readonly state: State;
	readonly input: LabInput;
	readonly focus: string | null;
	readonly size: Size;
}

/** One scenario, its inputs editable, everything recomputed on the key. */
export function LabScreen({ state, input, focus, size }: LabScreenProps): ReactElement {
	const { loaded } = currentLab(state);
	const { id, title } = loaded;
	const head = headLine([`Dispatch Board · ${title}`, title, id], paneTabs(state.pane, size.columns), size.columns);
	const panes = placePanes(input, state.pane as PaneId, focus, size);
	const status = statusLine(state, inputWords(state, input, focus, loaded), size.columns);
	return (
		<Frame head={[head]} status={[status]} state={state} size={size}>
			<Box height={size.rows - 3}>
				{panes.map(({ id, width, lines }, i) => (
					<Fragment key={id}>
						{i > 0 && <Text dimColor>{'│\n'.repeat(size.rows - 4)}│</Text>}
						<Box width={width}>
							<Lines lines={lines} />
						</Box>
					</Fragment>
				))}
			</Box>
		</Frame>
	);
}
