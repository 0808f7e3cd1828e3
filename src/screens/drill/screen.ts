import { clampIndex, hiddenLinesText } from '../../text/list-window.js';
import { headLine } from '../head-line.js';
import type { Screen } from '../screen.js';
import { spokenStatus, statusLine } from '../status-line.js';
import { caseScenario, drillInput, drillWindow } from './layout.js';
import { speakDrill } from './speak.js';
import { withDrill } from './start.js';
import { drillLayer } from './update.js';

/** The screen of drills: the page in a window, and below it the foot that is always visible. */
export const DRILL_SCREEN: Screen = {
	layer: drillLayer,
	view(state, env) {
		const { columns } = state.size;
		const tools = env.drills();
		if (!tools) return { head: [[]], body: [], status: [[]] };
		const { page, ...window } = drillWindow(state, env, tools);
		const hidden = { text: hiddenLinesText(window, { keys: true }), tone: 'dim' } as const;
		return {
			head: [headLine([`Dispatch Board · ${page.title}`], [{ text: page.aside, tone: 'title' }], columns), []],
			body: [{ id: 'drill', width: columns, lines: page.lines.slice(window.from, window.to) }],
			status: [...page.foot, statusLine(state, hidden, columns)],
		};
	},
	find(state, env) {
		const tools = env.drills();
		if (!tools) return null;
		const { page, ...window } = drillWindow(state, env, tools);
		return {
			lines: page.lines,
			window,
			scrollTo: (line) =>
				line === window.from ? state : withDrill(state, { offset: clampIndex(window.maxOffset + 1, line) }),
		};
	},
	speak(state, env) {
		const tools = env.drills();
		return tools ? speakDrill(drillInput(state, env, tools), caseScenario(state), spokenStatus(state, '')) : [];
	},
};
