import type { ReactElement } from 'react';
import { type LessonDocument, progressLines } from '../../present/index.js';
import type { State } from '../../store/index.js';
import { Scrolled } from '../parts/Scrolled.js';
import { styledLines } from '../theme.js';
import { type OverlayProps, overlayHeight } from './overlay-props.js';

export interface ProgressViewProps extends Pick<OverlayProps, 'offset' | 'size' | 'onMeasured'> {
	readonly lessons: readonly LessonDocument[];
	readonly state: State;
}

/** How far the reader is. */
export function ProgressView({ lessons, state, offset, size, onMeasured }: ProgressViewProps): ReactElement {
	const { readings, misses } = state;
	const lines = progressLines({ lessons, readings, misses }, size.columns - 4).map(
		(line) => `  ${styledLines([line])}`,
	);
	return <Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />;
}
