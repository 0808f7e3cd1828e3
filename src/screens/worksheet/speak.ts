import { computeLab } from '../../present/board/lab-input.js';
import { layoutPane } from '../../present/pane/pane-layout.js';
import { speakBlocks } from '../../present/speak/blocks.js';
import { type Replaced, speakDrawn, UNBROKEN } from '../../present/speak/drawn.js';
import { counted, speakLines, speakScreen, speakText } from '../../present/speak/sentences.js';
import { textOf } from '../../text/line.js';
import { STEPS } from '../../worksheet/index.js';
import type { PickerItem } from '../screen.js';
import { listLines, readinessText, type SheetPageInput, sheetPage, sheetParts } from './page/index.js';
import type { SheetEntry } from './state.js';

/**
 * Speaks the list of worksheets.
 *
 * @param entries null: not read yet
 * @param now milliseconds since 1970, UTC
 * @param status the open question or the notice
 */
export function speakSheetList(
	entries: readonly SheetEntry[] | null,
	at: number,
	now: number,
	status: string,
): readonly string[] {
	const count = entries === null ? 'being read' : counted(entries.length, 'worksheet');
	const { lines } = listLines(entries ?? [], at, now, UNBROKEN);
	// The text shown for an empty list is broken into lines.
	const none = speakText(lines.map(textOf).join(' '));
	const listed = entries === null ? [] : entries.length === 0 ? [none] : speakLines(lines);
	return speakScreen([speakText(`Worksheets, ${count}`), ...listed], status);
}

/**
 * Speaks an open picker.
 *
 * @param what subject of the picker, such as `whose prices`
 * @param status the open question or the notice
 */
export function speakPicks(
	what: string,
	filter: string,
	picks: readonly PickerItem[],
	at: number,
	status: string,
): readonly string[] {
	const found = picks.length === 0 ? 'nothing has that name' : `${picks.length} found`;
	const body = [
		`Worksheet, ${what}`,
		`find “${filter}”: ${found}; typing narrows it`,
		...picks.map(
			({ title, description }, i) =>
				`${title}${i === at ? `, chosen, ${at + 1} of ${picks.length}` : ''}: ${description}`,
		),
	];
	return speakScreen(body.map(speakText), status);
}

/**
 * Speaks a step of a worksheet: whether it can be reviewed, then the step's fields and tables.
 *
 * @param aside the countdown, and whether the worksheet is saved
 * @param status the open question, the notice, or the status of the focus
 */
export function speakSheet(input: SheetPageInput, aside: string, status: string): readonly string[] {
	const { sheet, before, step, focus } = input;
	const at = STEPS.findIndex(({ id }) => id === step);
	const lab = computeLab(sheet.scenario, before?.scenario ?? null, null);
	const blocks = sheetParts(sheet, step, before).flatMap((part): readonly Replaced[] => {
		if (part.kind !== 'block') return [];
		const pane = { id: 'board' as const, title: '', blocks: [part.block] };
		const drawn = layoutPane(pane, { width: UNBROKEN, height: Number.POSITIVE_INFINITY, focus });
		return [{ drawn, spoken: speakBlocks([part.block], { input: lab, focus }) }];
	});
	const body = [
		...[
			`Worksheet, ${sheet.scenario.title}`,
			`${readinessText(sheet)}${aside === '' ? '' : `, ${aside}`}`,
			`step ${at + 1} of ${STEPS.length}: ${STEPS[at]?.title}`,
		].map(speakText),
		...speakDrawn(sheetPage(input, UNBROKEN).lines, blocks),
	];
	return speakScreen(body, status);
}
