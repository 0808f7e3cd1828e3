import { commandName, placeOf } from '../../src/app/keys.js';
import { PROGRAM_ROWS } from '../../src/app/layers.js';
import { QUESTION } from '../../src/app/question.js';
import { CONTENTS_KEYS } from '../../src/screens/contents/keys.js';
import { DRILL_KEYS } from '../../src/screens/drill/keys.js';
import { GUESS } from '../../src/screens/guess.js';
import { keyText } from '../../src/screens/key-text.js';
import {
	BOARD_ROWS,
	COMMAND_ROWS,
	EDITOR_ROWS,
	FIND_LINE_ROWS,
	FIND_ROWS,
	HALF_PAGE_ROWS,
	LINE_ROWS,
	NUMBER_ROWS,
	TYPED_VALUE_ROWS,
} from '../../src/screens/keys.js';
import { LAB_KEYS } from '../../src/screens/lab/keys.js';
import { LESSON_KEYS } from '../../src/screens/lesson/keys.js';
import { OVERLAY_KEYS } from '../../src/screens/overlays/keys.js';
import type { KeyRow } from '../../src/screens/screen.js';
import { WORKSHEET_KEYS } from '../../src/screens/worksheet/keys.js';
import { anchorOf, capitalized, code, type Page, page, prose, table } from './page.js';

/** Keys under a heading. */
interface Section {
	readonly heading: string;
	readonly rows: readonly KeyRow[];
}

const section = (heading: string, rows: readonly KeyRow[]): Section => ({ heading, rows });

/** Rows that several layers share; a layer refers to them. A group comes before those that contain it. */
const SHARED: readonly Section[] = [
	section('On every screen', PROGRAM_ROWS),
	section('Wherever no text is typed', COMMAND_ROWS),
	section('In pages and lists', HALF_PAGE_ROWS),
	section('On a number', NUMBER_ROWS),
	section('On the numbers of a lesson or the lab', BOARD_ROWS),
	section('While you type a value', TYPED_VALUE_ROWS),
	section('While you write', EDITOR_ROWS),
	section('In a line that you write', LINE_ROWS),
];

/** The screens, each with a section for each of its layers. */
const SCREENS: readonly (readonly [string, readonly Section[]])[] = [
	[
		'Contents',
		[section('The contents', CONTENTS_KEYS.contents), section('While you type what to find', CONTENTS_KEYS.search)],
	],
	['Lesson', [section('A lesson', LESSON_KEYS.lesson)]],
	['Lab', [section('The lab', LAB_KEYS.lab), section('While you type a filter of the segments', LAB_KEYS.filter)]],
	[
		'Drills',
		[
			section('The menu of the drills', DRILL_KEYS.menu),
			section('An answer in words', DRILL_KEYS.card),
			section('A number to compute', DRILL_KEYS.number),
			section('A diagram to fill in', DRILL_KEYS.diagram),
			section('A diagnosis', DRILL_KEYS.shape),
			section('Key points and the grade', DRILL_KEYS.points),
			section('After an answer', DRILL_KEYS.judged),
			section('The debrief', DRILL_KEYS.debrief),
		],
	],
	[
		'Worksheet',
		[
			section('The list of worksheets', WORKSHEET_KEYS.list),
			section('A worksheet', WORKSHEET_KEYS.form),
			section('The text of a field', WORKSHEET_KEYS.words),
			section('A list to pick from', WORKSHEET_KEYS.picker),
			section('A line below the screen', WORKSHEET_KEYS.prompt),
		],
	],
	[
		'Over any screen',
		[
			section('Help and other pages', OVERLAY_KEYS.reading),
			section('States and history', OVERLAY_KEYS.choosing),
			section('The list of scenarios', OVERLAY_KEYS.scenarios),
			section('Where a number comes from', OVERLAY_KEYS.sources),
			section('The glossary', OVERLAY_KEYS.glossary),
			section('While you type a filter of a list', OVERLAY_KEYS.find),
			section('Commands and places', OVERLAY_KEYS.palette),
			section('While you type a text to find', FIND_LINE_ROWS),
			section('While a find is open', FIND_ROWS),
			section('A guess before an edit', GUESS.keys),
			section('A question', QUESTION.keys),
		],
	],
];

/** Returns the page of the keys, from the rows that the program runs on. */
export const keysPage = (): Page =>
	page('keys.md', 'Keys', [
		'A key acts in the topmost thing that is open. What several screens share comes first. Where a key stands twice, it does what is possible at the moment. The last line of the screen shows the keys that do something right now; `?` lists them by what they are for, and `:` finds a command by its name.',
		...SHARED.map((shared, i) => sectionText('##', shared, SHARED.slice(0, i))),
		...SCREENS.flatMap(([heading, layers]) => [
			`## ${heading}`,
			...layers.map((layer) => sectionText('###', layer, SHARED)),
		]),
	]);

function sectionText(level: string, { heading, rows }: Section, shared: readonly Section[]): string {
	const included = shared.filter((group) => group.rows.every((row) => rows.includes(row)));
	// A group that contains another one stands for both.
	const named = included.filter(
		(group) => !included.some((other) => other !== group && group.rows.every((row) => other.rows.includes(row))),
	);
	const own = rows.filter((row) => !included.some((group) => group.rows.includes(row)));
	const links = named.map((group) => `[${lowered(group.heading)}](#${anchorOf(group.heading)})`);
	return [
		`${level} ${heading}`,
		...(own.length > 0 ? [rowsTable(own)] : []),
		...(links.length > 0 ? [`Also the keys ${links.join(', ')}.`] : []),
	].join('\n\n');
}

const lowered = (heading: string): string => `${heading[0]?.toLowerCase() ?? ''}${heading.slice(1)}`;

/** Draws the rows, those of one command in one line. */
function rowsTable(rows: readonly KeyRow[]): string {
	const commands = new Map<string, readonly KeyRow[]>();
	for (const row of rows) commands.set(commandName(row), [...(commands.get(commandName(row)) ?? []), row]);
	return table(
		['keys', 'does'],
		[...commands].map(([name, members]) => {
			const place = members.map((row) => conditionOf(row, rows)).find((found) => found !== null);
			return [keysText(members.flatMap(({ keys }) => keys)), prose(capitalized(place ? `${name} (${place})` : name))];
		}),
	);
}

/** Returns where a row acts in its layer, which it or a row with the same condition says; null: everywhere. */
function conditionOf(row: KeyRow, rows: readonly KeyRow[]): string | null {
	if (!row.when && !row.disabled) return null;
	const alike = rows.filter(({ when }) => row.when && when === row.when);
	return [row, ...alike].map(placeOf).find((place) => place !== null) ?? null;
}

/** Draws keys; all digits are one. */
function keysText(keys: readonly string[]): string {
	const isDigit = (key: string): boolean => /^[0-9]$/.test(key);
	const digits = keys.filter(isDigit).toSorted();
	const [first, last] = [digits.at(0), digits.at(-1)];
	const others = keys.filter((key) => !isDigit(key)).map(keyText);
	return [...(first && last ? [first === last ? first : `${first}-${last}`] : []), ...new Set(others)]
		.map(code)
		.join(' ');
}
