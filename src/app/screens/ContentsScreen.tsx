import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { contentsEntries, contentsLines, progressLine } from '../../screens/contents/lines.js';
import { headLine } from '../../screens/head-line.js';
import type { Size } from '../../screens/size.js';
import type { State } from '../../screens/state.js';
import { statusLine } from '../../screens/status-line.js';
import { filterLine } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import { windowAround } from '../../text/list-window.js';
import { Frame } from '../parts/Frame.js';
import { Lines } from '../parts/Lines.js';

export interface ContentsScreenProps {
	readonly state: State;
	readonly lessons: readonly LessonDocument[];
	readonly documents: readonly ScenarioDocument[];
	readonly size: Size;
}

/** The chapter as a list: what is done, what is next; or what was searched for. */
export function ContentsScreen({ state, lessons, documents, size }: ContentsScreenProps): ReactElement {
	const { at, filter, finding } = state.contents;
	const room = size.columns;
	const { lines, chosen } = contentsLines({ lessons, documents, readings: state.readings, filter, at, room });
	const height = size.rows - 5;
	const { from, to } = windowAround(lines.length, height, chosen);
	const head: readonly Line[] = [
		headLine(['Dispatch Board · Contents'], [], size.columns),
		finding || filter !== ''
			? filterLine(filter, true, foundWords(filter, contentsEntries(lessons, documents, filter).length), room)
			: [{ text: ' ' }, ...progressLine(lessons, state.readings, room - 2)],
		[],
	];
	return (
		<Frame head={head} status={[statusLine(state, { text: '', tone: 'plain' }, room)]} state={state} size={size}>
			<Box height={height}>
				<Lines lines={lines.slice(from, to)} />
			</Box>
		</Frame>
	);
}

const foundWords = (filter: string, count: number): string => {
	if (filter === '') return ' looks through lessons, terms and scenarios';
	return ` ${count === 0 ? 'nothing' : `${count} found`}: lessons, terms, scenarios`;
};
