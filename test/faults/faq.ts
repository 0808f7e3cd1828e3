import type { JournalEvent } from '../../src/course/index.js';
import type { Tty } from '../e2e/harness/tty.js';

const FAQ = 'segments.faq.routedSmall=';

/** The share of FAQ answers of week-31 that is routed small, as the screen shows it, in percent; empty: it does not. */
export const faqOf = (tty: Tty): string => /FAQ answer +low +86\.5%›? *([\d.]+)%/.exec(tty.text())?.[1] ?? '';

/** The same as an event says it; nothing: the event does not. */
export function faqKept(event: JournalEvent): readonly string[] {
	const edit = event.type === 'edited' && event.edits.find((one) => one.startsWith(FAQ));
	if (!edit) return [];
	const value = edit.slice(FAQ.length);
	return [(value.endsWith('%') ? Number.parseFloat(value) : Number(value) * 100).toFixed(1)];
}
