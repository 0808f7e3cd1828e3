import { record, travel } from '../../board/lab.js';
import { scenarioAt } from '../../engine/expectations/index.js';
import { editsBetween } from '../../engine/inputs/index.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Action } from '../action.js';
import type { Surroundings } from '../around.js';
import { edited, openScenario, say, withLab } from '../changes.js';
import { currentLab, type Overlay, type OverlayKind, type State } from '../state.js';

/** What happens to things that lie over the lab. */
export type OverlayAction = Extract<Action, { type: 'open' | 'scroll' | 'measured' | 'choose' | 'find' | 'back' }>;

/** Opens, scrolls and closes what lies over the lab, and takes what was chosen in it. */
export function overlaid(state: State, action: OverlayAction, around: Surroundings): State {
	const { overlay } = state;
	switch (action.type) {
		case 'open': {
			const [at, most] = chosen(state, action.overlay, around);
			const offset = Math.max(0, at);
			return { ...state, overlay: { kind: action.overlay, offset, most, filter: '', finding: false } };
		}
		case 'scroll':
			return overlay
				? { ...state, overlay: { ...overlay, offset: nearestIndex(overlay.most + 1, overlay.offset + action.by) } }
				: state;
		case 'measured':
			return overlay && overlay.most !== action.most
				? { ...state, overlay: { ...overlay, most: action.most, offset: Math.min(overlay.offset, action.most) } }
				: state;
		case 'choose':
			return overlay ? choose(state, overlay, around) : state;
		case 'find':
			if (!overlay || !FINDABLE.includes(overlay.kind)) return state;
			// What is typed stands above the terms: it has to be in the window.
			return {
				...state,
				overlay: { ...overlay, finding: true, offset: overlay.kind === 'glossary' ? 0 : overlay.offset },
			};
		case 'back':
			// One level: what was typed to find something goes first.
			if (overlay?.finding || overlay?.filter)
				return filtered({ ...state, overlay: { ...overlay, finding: false } }, '', around);
			return { ...state, overlay: null, typing: null, asking: null, pending: null };
	}
}

/** What can be narrowed by typing. */
const FINDABLE: readonly OverlayKind[] = ['scenarios', 'glossary'];

/** Narrows a list to what a filter finds; the first of them is chosen. */
export function filtered(state: State, filter: string, around: Surroundings): State {
	if (!state.overlay) return state;
	// How far the glossary scrolls is measured by its view.
	if (state.overlay.kind === 'glossary') return { ...state, overlay: { ...state.overlay, filter, offset: 0 } };
	const found = around.find(filter);
	const open = found.findIndex(({ id }) => id === state.scenario);
	const offset = filter === '' ? Math.max(0, open) : 0;
	return { ...state, overlay: { ...state.overlay, filter, most: Math.max(0, found.length - 1), offset } };
}

/** Where a list opens, and its last place. */
function chosen(state: State, kind: OverlayKind, around: Surroundings): readonly [at: number, most: number] {
	const { history, at, loaded } = currentLab(state);
	if (kind === 'history') return [at, history.length - 1];
	if (kind === 'states') return [0, loaded.states.length];
	if (kind !== 'scenarios') return [0, 0];
	const all = around.find('');
	return [all.findIndex((scenario) => scenario.id === state.scenario), all.length - 1];
}

function choose(open: State, overlay: Overlay, around: Surroundings): State {
	const { kind, offset, filter } = overlay;
	const state: State = { ...open, overlay: null };
	const lab = currentLab(state);
	if (kind === 'history') return withLab(state, travel(lab, offset - lab.at));
	if (kind === 'states') return enterState(state, offset);
	if (kind === 'glossary') return { ...open, overlay: { ...overlay, finding: false } };
	const scenario = around.find(filter)[offset];
	// Nothing was found, so nothing can be opened.
	return scenario ? { ...openScenario(state, scenario, around), screen: 'lab' } : open;
}

/** Enters one of the scenario's named states as one edit; the first of the list is the scenario's own. */
function enterState(state: State, at: number): State {
	const lab = currentLab(state);
	const named = lab.loaded.states[at - 1] ?? null;
	const scenario = scenarioAt(lab.loaded, named?.id ?? null);
	if (scenario === null) return state;
	const did = `entered “${named?.name ?? lab.loaded.title}”`;
	const next = edited(state, {
		ok: true,
		value: record(lab, { scenario, edits: editsBetween(lab.loaded, scenario), did }),
	});
	return next.pending ? next : say(next, `${did}; u takes it back`);
}
