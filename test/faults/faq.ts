import type { JournalEvent } from '../../src/course/index.js';
import type { Tty } from '../e2e/harness/tty.js';

const FAQ = 'segments.faq.routedSmall=';

/** Returns the share of FAQ answers routed small in week-31, in percent as on screen; empty if not shown. */
export const faqShareOnScreen = (tty: Tty): string =>
	/FAQ answer +low +86\.5% *›?([\d.]+)%/.exec(tty.text())?.[1] ?? '';

/** Returns the same share from a journal event; empty if the event does not set it. */
export function faqShareOfEvent(event: JournalEvent): readonly string[] {
	const edit = event.type === 'edited' && event.edits.find((text) => text.startsWith(FAQ));
	if (!edit) return [];
	const value = edit.slice(FAQ.length);
	return [(value.endsWith('%') ? Number.parseFloat(value) : Number(value) * 100).toFixed(1)];
}
