import { Box } from 'ink';
import type { ReactElement } from 'react';
import { clockTime } from '../../../present/format/format.js';
import { headLine } from '../../../screens/head-line.js';
import { statusArea } from '../../../screens/status-line.js';
import { leftOn, picksOf, pointOf, sheetFocus, stepOf } from '../../../screens/worksheet/index.js';
import {
	listLines,
	memoryResults,
	pickLines,
	readyWords,
	sheetPage,
	sheetStatus,
	stepsLine,
} from '../../../screens/worksheet/page/index.js';
import type { OpenSheet } from '../../../screens/worksheet/state.js';
import { filterLine } from '../../../text/editor.js';
import type { Line, Span } from '../../../text/line.js';
import { hiddenWords, windowAround } from '../../../text/list-window.js';
import { pad } from '../../../text/width.js';
import { Frame } from '../../parts/Frame.js';
import { Lines } from '../../parts/Lines.js';
import { usePageWindow } from '../../parts/use-page-window.js';
import type { WorksheetViewProps } from './props.js';

/** The list of worksheets, a list to pick from, or the form. */
export function WorksheetView(props: WorksheetViewProps): ReactElement {
	const { picker, open } = props.state.sheets;
	if (picker) return <PickerView {...props} />;
	return open ? <FormView {...props} open={open} /> : <ListView {...props} />;
}

interface FormViewProps extends WorksheetViewProps {
	readonly open: OpenSheet;
}

/** One step of the form, in a window that follows the focus. */
function FormView({ state, around, size, onDrawn, open }: FormViewProps): ReactElement {
	const { editor, clock } = state.sheets;
	const { sheet } = pointOf(open);
	const step = stepOf(state);
	const focus = sheetFocus(state, around);
	const before = open.history[open.at - 1]?.sheet ?? null;
	const results = memoryResults(state.reviews);
	const page = sheetPage({ sheet, before, step, focus, typing: state.typing, editor, results }, size.columns - 1);
	const words = sheetStatus(sheet, step, focus, state.typing, editor);
	const tone = state.typing === null ? 'plain' : 'title';
	const status = statusArea(state, { text: words, tone }, size.columns);
	const height = size.rows - 4 - status.length;
	const shown = { length: page.lines.length, height, keep: page.keep, after: 2 };
	const window = usePageWindow(shown, state.sheets, onDrawn);
	// At the right, between the steps and the page.
	const hidden: Line = [{ text: pad(hiddenWords(window, { keys: true }), size.columns - 1, 'right'), tone: 'dim' }];
	const clockText = clock ? clockWords(leftOn(clock, around.now()), clock.since === null) : '';
	const saved = SAVED[open.saved.state];
	const aside: Span = {
		text: [clockText, readyWords(sheet), saved].filter(Boolean).join(' · '),
		tone: saved === 'NOT SAVED' ? 'bad' : 'title',
	};
	const head = [
		headLine([`Dispatch Board · Worksheet · ${sheet.scenario.title}`], [aside], size.columns),
		stepsLine(step, size.columns),
		hidden,
	];
	return (
		<Frame head={head} status={status} state={state} size={size}>
			<Box height={height}>
				<Lines lines={page.lines.slice(window.from, window.to)} />
			</Box>
		</Frame>
	);
}

const SAVED = { saved: 'saved', waiting: 'saving', failed: 'NOT SAVED', conflict: 'NOT SAVED' } as const;

function clockWords(ms: number, still: boolean): string {
	const time = clockTime(ms);
	return time === '0:00' ? 'time is up' : still ? `stopped at ${time}` : `${time} left`;
}

/** The worksheets that there are. */
function ListView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { entries, at } = state.sheets;
	const status = statusArea(state, { text: '', tone: 'plain' }, size.columns);
	const height = size.rows - 3 - status.length;
	const { lines, chosen } = listLines(entries, at, around.now(), size.columns);
	const { from, to } = windowAround(lines.length, height, chosen);
	const head = [headLine(['Dispatch Board · Worksheets'], [], size.columns), []];
	return (
		<Frame head={head} status={status} state={state} size={size}>
			<Box height={height}>
				<Lines lines={lines.slice(from, to)} />
			</Box>
		</Frame>
	);
}

const PICKING = {
	template: 'what to start from',
	input: 'the assumption to vary',
	metric: 'a metric to limit',
	model: 'whose prices',
} as const;

/** A list to pick from, narrowed by what is typed. */
function PickerView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { picker } = state.sheets;
	const picks = picksOf(state, around);
	const status = statusArea(state, { text: '', tone: 'plain' }, size.columns);
	const height = size.rows - 4 - status.length;
	const head: readonly Line[] = [
		headLine([`Dispatch Board · Worksheet · ${picker ? PICKING[picker.kind.of] : ''}`], [], size.columns),
		filterLine(picker?.filter ?? '', true, `  ${picks.length || 'nothing'} found; typing narrows it`, size.columns),
		[],
	];
	return (
		<Frame head={head} status={status} state={state} size={size}>
			<Box height={height}>
				<Lines lines={pickLines(picks, picker?.at ?? 0, height, size.columns)} />
			</Box>
		</Frame>
	);
}
