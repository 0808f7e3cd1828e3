import { type Action, type EventAction, isEvent, type LayerAction, type ProgramAction } from '../screens/action.js';
import { judgeMending } from '../screens/drill/mending.js';
import { startDrill, withDrill } from '../screens/drill/start.js';
import { closeFindElsewhere, openFind } from '../screens/find.js';
import { recordMisses } from '../screens/guess.js';
import { judgeChallenges } from '../screens/lesson/challenge.js';
import { clampWindow } from '../screens/lesson/scroll.js';
import { openOverlay } from '../screens/overlays/index.js';
import { chosenCommand, closePaletteUnderQuestion, openPalette } from '../screens/overlays/palette.js';
import { type Env, type Updated, withoutEffects } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { say } from '../screens/state-changes.js';
import { termsIn } from '../screens/terms.js';
import { withSheetTools } from '../screens/worksheet/env.js';
import { textOf } from '../text/line.js';
import { goToPlace } from './go-to.js';
import { searchedScreen, topLayer, topScreen } from './layers.js';
import { goTo, SHEETS_LOADING_NOTICE } from './routes.js';

/** Applies an action: an event to the part of the state it is about, a key to the top layer. Pure. */
export function update(state: State, action: Action, env: Env): Updated {
	if (action.type === 'run-chosen') return runChosen(state, env);
	// Redrawing keeps the notice.
	if (action.type === 'redraw') return { state, effects: [action] };
	const updated = isEvent(action)
		? handleEvent(state, action, env)
		: handleKey(clearWarnings(state, action), action, env);
	return complete(state, recordMisses(updated), action, env);
}

/** Closes the palette and runs its chosen command, as its key would; a command that cannot act now says why. */
function runChosen(before: State, env: Env): Updated {
	const command = chosenCommand(before, env);
	if (!command) return withoutEffects(before);
	const closed: State = { ...before, palette: null };
	const { action, closesOverlay, name, reason } = command;
	if (reason !== null) return update(closed, { type: 'report-problem', text: `${name}: ${reason}` }, env);
	return update(closesOverlay ? { ...closed, overlay: null, find: null } : closed, action, env);
}

/** Clears the notice and the warning of Esc, both of which last until the next key. */
function clearWarnings(before: State, action: Action): State {
	const state = before.notice ? { ...before, notice: null } : before;
	return state.drill.hasWarned && action.type !== 'back' ? withDrill(state, { hasWarned: false }) : state;
}

function handleKey(
	state: State,
	action: Exclude<ProgramAction, { type: 'redraw' | 'run-chosen' }> | LayerAction,
	env: Env,
): Updated {
	switch (action.type) {
		case 'quit': {
			const sheets = withSheetTools(env);
			return { state, effects: [...(sheets?.saveDraft(state, sheets) ?? []), action] };
		}
		case 'suspend':
			return { state, effects: [action] };
		case 'open':
			return withoutEffects(
				openOverlay(state, action.overlay, env, action.overlay === 'glossary' ? visibleTerms(state, env) : []),
			);
		case 'open-palette':
			return withoutEffects(openPalette(state));
		case 'go-to':
			return goToPlace(state, action.place, env);
		case 'open-find':
			return withoutEffects(openFind(state, searchedScreen(state, env), env));
		case 'go':
			return goTo(state, action.screen, env);
		case 'drill':
			return withoutEffects(openDrills(state, action, env));
		case 'take':
		case 'export': {
			const sheets = withSheetTools(env);
			if (!sheets) return withoutEffects(say(state, SHEETS_LOADING_NOTICE));
			return action.type === 'take' ? sheets.takeLab(state, sheets) : withoutEffects(sheets.askExport(state, sheets));
		}
		default:
			return updateTop(state, action, env);
	}
}

/** Returns the ids of the terms that are visible, in order of appearance. */
const visibleTerms = (state: State, env: Env): readonly string[] =>
	termsIn(
		topScreen(state, env)
			.view(state, env)
			.body.flatMap(({ lines }) => [...lines.map(textOf), '']),
	);

/** Applies an action to the top layer if one of its rows has it, or if it is text for a text layer. */
function updateTop(state: State, action: LayerAction, env: Env): Updated {
	const top = topLayer(state, env);
	const isOwn = (top.text && action.type === 'type') || top.keys.some((row) => row.action.type === action.type);
	return isOwn ? top.update(state, action, env) : withoutEffects(state);
}

function handleEvent(state: State, event: EventAction, env: Env): Updated {
	switch (event.type) {
		case 'resize':
			return withoutEffects({ ...state, size: event.size });
		case 'clock':
			return withoutEffects({ ...state });
		case 'report-success':
			return withoutEffects(say(state, event.text));
		case 'report-problem':
			return withoutEffects(say(state, event.text, 'refused'));
		default: {
			const sheets = withSheetTools(env);
			return sheets ? sheets.handleEvent(state, event, sheets) : withoutEffects(state);
		}
	}
}

/** Opens the drills, on the first visit at recall, because nothing is due yet. */
function openDrills(before: State, action: Extract<Action, { type: 'drill' }>, env: Env): State {
	const at = before.reviews.length === 0 && before.drill.at === 0 ? 1 : before.drill.at;
	const state = withDrill({ ...before, screen: 'drill', overlay: null }, { at });
	if (action.start === null) return state;
	const tools = env.drills();
	return tools
		? startDrill(state, action.start, env, tools, action.minutes)
		: say(state, 'the drills are still loading: try again in a moment');
}

/** Completes an update: the board may now solve a challenge or mend a case, and the window may need to move. */
function complete(before: State, updated: Updated, action: Action, env: Env): Updated {
	const { state: next, effects } = backToWorksheet(updated);
	const state = closePaletteUnderQuestion(dropSegmentFilterElsewhere(before, closeFindElsewhere(before, next)));
	// Undoing an edit solves nothing.
	const changed = state.labs !== before.labs && action.type !== 'undo';
	if (state.screen === 'lesson') {
		const judged = changed && before.screen === 'lesson' ? judgeChallenges(before, state, env) : state;
		return { state: clampWindow(judged, env, action.type === 'resize'), effects };
	}
	if (!changed) return { state, effects };
	const judged = judgeMending(state, env);
	return { state: judged.state, effects: [...effects, ...judged.effects] };
}

/** Drops the filter of segments once another scenario is open. */
const dropSegmentFilterElsewhere = (before: State, state: State): State =>
	state.segmentFilter && before.scenario !== state.scenario ? { ...state, segmentFilter: null } : state;

/** Goes back to the worksheet once all cards that it asked are answered. */
function backToWorksheet({ state, effects }: Updated): Updated {
	const { cameFromSheet, screen, drill } = state;
	if (!cameFromSheet || screen !== 'drill' || drill.question !== null) return { state, effects };
	return { state: { ...state, screen: 'worksheet', cameFromSheet: false }, effects };
}
