import { filterLine } from '../../text/editor.js';
import { windowAround } from '../../text/list-window.js';
import { headLine } from '../head-line.js';
import type { Screen } from '../screen.js';
import { spokenStatus, statusLine } from '../status-line.js';
import { contentsEntries, contentsLines, progressLine } from './lines.js';
import { speakContents } from './speak.js';
import { CONTENTS, CONTENTS_SEARCH, contentsHeight } from './update.js';

/** The screen of the contents: the lessons with their progress, or what a search found. */
export const CONTENTS_SCREEN: Screen = {
	layer: ({ contents }) => (contents.finding ? CONTENTS_SEARCH : CONTENTS),
	view(state, { lessons, documents }) {
		const { at, filter, finding } = state.contents;
		const { columns } = state.size;
		const { lines, chosen } = contentsLines({
			lessons,
			documents,
			readings: state.readings,
			filter,
			at,
			room: columns,
		});
		const { from, to } = windowAround(lines.length, contentsHeight(state.size), chosen);
		return {
			head: [
				headLine(['Dispatch Board · Contents'], [], columns),
				finding || filter !== ''
					? filterLine(filter, true, searchText(filter, contentsEntries(lessons, documents, filter).length), columns)
					: [{ text: ' ' }, ...progressLine(lessons, state.readings, columns - 2)],
				[],
			],
			body: [{ id: 'contents', width: columns, lines: lines.slice(from, to) }],
			status: [statusLine(state, { text: '', tone: 'plain' }, columns)],
		};
	},
	speak(state, { lessons, documents }) {
		const { readings, contents } = state;
		return speakContents({ lessons, documents, readings, ...contents }, spokenStatus(state, ''));
	},
};

const searchText = (filter: string, count: number): string => {
	if (filter === '') return ' looks through lessons, terms and scenarios';
	return ` ${count === 0 ? 'nothing' : `${count} found`}: lessons, terms, scenarios`;
};
