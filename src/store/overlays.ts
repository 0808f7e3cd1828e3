import type { Scenario } from '../engine/scenario.js';
import type { Action } from './action.js';
import type { Surroundings } from './around.js';
import { withLab } from './changes.js';
import { travel } from './lab.js';
import { currentLab, type Overlay, type OverlayKind, type State } from './state.js';

/** What happens to things that lie over the lab. */
export type OverlayAction = Extract<Action, { type: 'open' | 'scroll' | 'measured' | 'choose' | 'back' }>;

/** Opens, scrolls and closes what lies over the lab, and takes what was chosen in it. */
export function overlaid(state: State, action: OverlayAction, around: Surroundings): State {
	const { overlay } = state;
	switch (action.type) {
		case 'open': {
			const [at, most] = chosen(state, action.overlay, around);
			return { ...state, overlay: { kind: action.overlay, offset: Math.max(0, at), most } };
		}
		case 'scroll':
			return overlay
				? { ...state, overlay: { ...overlay, offset: Math.min(overlay.most, Math.max(0, overlay.offset + action.by)) } }
				: state;
		case 'measured':
			return overlay && overlay.most !== action.most
				? { ...state, overlay: { ...overlay, most: action.most, offset: Math.min(overlay.offset, action.most) } }
				: state;
		case 'choose': {
			return overlay ? choose({ ...state, overlay: null }, overlay, around) : state;
		}
		case 'back':
			return { ...state, overlay: null, typing: null, asking: null, pending: null };
	}
}

/** Where a list opens, and its last place. */
function chosen(state: State, kind: OverlayKind, around: Surroundings): readonly [at: number, most: number] {
	const { history, at } = currentLab(state);
	if (kind === 'history') return [at, history.length - 1];
	if (kind !== 'scenarios') return [0, 0];
	return [around.scenarios.findIndex((scenario) => scenario.id === state.scenario), around.scenarios.length - 1];
}

function choose(state: State, { kind, offset }: Overlay, around: Surroundings): State {
	const lab = currentLab(state);
	if (kind === 'history') return withLab(state, travel(lab, offset - lab.at));
	const scenario = around.scenarios[offset];
	return scenario ? openScenario(state, scenario, around) : state;
}

/** Opens a scenario; one that was open before comes back with its edits. */
function openScenario(state: State, scenario: Scenario, around: Surroundings): State {
	const { lab, pane, focus } = around.reopen(scenario);
	const labs = state.labs[scenario.id] ? state.labs : { ...state.labs, [scenario.id]: lab };
	return { ...state, scenario: scenario.id, labs, focus, pane };
}
