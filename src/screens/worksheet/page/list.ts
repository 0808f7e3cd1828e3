import type { Line } from '../../../text/line.js';
import { justify } from '../../../text/line-layout.js';
import { drawRowName } from '../../../text/list-row.js';
import { shorten, width } from '../../../text/width.js';
import { wrapLine } from '../../../text/wrap-line.js';
import { gapsOf, type Sheet } from '../../../worksheet/index.js';
import type { SheetEntry } from '../state.js';

/** The part of a worksheet entry that the list shows. */
type ListedEntry = Omit<SheetEntry, 'path'>;

/** Returns whether a worksheet is ready for review, in a few words. */
export function readinessText(sheet: Sheet): string {
	const missing = gapsOf(sheet).length;
	return missing === 0 ? 'ready for review' : `not ready: ${missing} missing`;
}

/**
 * Draws the list of worksheets, two lines each.
 *
 * @param entries null: not read yet
 * @param at index of the chosen entry
 * @param now milliseconds since 1970, UTC
 * @returns the lines, and the index of the first line of the chosen entry
 */
export function listLines(
	entries: readonly ListedEntry[] | null,
	at: number,
	now: number,
	columns: number,
): { readonly lines: readonly Line[]; readonly chosen: number } {
	if (entries === null) return { lines: [[{ text: ' …', tone: 'dim' }]], chosen: 0 };
	if (entries.length === 0)
		return {
			lines: EMPTY.flatMap((text) => (text === '' ? [[]] : wrapLine([{ text }], Math.min(columns, 88)))),
			chosen: 0,
		};
	return { lines: entries.flatMap((entry, i) => entryLines(entry, i === at, now, columns)), chosen: at * 2 };
}

/** Lines of an empty list. */
const EMPTY = [
	'No worksheet yet.',
	'',
	'A worksheet is a feature of your own: the same tables with your rough numbers, what the change relieves and creates, and what would take it back. It becomes an artifact for a design review, and takes about ten minutes.',
	'',
	'Enter or n makes one.',
];

function entryLines(
	{ name, changed, sheet, problem, title: head }: ListedEntry,
	chosen: boolean,
	now: number,
	columns: number,
): readonly Line[] {
	const when = formatAgo(changed, now);
	const title = shorten(sheet?.scenario.title ?? head ?? name, columns - width(when) - 6);
	const unread = head === undefined ? 'it cannot be read' : 'not read yet';
	const says = `${name} · ${sheet ? readinessText(sheet) : (problem ?? unread)}`;
	return [
		justify(drawRowName(title, chosen, ' › '), [{ text: when, tone: 'dim' }], columns - 2),
		[{ text: `     ${shorten(says, columns - 7)}`, tone: problem === null ? 'dim' : 'bad' }],
	];
}

/** Returns how long ago a time was. Both in milliseconds since 1970, UTC. */
function formatAgo(then: number, now: number): string {
	const minutes = Math.max(0, Math.floor((now - then) / 60_000));
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${minutes} min ago`;
	const hours = Math.floor(minutes / 60);
	return hours < 36 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
