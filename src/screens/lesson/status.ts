import type { State } from '../state.js';
import type { StatusText } from '../status-line.js';
import type { PageLayout } from './window.js';

/** Returns the status of a lesson while no number has the focus: what to do next. */
export function lessonStatus({ typing, readings, lesson }: State, { total, height }: PageLayout): StatusText {
	if (typing !== null) return plain('Enter takes it; Esc leaves it');
	const reading = lesson === null ? undefined : readings[lesson];
	if (reading?.ended && Object.keys(reading.solved).length > 0) return plain('n goes to the next lesson');
	const focusHint = 'Tab goes to the next number or question';
	return plain(total > height ? `Space reads on; ${focusHint}` : focusHint);
}

const plain = (text: string): StatusText => ({ text, tone: 'plain' });
