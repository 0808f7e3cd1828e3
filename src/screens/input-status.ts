import type { LabInput } from '../present/board/lab-input.js';
import { focusText, guessPrompt, isValidInput, typingText } from '../present/format/input-text.js';
import type { State } from './state.js';
import type { StatusText } from './status-line.js';

/** Returns the status of the focused input: the guess or value being typed, or else its value and that at `origin`. */
export function inputStatus(
	{ pendingEdit, guessedMetric, typing, notice }: State,
	{ scenario, outcome }: LabInput,
	focus: string | null,
	origin: LabInput['scenario'],
): StatusText {
	if (pendingEdit && guessedMetric)
		return { text: guessPrompt(guessedMetric, outcome.metrics[guessedMetric], typing ?? ''), tone: 'title' };
	if (typing === null || focus === null) return { text: focusText(scenario, origin, focus), tone: 'plain' };
	const refused = notice?.tone === 'refused' && !isValidInput(scenario, focus, typing);
	return { text: typingText(scenario, focus, typing), tone: refused ? 'bad' : 'title', replacesNotice: refused };
}
