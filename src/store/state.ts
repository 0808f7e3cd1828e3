import type { Lab } from './lab.js';

/** Id of a pane; which there are, and in which order, is handed in. */
export type Pane = string;

/** What lies over the lab. */
export type OverlayKind = 'help' | 'story' | 'artifact' | 'scenarios';

export interface Overlay {
	readonly kind: OverlayKind;
	/** First line shown, or the chosen item of a list. */
	readonly offset: number;
	/** Largest offset; the view that measures the content says it. */
	readonly most: number;
}

export interface Notice {
	readonly tone: 'said' | 'refused';
	readonly text: string;
}

export interface State {
	/** Id of the open scenario. */
	readonly scenario: string;
	/** Every scenario that was opened in this run, by id. */
	readonly labs: Readonly<Record<string, Lab>>;
	readonly pane: Pane;
	/** The focused input's path, per pane; missing: the pane's first. */
	readonly focus: Readonly<Record<Pane, string>>;
	/** What is being typed for the focused input; null: nothing is. */
	readonly typing: string | null;
	readonly overlay: Overlay | null;
	/** The question that waits for y or n. */
	readonly asking: 'reset' | null;
	/** Said until the next key. */
	readonly notice: Notice | null;
}

/** The lab of the open scenario. */
export function currentLab(state: State): Lab {
	const lab = state.labs[state.scenario];
	if (!lab) throw new Error(`no lab is open for ${state.scenario}`);
	return lab;
}

/** What the keys mean now. */
export type Mode = 'lab' | 'typing' | 'overlay' | 'list' | 'asking';

export function modeOf(state: State): Mode {
	if (state.asking) return 'asking';
	if (state.typing !== null) return 'typing';
	if (state.overlay?.kind === 'scenarios') return 'list';
	return state.overlay ? 'overlay' : 'lab';
}
