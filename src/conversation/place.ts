import { topScreen } from '../app/layers.js';
import { PANE_TITLES, PANES } from '../present/pane/pane.js';
import type { Env, SpokenPage } from '../screens/screen.js';
import type { State } from '../screens/state.js';

/** Where the reader is, and what can be said there. */
export interface Place {
	/** The screen, or the overlay over it. */
	readonly screen: string;
	/** What is open in it, such as a pane, a step, a question or a filter. */
	readonly detail: string;
	readonly page: SpokenPage;
}

/** Returns where the reader is. */
export const placeOf = (state: State, env: Env): Place => ({
	screen: screenOf(state),
	detail: detailOf(state),
	page: topScreen(state, env).speakPage?.(state, env) ?? wholePage(topScreen(state, env).speak(state, env)),
});

/** Returns the name of the screen, or of the overlay over it. */
export const screenOf = ({ overlay, screen }: State): string => overlay?.kind ?? screen;

function detailOf({ overlay, screen, lesson, scenario, pane, contents, drill, sheets }: State): string {
	if (overlay) return overlay.filter;
	switch (screen) {
		case 'contents':
			return contents.filter;
		case 'lesson':
			return lesson ?? '';
		case 'lab':
			return `${scenario} ${pane}`;
		case 'drill':
			return [drill.question?.card, drill.seed, drill.debriefed, drill.reviewedResult].join(' ');
		case 'worksheet':
			return JSON.stringify([sheets.open?.path, sheets.step, sheets.picker?.kind, sheets.picker?.filter]);
		default:
			return '';
	}
}

/** Returns a screen that is read whole as a page of one part. */
function wholePage(spoken: readonly string[]): SpokenPage {
	// A placeholder is a single sentence, without a status.
	const body = spoken.length > 1 ? spoken.slice(0, -1) : spoken;
	const status = spoken.length > 1 ? (spoken.at(-1) ?? '') : '';
	const [title = '', ...sentences] = body;
	return { title, parts: [{ sentences, isVisible: true, isAsked: false }], focused: null, bar: '', status };
}

/** Returns the name of the open pane and its place among the others; empty: the screen has none. */
export const paneText = ({ screen, overlay, pane }: State): string =>
	screen === 'lab' && !overlay ? `Pane ${PANE_TITLES[pane]}, ${PANES.indexOf(pane) + 1} of ${PANES.length}.` : '';
