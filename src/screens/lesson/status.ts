import type { Env } from '../screen.js';
import type { State } from '../state.js';
import type { StatusText } from '../status-line.js';
import { visibleLayout } from './layout.js';

/** Returns the status of a lesson while no number has the focus: what to do next. */
export function lessonStatus(state: State, env: Env): StatusText {
	const { typing, readings, lesson } = state;
	if (typing !== null) return plain('Enter takes it; Esc leaves it');
	const reading = lesson === null ? undefined : readings[lesson];
	if (reading?.ended && Object.keys(reading.solved).length > 0) return plain('n goes to the next lesson');
	const focusHint = 'Tab goes to the next number or question';
	const layout = visibleLayout(state, env);
	return plain(layout && layout.total > layout.height ? `Space reads on; ${focusHint}` : focusHint);
}

const plain = (text: string): StatusText => ({ text, tone: 'plain' });
