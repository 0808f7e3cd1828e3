import type { ScenarioDocument } from '../../content/index.js';
import { filterDocuments } from '../../present/board/catalogue.js';
import { createEditor, FILTER_LIMITS } from '../../text/editor.js';
import { clampIndex } from '../../text/list-window.js';
import type { Action } from '../action.js';
import { type Env, type KeyRows, type Layer, withoutEffects } from '../screen.js';
import { currentLab, type Overlay, type OverlayKind, type State } from '../state.js';
import { editTypedText } from '../state-changes.js';
import { OVERLAY_KEYS } from './keys.js';

type OverlayAction = Extract<Action, { type: 'scroll' | 'half-page' | 'choose' | 'find' | 'back' }>;

/**
 * Opens an overlay; a list opens at its current item.
 *
 * @param terms ids of the terms that are visible, which the glossary lists first
 */
export function openOverlay(state: State, kind: OverlayKind, env: Env, terms: readonly string[]): State {
	const at =
		kind === 'history' ? currentLab(state).position : kind === 'scenarios' ? indexOfOpen(state, env.documents) : 0;
	return { ...state, overlay: { kind, offset: Math.max(0, at), filter: '', finding: false, terms } };
}

/** Returns the index of the open scenario in a list; -1: not in it. */
const indexOfOpen = ({ scenario }: State, documents: readonly ScenarioDocument[]): number =>
	documents.findIndex((document) => document.scenario.id === scenario);

/** Returns the scenarios that the list's filter finds. */
export const foundDocuments = ({ filter }: Overlay, env: Env): readonly ScenarioDocument[] =>
	filterDocuments(env.documents, filter);

/** The parts in which overlays differ. */
export interface OverlayParts {
	readonly id: string;
	readonly keys: KeyRows<OverlayAction>;
	/** Returns how many lines of a page, or items of a list, are half a window. */
	readonly half: (state: State) => number;
	/** Returns the largest offset: of the first visible line of a page, or of the last item of a list. */
	readonly maxOffset: (state: State, overlay: Overlay, env: Env) => number;
	/** Applies the chosen item; missing: nothing can be chosen. */
	readonly choose?: (state: State, overlay: Overlay, env: Env) => State;
}

/** Creates the layer of an overlay. */
export function createOverlayLayer({ id, keys, half, maxOffset, choose }: OverlayParts): Layer<OverlayAction> {
	return {
		id,
		keys,
		update(state, action, env) {
			const { overlay } = state;
			if (!overlay) return withoutEffects(state);
			switch (action.type) {
				case 'scroll':
				case 'half-page': {
					const by = action.type === 'scroll' ? action.by : action.by * half(state);
					return withoutEffects(moveTo(state, overlay, overlay.offset + by, maxOffset(state, overlay, env)));
				}
				case 'choose':
					return withoutEffects(choose ? choose(state, overlay, env) : state);
				case 'find':
					// In the glossary the filter is above the terms, and has to be visible.
					return withoutEffects({
						...state,
						overlay: { ...overlay, finding: true, offset: overlay.kind === 'glossary' ? 0 : overlay.offset },
					});
				case 'back':
					// Esc goes back one level: it clears a filter first.
					return withoutEffects(
						overlay.filter === '' ? { ...state, overlay: null } : filterBy(state, overlay, '', env),
					);
			}
		},
	};
}

type FindAction = Extract<Action, { type: 'scroll' | 'choose' | 'type' | 'erase' | 'back' }>;

/** Creates the layer of an overlay's filter while it is being typed. */
export function createFilterLayer({ id, maxOffset, choose }: OverlayParts): Layer<FindAction> {
	return {
		id: `${id}-find`,
		text: true,
		keys: OVERLAY_KEYS.find,
		update(state, action, env) {
			const { overlay } = state;
			if (!overlay) return withoutEffects(state);
			switch (action.type) {
				case 'scroll':
					return withoutEffects(moveTo(state, overlay, overlay.offset + action.by, maxOffset(state, overlay, env)));
				case 'choose':
					return withoutEffects(choose ? choose(state, overlay, env) : state);
				case 'type':
				case 'erase':
					return withoutEffects(
						editTypedText(
							createEditor(overlay.filter),
							action,
							({ text }) => filterBy(state, overlay, text, env),
							FILTER_LIMITS,
						),
					);
				case 'back':
					return withoutEffects(filterBy(state, { ...overlay, finding: false }, '', env));
			}
		},
	};
}

/** Sets the first visible line of a page, or the chosen item of a list. */
export const moveTo = (state: State, overlay: Overlay, to: number, most: number): State => ({
	...state,
	overlay: { ...overlay, offset: clampIndex(most + 1, to) },
});

/** Sets the filter of an overlay and chooses the first item it finds; without a filter, the open scenario. */
function filterBy(state: State, overlay: Overlay, filter: string, env: Env): State {
	const offset = overlay.kind === 'scenarios' && filter === '' ? Math.max(0, indexOfOpen(state, env.documents)) : 0;
	return { ...state, overlay: { ...overlay, filter, offset } };
}
