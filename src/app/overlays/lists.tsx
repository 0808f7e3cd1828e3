import { Box, Text } from 'ink';
import { type ReactElement, useMemo } from 'react';
import { type Lab, present } from '../../board/lab.js';
import type { ScenarioDocument } from '../../content/index.js';
import { catalogueEntry, findDocuments } from '../../present/board/catalogue.js';
import { claimLines, type StateModel, stateModels } from '../../present/board/states.js';
import type { Size } from '../../screens/size.js';
import type { Overlay } from '../../screens/state.js';
import { filterLine } from '../../text/editor.js';
import { justify, padLines } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import { rowName } from '../../text/list-row.js';
import { windowAround } from '../../text/list-window.js';
import { pad, shorten, width } from '../../text/width.js';
import { Lines } from '../parts/Lines.js';

interface ScenarioListProps {
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

interface StatesProps {
	readonly document: ScenarioDocument;
	readonly lab: Lab;
	/** The chosen one. */
	readonly at: number;
	readonly size: Size;
}

/** The states that can be entered, each with its verdict, and what the scenario claims of the chosen one. */
export function States({ document, lab, at, size }: StatesProps): ReactElement {
	const states = useMemo(() => stateModels(document), [document]);
	const now = present(lab).scenario;
	const list = states.map((state, i) => stateLine(state, i === at, isNow(state, now), size));
	const claims = (states[at]?.claims ?? []).map((claim) => claimLines(claim, size.columns - 2));
	const room = size.rows - 3 - list.length - 1;
	return (
		<Lines lines={padLines([...list, [], ...fitting(claims, room, document)].slice(0, size.rows - 3), size.rows - 3)} />
	);
}

/** Whether the lab is in this state: the same inputs, whatever way led there. */
const isNow = ({ scenario }: StateModel, now: StateModel['scenario']): boolean =>
	JSON.stringify(scenario) === JSON.stringify(now);

function stateLine({ name, verdict }: StateModel, chosen: boolean, now: boolean, { columns }: Size): Line {
	return justify(
		[
			{ text: chosen ? ' ›' : '  ', tone: 'title' },
			{ ...verdict, text: pad(verdict.text, 11) },
			{ text: shorten(name, columns - 24), tone: chosen ? 'focus' : 'plain', bold: chosen },
		],
		[{ text: now ? '← now' : '', tone: 'dim' }],
		columns - 1,
	);
}

/** As many claims as fit whole; where some do not, the last line says how to see them. */
function fitting(claims: readonly (readonly Line[])[], room: number, { scenario }: ScenarioDocument): readonly Line[] {
	const all = claims.flat();
	if (all.length <= room) return all;
	let kept = claims.length;
	while (kept > 0 && claims.slice(0, kept).flat().length > room - 1) kept--;
	const more = claims.length - kept;
	return [
		...claims.slice(0, kept).flat(),
		[{ text: ` and ${more} more: dispatch-board scenarios ${scenario.id}`, tone: 'dim' }],
	];
}

interface HistoryProps {
	readonly lab: Lab;
	/** The chosen point. */
	readonly at: number;
	readonly size: Size;
}

/** Every point of the history, oldest first; the present one is marked, the chosen one is where Enter goes. */
export function History({ lab, at, size }: HistoryProps): ReactElement {
	const { from, to } = windowAround(lab.history.length, size.rows - 4, at);
	const lines = lab.history.slice(from, to).map(({ did }, i) => {
		const point = from + i;
		const text = `${pad(String(point), 4, 'right')}  ${did}${point === lab.at ? '  ← now' : ''}`;
		return rowName(shorten(text, size.columns - 4), point === at, ' ›', point > lab.at ? 'dim' : 'plain');
	});
	return (
		<Box flexDirection="column" height={size.rows - 3}>
			<Lines lines={lines} />
			{lab.history.length === 1 && <Text dimColor> Nothing was changed yet.</Text>}
		</Box>
	);
}
