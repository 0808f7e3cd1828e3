import type { State } from '../state.js';
import type { Said } from '../status-line.js';

/** Says what to do in a lesson while no number has the focus. */
export function lessonWords({ typing, page, readings, lesson }: State): Said {
	if (typing !== null) return plain('Enter takes it; Esc leaves it');
	const reading = lesson === null ? undefined : readings[lesson];
	if (reading?.ended && Object.keys(reading.solved).length > 0) return plain('n goes to the next lesson');
	const to = 'Tab goes to the next number or question';
	return plain(page && page.total > page.height ? `Space reads on; ${to}` : to);
}

const plain = (text: string): Said => ({ text, tone: 'plain' });
