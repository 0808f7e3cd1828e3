import type { LabInput } from '../present/board/lab-input.js';
import { focusWords, guessQuestion, readable, typingWords } from '../present/format/focus-words.js';
import type { State } from './state.js';
import type { Said } from './status-line.js';

/** Returns the status of the focused input: the guess or value being typed, or else its value and the one at `origin`. */
export function inputWords(
	{ pending, predict, typing, notice }: State,
	{ scenario, outcome }: LabInput,
	focus: string | null,
	origin: LabInput['scenario'],
): Said {
	if (pending && predict)
		return { text: guessQuestion(predict, outcome.metrics[predict], typing ?? ''), tone: 'title' };
	if (typing === null || focus === null) return { text: focusWords(scenario, origin, focus), tone: 'plain' };
	const refused = notice?.tone === 'refused' && !readable(scenario, focus, typing);
	return { text: typingWords(scenario, focus, typing), tone: refused ? 'bad' : 'title', beforeNotice: refused };
}
