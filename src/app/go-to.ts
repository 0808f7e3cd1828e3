import type { Place } from '../screens/action.js';
import { lessonByNumber } from '../screens/places.js';
import { type Env, type Updated, withoutEffects } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { openScenario, say } from '../screens/state-changes.js';
import { topLayer } from './layers.js';
import { goTo } from './routes.js';

/** Goes to a place that the palette names. */
export function goToPlace(state: State, place: Place, env: Env): Updated {
	switch (place.kind) {
		case 'pane':
			return goTo({ ...state, pane: place.pane }, 'lab', env);
		case 'lesson': {
			const lesson = env.lessons.find(({ id }) => id === place.id);
			return withoutEffects(lesson ? env.go.lesson(state, lesson, env) : state);
		}
		case 'scenario': {
			if (place.id === state.scenario) return goTo(state, 'lab', env);
			const scenario = env.documents.find((document) => document.scenario.id === place.id)?.scenario;
			if (!scenario) return withoutEffects(state);
			const left = env.go.leaveLesson({ ...state, overlay: null }, env);
			return withoutEffects({ ...openScenario(left, scenario, env), screen: 'lab' });
		}
		case 'row':
			return goToRow(state, place.row, env);
	}
}

/** Farther than any list is long. */
const FAR = 1_000_000;

/**
 * Goes to a row by its number, as far as there are rows: in the contents and in a lesson to the lesson of that number,
 * elsewhere to that row of the list, of the page, or of the numbers that can be changed.
 */
export function goToRow(state: State, row: number, env: Env): Updated {
	if (state.overlay === null && state.screen === 'lesson') {
		const lesson = lessonByNumber(env.lessons, row);
		return withoutEffects(lesson ? env.go.lesson(state, lesson, env) : state);
	}
	if (state.overlay === null && state.screen === 'contents') {
		const lesson = lessonByNumber(env.lessons, row);
		// Without a filter, the entries begin with the lessons.
		const at = lesson ? env.lessons.indexOf(lesson) : 0;
		return withoutEffects({ ...state, contents: { at, filter: '', finding: false } });
	}
	const layer = topLayer(state, env);
	const has = (type: 'move' | 'scroll'): boolean => layer.keys.some(({ action }) => action.type === type);
	if (has('move')) {
		const first = layer.update(state, { type: 'move', rows: -FAR }, env);
		return layer.update(first.state, { type: 'move', rows: row - 1 }, env);
	}
	if (has('scroll')) {
		const first = layer.update(state, { type: 'scroll', by: -FAR }, env);
		return layer.update(first.state, { type: 'scroll', by: row - 1 }, env);
	}
	return withoutEffects(say(state, 'there are no numbered rows here'));
}
