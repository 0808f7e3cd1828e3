import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { DrillTools } from '../../screens/drill/state.js';
import type { Size } from '../../screens/size.js';
import type { State } from '../../screens/state.js';
import { useLoaded } from '../parts/use-loaded.js';

export interface DrillScreenProps {
	readonly state: State;
	/** null: still being loaded. */
	readonly tools: DrillTools | null;
	readonly now: number;
	readonly lessonTitle: (id: string) => string;
	readonly size: Size;
	readonly onDrawn: (top: number, most: number) => void;
}

const load = () => import('./drill/DrillPageView.js');

/** Drills, which load their own code. */
export function DrillScreen({ tools, ...given }: DrillScreenProps): ReactElement {
	const view = useLoaded(load);
	if (!view || !tools) return <Text> …</Text>;
	return <view.DrillPageView tools={tools} {...given} />;
}
