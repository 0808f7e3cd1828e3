import type { ReactElement } from 'react';
import type { LessonDocument } from '../../content/index.js';
import type { DrillTools } from '../../screens/drill/state.js';
import { progressLines } from '../../screens/overlays/progress-lines.js';
import type { State } from '../../screens/state.js';
import { Scrolled } from '../parts/Scrolled.js';
import { styledLines } from '../theme.js';
import { type OverlayProps, overlayHeight } from './overlay-props.js';

export interface ProgressViewProps extends Pick<OverlayProps, 'offset' | 'size' | 'onMeasured'> {
	readonly lessons: readonly LessonDocument[];
	readonly state: State;
	/** null: not loaded yet. */
	readonly tools: DrillTools | null;
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
}

/** How far the reader is. */
export function ProgressView({
	lessons,
	state,
	tools,
	now,
	offset,
	size,
	onMeasured,
}: ProgressViewProps): ReactElement {
	const { readings, misses, reviews } = state;
	const practice = tools?.drill.practiceOf(tools.kit, reviews, new Date(now)) ?? null;
	const lines = progressLines({ lessons, readings, misses, practice, reviews, now }, size.columns - 4).map(
		(line) => `  ${styledLines([line])}`,
	);
	return <Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />;
}
