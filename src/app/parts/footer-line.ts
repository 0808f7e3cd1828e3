import type { Size } from '../../screens/size.js';
import { modeOf, type State } from '../../screens/state.js';
import type { Line, Span } from '../../text/line.js';
import { width } from '../../text/width.js';
import { footerEntries } from '../keys/lookup.js';

/** Draws the last line of the screen: the keys that do something here, the most useful first, as many as fit. */
export function footLine(state: State, { columns }: Size): Line {
	const line: Span[] = [];
	let used = 1;
	for (const { shown, label } of footerEntries(modeOf(state))) {
		const needed = width(shown) + 1 + width(label) + 2;
		if (used + needed > columns) break;
		line.push({ text: ` ${shown}`, tone: 'accent' }, { text: ` ${label} `, tone: 'dim' });
		used += needed;
	}
	return line;
}
