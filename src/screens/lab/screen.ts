import { focusSentences } from '../../present/board/focus-sentence.js';
import { changeLine } from '../../present/board/glance.js';
import { withOrigin } from '../../present/format/input-text.js';
import { textOf } from '../../text/line.js';
import { width } from '../../text/width.js';
import { GUESS } from '../guess.js';
import { inputStatus } from '../input-status.js';
import { labFocus } from '../lab-focus.js';
import { labInput } from '../lab-input.js';
import type { Screen } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { type StatusText, spokenStatus, statusLine } from '../status-line.js';
import { badgeTexts, labHead } from './head.js';
import { layoutPanes } from './panes.js';
import { speakLab } from './speak.js';
import { LAB, LAB_FILTER, LAB_VALUE } from './update.js';

/** The screen of the lab: one scenario with editable inputs, recomputed on every key. */
export const LAB_SCREEN: Screen = {
	layer(state) {
		if (state.pendingEdit) return GUESS;
		if (state.segmentFilter?.isTyping) return LAB_FILTER;
		return state.typing === null ? LAB : LAB_VALUE;
	},
	view(state) {
		const { columns } = state.size;
		return {
			head: [labHead(state)],
			body: layoutPanes(labInput(state), state, labFocus(state)),
			status: [statusLine(state, labStatus(state, columns - 2), columns)],
		};
	},
	speak(state) {
		const { pane, isDetailed } = state;
		const status = spokenStatus(state, labStatus(state, Number.POSITIVE_INFINITY).text);
		return speakLab(labInput(state), { pane, isDetailed, focus: labFocus(state), badges: badgeTexts(state), status });
	},
};

/** Returns the status: what is being typed, or else what the focused input does. `room`: its width in columns. */
function labStatus(state: State, room: number): StatusText {
	const { loaded } = currentLab(state);
	const input = labInput(state);
	const focus = labFocus(state);
	const isTyped = state.typing !== null || state.pendingEdit !== null;
	// A low window has no room for this line on the Board itself.
	if (
		!isTyped &&
		state.pane === 'board' &&
		state.size.rows < 22 &&
		input.before &&
		currentLab(state).editedPath === focus
	)
		return { text: textOf(changeLine(input, room)), tone: 'edited' };
	const sentences = focus === null || isTyped ? [] : focusSentences(input, focus);
	const sentence = sentences.find((wording) => width(wording) <= room) ?? sentences.at(-1);
	return focus === null || sentence === undefined
		? inputStatus(state, input, focus, loaded)
		: { text: withOrigin(sentence, input.scenario, loaded, focus, room), tone: 'plain' };
}
