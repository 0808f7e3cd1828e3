import { GUESS } from '../guess.js';
import { headLine } from '../head-line.js';
import { inputStatus } from '../input-status.js';
import { labInput } from '../lab-input.js';
import type { Screen } from '../screen.js';
import { currentLab } from '../state.js';
import { spokenStatus, statusLine } from '../status-line.js';
import { layoutPanes, paneTabs } from './panes.js';
import { speakLab } from './speak.js';
import { LAB, LAB_FILTER, LAB_VALUE, labFocus } from './update.js';

/** The screen of the lab: one scenario with editable inputs, recomputed on every key. */
export const LAB_SCREEN: Screen = {
	layer(state) {
		if (state.pendingEdit) return GUESS;
		if (state.segmentFilter?.isTyping) return LAB_FILTER;
		return state.typing === null ? LAB : LAB_VALUE;
	},
	view(state) {
		const { loaded } = currentLab(state);
		const { id, title } = loaded;
		const { columns } = state.size;
		const input = labInput(state);
		const focus = labFocus(state);
		return {
			head: [headLine([`Dispatch Board · ${title}`, title, id], paneTabs(state.pane, columns), columns)],
			body: layoutPanes(input, state.pane, focus, state.size),
			status: [statusLine(state, inputStatus(state, input, focus, loaded), columns)],
		};
	},
	speak(state) {
		const input = labInput(state);
		const focus = labFocus(state);
		const { text } = inputStatus(state, input, focus, currentLab(state).loaded);
		return speakLab(input, state.pane, focus, spokenStatus(state, text));
	},
};
