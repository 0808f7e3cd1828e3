import type { Line } from '../../text/line.js';
import { width } from '../../text/width.js';
import type { FooterEntry } from '../keys/lookup.js';

/** The keys that do something here, the most useful first, as many as fit on one line. */
export function footerLine(entries: readonly FooterEntry[], columns: number): Line {
	const line: { text: string; tone: 'accent' | 'dim' | 'plain' }[] = [];
	let used = 1;
	for (const { shown, label } of entries) {
		const needed = width(shown) + 1 + width(label) + 2;
		if (used + needed > columns) break;
		line.push({ text: ` ${shown}`, tone: 'accent' }, { text: ` ${label} `, tone: 'dim' });
		used += needed;
	}
	return line;
}
