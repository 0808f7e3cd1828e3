import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import { readinessText } from '../screens/worksheet/page/index.js';
import { Stop } from '../stop.js';
import { listWorksheets, MAX_READ_WHOLE } from '../storage/worksheets/list.js';
import { gapsOf, type Sheet, sheetOf } from '../worksheet/index.js';

export const WORKSHEET_FORMATS = ['text', 'json'] as const;
export type WorksheetFormat = (typeof WORKSHEET_FORMATS)[number];

/** Lists all worksheets, one line each, or as JSON. */
export async function listText(format: WorksheetFormat): Promise<string> {
	const { entries, notices } = await listWorksheets(process.env);
	if (format === 'json')
		return toJson(
			entries.map(({ path, document, name, problem, title }) => {
				if (document) return summary(path, sheetOf(document));
				return title === undefined ? { name, path, problem } : { name, title, path, ready: null, missing: null };
			}),
		);
	const lines = entries.map(({ name, document, problem, title }) => {
		if (document) return `${name}: ${document.scenario.title} (${readinessText(sheetOf(document))})`;
		return title === undefined ? `${name}: ${problem}` : `${name}: ${title ?? 'no plain title'} (not checked)`;
	});
	if (entries.some(({ title }) => title !== undefined))
		lines.push(
			`Only the newest ${MAX_READ_WHOLE} were checked: dispatch-board worksheet NAME says how another one stands.`,
		);
	if (notices.length > 0) throw new Stop(`${notices.join('. ')}.`, 1);
	return `${(entries.length === 0 ? [NO_WORKSHEETS] : lines.map(drawUnsafeLine)).join('\n')}\n`;
}

const NO_WORKSHEETS =
	'No worksheet yet. In a terminal, dispatch-board worksheet makes one; anywhere, dispatch-board worksheet NAME --from support-bot does.';

/**
 * Formats the state of one worksheet: its gaps before a review.
 *
 * @param name name of the worksheet on the command line
 * @param notice message about its file; null if there is none
 */
export function worksheetText(
	name: string,
	path: string,
	sheet: Sheet,
	notice: string | null,
	format: WorksheetFormat,
): string {
	if (format === 'json') return toJson({ ...summary(path, sheet), notice });
	const lines = [
		...(notice === null ? [] : [`${notice}.`, '']),
		`${sheet.scenario.title}: ${readinessText(sheet)}`,
		path,
		...gapsOf(sheet).map(({ says }) => `- ${says}`),
		'',
		`dispatch-board export ${/^[\w./-]+$/.test(name) ? name : JSON.stringify(name)} prints its review artifact.`,
	];
	// File names may contain control characters.
	return `${lines.map(drawUnsafeLine).join('\n')}\n`;
}

const summary = (path: string, sheet: Sheet) => ({
	name: sheet.scenario.id,
	title: sheet.scenario.title,
	path,
	ready: gapsOf(sheet).length === 0,
	missing: gapsOf(sheet),
});

/** Formats JSON with control and bidirectional characters escaped. */
const toJson = (value: unknown): string =>
	`${JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
