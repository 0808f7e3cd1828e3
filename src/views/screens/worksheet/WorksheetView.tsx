import { Box } from 'ink';
import { type ReactElement, useEffect } from 'react';
import { type Line, shorten, width, wrap } from '../../../present/index.js';
import {
	listLines,
	memoryResults,
	pickLines,
	readyWords,
	sheetPage,
	sheetStatus,
	stepsLine,
} from '../../../present/worksheet/index.js';
import type { OpenSheet, SheetSurroundings, State } from '../../../store/index.js';
import { leftOn, picksOf, pointOf, sheetFocus, stepOf } from '../../../store/sheet/index.js';
import { Lines } from '../../parts/Lines.js';
import { footLine } from '../lab-lines.js';
import { fileQuestion, promptLine } from '../prompt-line.js';
import type { Size } from '../size.js';

export interface WorksheetViewProps {
	readonly state: State;
	readonly around: SheetSurroundings;
	readonly size: Size;
	/** Says which line shows first, and which one could at most. */
	readonly onDrawn: (top: number, most: number) => void;
}

/** The list of worksheets, a list to pick from, or the form. */
export function WorksheetView(props: WorksheetViewProps): ReactElement {
	const { picker, open } = props.state.sheets;
	if (picker) return <PickerView {...props} />;
	return open ? <FormView {...props} open={open} /> : <ListView {...props} />;
}

const PICKING = {
	template: 'what to start from',
	input: 'the assumption to vary',
	metric: 'a metric to limit',
	model: 'whose prices',
} as const;

function PickerView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { picker } = state.sheets;
	const picks = picksOf(state, around);
	const status = statusLines(state, statusLine(state, '', size), size);
	const height = size.rows - 4 - status.length;
	const head: readonly Line[] = [
		headLine(`Worksheet · ${picker ? PICKING[picker.kind.of] : ''}`, '', size),
		[
			{ text: ` find: ${picker?.filter ?? ''}▏`, tone: 'title' },
			{ text: `  ${picks.length === 0 ? 'nothing' : picks.length} found; typing narrows it`, tone: 'dim' },
		],
		[],
	];
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Lines lines={head} />
			<Box height={height}>
				<Lines lines={pickLines(picks, picker?.at ?? 0, height, size.columns)} />
			</Box>
			<Lines lines={[...status, footLine(state, size)]} />
		</Box>
	);
}

function ListView({ state, around, size }: WorksheetViewProps): ReactElement {
	const { entries, at } = state.sheets;
	const status = statusLines(state, statusLine(state, '', size), size);
	const height = size.rows - 3 - status.length;
	const { lines, chosen } = listLines(entries, at, around.now(), size.columns);
	const from = Math.min(Math.max(0, chosen - Math.floor(height / 2)), Math.max(0, lines.length - height));
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Lines lines={[headLine('Worksheets', '', size), []]} />
			<Box height={height}>
				<Lines lines={lines.slice(from, from + height)} />
			</Box>
			<Lines lines={[...status, footLine(state, size)]} />
		</Box>
	);
}

function FormView({
	state,
	around,
	size,
	onDrawn,
	open,
}: WorksheetViewProps & { readonly open: OpenSheet }): ReactElement {
	const { editor, offset, drawn, clock } = state.sheets;
	const { sheet } = pointOf(open);
	const step = stepOf(state);
	const focus = sheetFocus(state, around);
	const page = sheetPage(
		{
			sheet,
			before: open.history[open.at - 1]?.sheet ?? null,
			step,
			focus,
			typing: state.typing,
			editor,
			results: memoryResults(state.reviews),
		},
		size.columns - 1,
	);
	const words = sheetStatus(sheet, step, focus, state.typing);
	const said = statusLines(
		state,
		statusLine({ ...state, notice: state.typing === null ? state.notice : null }, words, size),
		size,
	);
	const height = size.rows - 4 - said.length;
	const most = Math.max(0, page.lines.length - height);
	// The focus stays in the window, with a little of what follows it.
	const follows = Math.max(0, page.keep - height + 3);
	const top = Math.min(most, offset ?? follows);
	useEffect(() => {
		if (drawn.top !== top || drawn.most !== most) onDrawn(top, most);
	});
	const below = page.lines.length - top - height;
	const scroll = `${top > 0 ? `↑ ${top} above (PgUp) ` : ''}${below > 0 ? `↓ ${below} below (PgDn)` : ''}`;
	const aside = [
		clock ? clockWords(leftOn(clock, around.now()), clock.since === null) : '',
		readyWords(sheet),
		savedWords(open),
	]
		.filter(Boolean)
		.join(' · ');
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Lines
				lines={[headLine(`Worksheet · ${sheet.scenario.title}`, aside, size), stepsLine(step, size.columns), []]}
			/>
			<Box height={height}>
				<Lines lines={page.lines.slice(top, top + height)} />
			</Box>
			<Lines
				lines={[...(isFree(state) && scroll !== '' ? [scrollLine(words, scroll, size)] : said), footLine(state, size)]}
			/>
		</Box>
	);
}

function savedWords({ saved }: OpenSheet): string {
	switch (saved.state) {
		case 'saved':
			return 'saved';
		case 'waiting':
			return 'saving';
		default:
			return 'NOT SAVED';
	}
}

function clockWords(ms: number, still: boolean): string {
	const seconds = Math.ceil(ms / 1000);
	const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	return seconds === 0 ? 'time is up' : still ? `stopped at ${text}` : `${text} left`;
}

function headLine(title: string, aside: string, { columns }: Size): Line {
	const name = shorten(` Dispatch Board · ${title}`, columns - width(aside) - 3);
	return [
		{ text: name, bold: true },
		{ text: ' '.repeat(Math.max(1, columns - width(name) - width(aside) - 1)) },
		{ text: aside, tone: aside.includes('NOT') ? 'bad' : 'title' },
	];
}

/** Lines that a long message may take from what is above it: a reason that is cut says nothing. */
const MOST_STATUS = 3;

/** What is said, over as many lines as it needs, above what is typed meanwhile; else the one line that is given. */
function statusLines(state: State, line: Line, { columns }: Size): readonly Line[] {
	const { notice, prompt, asking, typing } = state;
	if (!notice || asking || (prompt && notice.tone !== 'refused')) return [line];
	const tone = notice.tone === 'refused' ? 'bad' : 'edited';
	const said = wrap(notice.text, columns - 2)
		.slice(0, MOST_STATUS)
		.map((text): Line => [{ text: ` ${text}`, tone }]);
	if (prompt) return [...said, promptLine({ ...state, notice: null }, columns) ?? []];
	return typing === null ? said : [...said, line];
}

/** The line above the footer: what is typed, asked or said, else the words that are given. */
function statusLine(state: State, words: string, { columns }: Size): Line {
	const prompt = promptLine(state, columns);
	if (prompt) return prompt;
	const asked = fileQuestion(state);
	if (asked) return [{ text: ` ${shorten(asked, columns - 2)}`, tone: 'unsure' }];
	const { notice } = state;
	if (notice)
		return [{ text: ` ${shorten(notice.text, columns - 2)}`, tone: notice.tone === 'refused' ? 'bad' : 'edited' }];
	return [{ text: ` ${shorten(words, columns - 2)}`, tone: state.typing === null ? 'plain' : 'title' }];
}

/** Nothing is said, asked or typed. */
const isFree = ({ prompt, asking, notice, typing }: State): boolean => !prompt && !asking && !notice && typing === null;

/** What has the focus, and how much is out of sight. */
function scrollLine(words: string, scroll: string, { columns }: Size): Line {
	const text = shorten(words, columns - width(scroll) - 4);
	return [
		{ text: ` ${text}` },
		{ text: ' '.repeat(Math.max(1, columns - width(text) - width(scroll) - 2)) },
		{ text: scroll, tone: 'dim' },
	];
}
