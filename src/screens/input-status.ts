import { currentEntry } from '../board/lab.js';
import type { LabInput } from '../present/board/lab-input.js';
import { editText, focusText, guessPrompt, isValidInput, typingText } from '../present/format/input-text.js';
import { type HiddenFigure, isHidden } from '../present/lesson/hidden.js';
import type { State } from './state.js';
import type { StatusText } from './status-line.js';

/**
 * Returns the status of the focused input: the guess or value being typed, or else its value and that at `origin`.
 *
 * @param hidden figures that must not be said
 */
export function inputStatus(
	{ pendingEdit, guessedMetric, typing, notice }: State,
	{ scenario, outcome }: LabInput,
	focus: string | null,
	origin: LabInput['scenario'],
	hidden: readonly HiddenFigure[] = [],
): StatusText {
	if (pendingEdit && guessedMetric) {
		const asked = isHidden(hidden, { figure: guessedMetric, segment: null });
		const entry = currentEntry(pendingEdit);
		const edit = editText(entry.scenario, pendingEdit.editedPath, entry.description);
		const now = outcome.metrics[guessedMetric];
		return {
			text: guessPrompt({ metric: guessedMetric, now, edit, typed: typing ?? '', isHidden: asked }),
			tone: 'title',
		};
	}
	if (typing === null || focus === null) return { text: focusText(scenario, origin, focus), tone: 'plain' };
	const refused = notice?.tone === 'refused' && !isValidInput(scenario, focus, typing);
	return { text: typingText(scenario, focus, typing), tone: refused ? 'bad' : 'title', replacesNotice: refused };
}
