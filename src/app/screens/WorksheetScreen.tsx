import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Surroundings } from '../../screens/around.js';
import { useLoaded } from '../parts/use-loaded.js';
import type { WorksheetViewProps } from './worksheet/props.js';

export interface WorksheetScreenProps extends Omit<WorksheetViewProps, 'around'> {
	readonly around: Surroundings;
}

const load = () => import('./worksheet/WorksheetView.js');

/** Worksheets, which load their own code. */
export function WorksheetScreen({ around, ...props }: WorksheetScreenProps): ReactElement {
	const view = useLoaded(load);
	const tools = around.sheets();
	if (!view || !tools) return <Text> …</Text>;
	return <view.WorksheetView around={{ ...around, ...tools }} {...props} />;
}
