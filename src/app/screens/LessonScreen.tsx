import { Box, Text } from 'ink';
import { type ReactElement, useLayoutEffect, useMemo, useState } from 'react';
import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import type { Reading } from '../../course/index.js';
import type { LabInput } from '../../present/board/lab-input.js';
import { goalLine } from '../../present/lesson/challenge.js';
import { layoutPage } from '../../present/lesson/layout.js';
import { eachPageBlock, pageBlocks } from '../../present/lesson/page.js';
import type { Action } from '../../screens/action.js';
import { headLine } from '../../screens/head-line.js';
import { inputWords } from '../../screens/input-words.js';
import { lastTop, type PageLayout, topOf } from '../../screens/lesson/place.js';
import { originOf, readingOf } from '../../screens/lesson/reading.js';
import { lessonWords } from '../../screens/lesson/words.js';
import type { Size } from '../../screens/size.js';
import type { State } from '../../screens/state.js';
import { statusLine } from '../../screens/status-line.js';
import { lineWidth } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import { shorten } from '../../text/width.js';
import { Frame } from '../parts/Frame.js';
import { styledLines } from '../theme.js';

export interface LessonScreenProps {
	readonly state: State;
	readonly lesson: LessonDocument;
	readonly document: ScenarioDocument;
	readonly input: LabInput;
	/** Path of the focused input. */
	readonly focus: string | null;
	readonly place: { readonly number: number; readonly of: number };
	readonly size: Size;
	readonly dispatch: (action: Action) => void;
}

/** A lesson: prose with live parts inside, in a window that scrolls over it. */
export function LessonScreen({
	state,
	lesson,
	document,
	input,
	focus,
	place,
	size,
	dispatch,
}: LessonScreenProps): ReactElement {
	const reading = readingOf(state, lesson.id);
	const { typing } = state;
	const goal = goalOf(lesson, document, input, reading);
	const height = size.rows - (goal ? 4 : 3);
	// The first frame of a program that opens at the top of a lesson shows what it has room for; the rest follows at once.
	const [isFirst, setFirst] = useState(state.page === null && isAtTop(reading));
	useLayoutEffect(() => setFirst(false), []);
	const blocks = useMemo(() => {
		const page = { lesson, document, lab: input, reading, focus: reading.focus, typing };
		return isFirst ? eachPageBlock(page) : pageBlocks(page);
	}, [lesson, document, input, reading, typing, isFirst]);
	const room = { width: size.columns, focus: reading.focus, ...(isFirst && { lines: height + 1 }) };
	const { lines, starts, focusLine } = layoutPage(blocks, room);
	const layout: PageLayout = { lesson: lesson.id, total: lines.length, height, starts, focusLine };
	const top = topOf(layout, reading, state.following);
	const key = JSON.stringify(layout);
	// Before the frame is out: a key that answers it has to find where things stand.
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key is the layout
	useLayoutEffect(() => {
		if (!isFirst) dispatch({ type: 'laid-out', layout });
	}, [key, top, isFirst, dispatch]);
	const title = `${place.number} of ${place.of} · ${lesson.title}`;
	const head = headLine([title], [{ text: placeWords(top, layout), tone: 'dim' }], size.columns);
	const origin = originOf(lesson, document.scenario);
	const words = focus === null && !state.pending ? lessonWords(state) : inputWords(state, input, focus, origin);
	const status = statusLine(state, words, size.columns);
	return (
		<Frame head={[head]} status={[...(goal ? [cut(goal, size.columns)] : []), status]} state={state} size={size}>
			<Box height={height}>
				<Text wrap="truncate-end">{styledLines(lines.slice(top, top + height))}</Text>
			</Box>
		</Frame>
	);
}

const isAtTop = ({ block, line, focus }: Reading): boolean => block === 0 && line === 0 && focus === null;

/** How far the challenge is; null: the lesson has none. */
function goalOf(
	{ blocks }: LessonDocument,
	{ scenario }: ScenarioDocument,
	{ scenario: now }: LabInput,
	reading: Reading,
): Line | null {
	const challenges = blocks.filter((block) => block.kind === 'challenge');
	return challenges.length === 0 ? null : goalLine(challenges, scenario, now, reading);
}

/** A line that fits: its last part is shortened. */
function cut(line: Line, columns: number): Line {
	const last = line.at(-1);
	const before = line.slice(0, -1);
	const room = columns - 2 - lineWidth(before);
	return last ? [{ text: ' ' }, ...before, { ...last, text: shorten(last.text, room) }] : line;
}

/** How far down the window is. */
function placeWords(top: number, layout: PageLayout): string {
	const most = lastTop(layout);
	return top >= most ? 'end' : `${Math.round((100 * top) / most)}%`;
}
