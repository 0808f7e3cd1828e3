import type { LabInput } from '../../present/board/lab-input.js';
import { focusWords, guessAnswer, guessQuestion, readable, typingWords } from '../../present/format/focus-words.js';
import type { Size } from '../../screens/size.js';
import { currentLab, modeOf, type State } from '../../screens/state.js';
import type { Line } from '../../text/line.js';
import { shorten } from '../../text/width.js';
import { footerEntries } from '../keys/lookup.js';
import { footerLine } from '../parts/footer-line.js';
import { fileQuestion, promptLine } from './prompt-line.js';

/** The line above the footer: the question, what is typed, what was said, or the focused input and what it held at `origin`. */
export function statusLine(
	state: State,
	input: LabInput,
	focus: string | null,
	size: Size,
	origin = currentLab(state).loaded,
): Line {
	const prompt = promptLine(state, size.columns);
	if (prompt) return prompt;
	const [text, tone] = status(state, input, focus, origin);
	return [{ text: ` ${shorten(text, size.columns - 2)}`, tone }];
}

function status(
	state: State,
	{ scenario, outcome }: LabInput,
	focus: string | null,
	origin: LabInput['scenario'],
): readonly [string, 'unsure' | 'bad' | 'edited' | 'title' | 'plain'] {
	if (state.asking === 'reset')
		return ['Put every number back to how the scenario has it? y or n (u undoes it)', 'unsure'];
	const file = fileQuestion(state);
	if (file) return [file, 'unsure'];
	if (state.asking === 'skip') return ['Enter a solution of the challenge? y or n (u takes it back)', 'unsure'];
	if (state.pending && state.predict && !state.notice)
		return [guessQuestion(state.predict, outcome.metrics[state.predict], state.typing ?? ''), 'title'];
	if (state.notice?.guessed) {
		const { metric, guesses, truth } = state.notice.guessed;
		return [guessAnswer(metric, guesses, truth), 'edited'];
	}
	if (
		state.notice?.tone === 'refused' &&
		state.typing !== null &&
		!state.pending &&
		focus !== null &&
		!readable(scenario, focus, state.typing)
	)
		return [typingWords(scenario, focus, state.typing), 'bad'];
	if (state.notice) return [state.notice.text, state.notice.tone === 'refused' ? 'bad' : 'edited'];
	if (state.typing !== null && focus !== null) return [typingWords(scenario, focus, state.typing), 'title'];
	if (focus === null && state.screen === 'lesson') return [lessonWords(state), 'plain'];
	return [focusWords(scenario, origin, focus), 'plain'];
}

/** What to do in a lesson while no number has the focus. */
function lessonWords({ typing, page, readings, lesson }: State): string {
	if (typing !== null) return 'Enter takes it; Esc leaves it';
	const reading = lesson === null ? undefined : readings[lesson];
	const done = reading?.ended && Object.keys(reading.solved).length > 0;
	if (done) return 'n goes to the next lesson';
	return page && page.total > page.height
		? 'Space reads on; Tab goes to the next number or question'
		: 'Tab goes to the next number or question';
}

/** The last line of the screen. */
export const footLine = (state: State, size: Size): Line => footerLine(footerEntries(modeOf(state)), size.columns);
