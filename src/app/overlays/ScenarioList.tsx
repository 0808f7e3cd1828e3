import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import type { ScenarioDocument } from '../../content/index.js';
import { catalogueEntry, findDocuments } from '../../present/board/catalogue.js';
import type { Size } from '../../screens/size.js';
import type { Overlay } from '../../screens/state.js';
import { filterLine } from '../../text/editor.js';
import { justify } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import { rowName } from '../../text/list-row.js';
import { windowAround } from '../../text/list-window.js';
import { shorten, width } from '../../text/width.js';
import { Lines } from '../parts/Lines.js';

export interface ScenarioListProps {
	readonly documents: readonly ScenarioDocument[];
	readonly overlay: Overlay;
	readonly size: Size;
}

/** The scenarios that can be opened, two lines each: the title and where it belongs, what it is about and shows. */
export function ScenarioList({ documents, overlay, size }: ScenarioListProps): ReactElement {
	const { offset: at, filter, finding } = overlay;
	const found = findDocuments(documents, filter);
	const searched = finding || filter !== '';
	const { from, to } = windowAround(found.length, Math.floor((size.rows - (searched ? 4 : 3)) / 2), at);
	const search: readonly Line[] = searched
		? [filterLine(filter, finding, ` ${counted(found.length)}`, size.columns)]
		: [];
	const lines = found.slice(from, to).flatMap((document, i) => entryLines(document, from + i === at, size));
	return (
		<Box flexDirection="column" height={size.rows - 3}>
			<Lines lines={[...search, ...lines]} />
			{found.length === 0 && (
				<Text
					dimColor
				>{` Nothing teaches that. Words such as "latency", a kind, or an id such as F2 find scenarios.`}</Text>
			)}
		</Box>
	);
}

const counted = (count: number): string => (count === 0 ? 'none' : count === 1 ? '1 scenario' : `${count} scenarios`);

function entryLines(document: ScenarioDocument, chosen: boolean, { columns }: Size): readonly Line[] {
	const { title, kind, about, summary } = catalogueEntry(document);
	const text = about === '' ? summary : `${about} · ${summary}`;
	return [
		justify(rowName(shorten(title, columns - width(kind) - 5), chosen), [{ text: kind, tone: 'dim' }], columns - 2),
		[{ text: `    ${shorten(text, columns - 6)}`, tone: 'dim' }],
	];
}
