import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Surroundings } from '../../screens/around.js';
import type { DrillTools } from '../../screens/drill/state.js';
import type { Size } from '../../screens/size.js';
import type { State } from '../../screens/state.js';
import { useLoaded } from '../parts/use-loaded.js';
import type { WorksheetViewProps } from './worksheet/props.js';

interface DrillScreenProps {
	readonly state: State;
	/** null: still being loaded. */
	readonly tools: DrillTools | null;
	readonly now: number;
	readonly lessonTitle: (id: string) => string;
	readonly size: Size;
	readonly onDrawn: (top: number, most: number) => void;
}

const loadDrills = () => import('./drill/DrillPageView.js');

/** Drills, which load their own code. */
export function DrillScreen({ tools, ...given }: DrillScreenProps): ReactElement {
	const view = useLoaded(loadDrills);
	if (!view || !tools) return <Text> …</Text>;
	return <view.DrillPageView tools={tools} {...given} />;
}

interface WorksheetScreenProps extends Omit<WorksheetViewProps, 'around'> {
	readonly around: Surroundings;
}

const loadWorksheets = () => import('./worksheet/WorksheetView.js');

/** Worksheets, which load their own code. */
export function WorksheetScreen({ around, ...props }: WorksheetScreenProps): ReactElement {
	const view = useLoaded(loadWorksheets);
	const tools = around.sheets();
	if (!view || !tools) return <Text> …</Text>;
	return <view.WorksheetView around={{ ...around, ...tools }} {...props} />;
}
