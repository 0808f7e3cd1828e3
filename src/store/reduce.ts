import type { Result } from '../engine/inputs/index.js';
import type { MetricName, Scenario } from '../engine/scenario.js';
import type { Action, Effect } from './action.js';
import { enter, pin, read, resetAll, resetInput, step } from './edit-lab.js';
import { focused, type Grid, moveNext, moveRows } from './focus.js';
import { GUESSABLE, readGuesses, truthOf } from './guess.js';
import { type Lab, openLab, present, travel } from './lab.js';
import { changeRows } from './rows-lab.js';
import { currentLab, type Notice, type Overlay, type OverlayKind, type Pane, type State } from './state.js';

/** What the reducer asks of the world around it, handed in so that it stays pure. */
export interface Surroundings {
	/** Panes in the order in which the keys walk them. */
	readonly panes: readonly Pane[];
	/** The pane that a scenario opens on. */
	readonly opensOn: (scenario: Scenario) => Pane;
	/** The inputs of a pane as they stand on screen. */
	readonly grid: (pane: Pane, scenario: Scenario) => Grid;
	/** What the command line calls a scenario: its id, or the file it came from. */
	readonly nameOf: (scenario: string) => string;
	/** The scenarios that can be opened, in the order of the list. */
	readonly scenarios: readonly Scenario[];
}

export interface Reduced {
	readonly state: State;
	readonly effects: readonly Effect[];
}

/** The path of the input that edits go to; null in a pane without inputs. */
export const focusOf = (state: State, around: Surroundings): string | null =>
	focused(around.grid(state.pane, present(currentLab(state)).scenario), state.focus[state.pane]);

/** Applies one action. Pure: the same state and action give the same result. */
export function reduce(before: State, action: Action, around: Surroundings): Reduced {
	const state: State = before.notice && action.type !== 'measured' ? { ...before, notice: null } : before;
	switch (action.type) {
		case 'quit':
		case 'suspend':
			return { state, effects: [{ type: action.type }] };
		case 'enter':
			if (state.pending) return guessed(state, state.pending);
			return { state: next(state, action, around), effects: [] };
		default:
			return { state: next(state, action, around), effects: [] };
	}
}

function next(state: State, action: Exclude<Action, { type: 'quit' | 'suspend' }>, around: Surroundings): State {
	const focus = focusOf(state, around);
	switch (action.type) {
		case 'step':
			return focus === null ? state : edited(state, step(currentLab(state), focus, action.by));
		case 'reset-input':
			return focus === null ? state : edited(state, resetInput(currentLab(state), focus));
		case 'type':
			return focus === null ? state : typed(state, action.text);
		case 'erase':
			return { ...state, typing: state.typing?.slice(0, -1) || (state.typing === null ? null : '') };
		case 'enter':
			return focus === null ? state : entered(state, focus);
		case 'move':
		case 'next':
			return focus === null ? state : moved(state, focus, action, around);
		case 'pane':
			return { ...state, pane: turned(around.panes, state.pane, action.by) };
		case 'undo':
			return traveled(state, action.by);
		case 'ask-reset':
			return present(currentLab(state)).edits.length === 0
				? say(state, 'nothing to reset: every input is as the scenario has it')
				: { ...state, asking: 'reset' };
		case 'answer':
			return { ...withLab(state, action.yes ? resetAll(currentLab(state)) : currentLab(state)), asking: null };
		case 'rows':
			return edited(state, changeRows(currentLab(state), action.deed, rowIn(focus)));
		case 'predict':
			return toggledPredict(state);
		case 'predict-next':
			return predicting(
				state,
				GUESSABLE[(GUESSABLE.indexOf(state.predict ?? 'latencyP95') + 1) % GUESSABLE.length] ?? null,
			);
		case 'pin':
			return say(
				withLab(state, pin(currentLab(state), action.on)),
				action.on
					? 'this state is the baseline now; B goes back to the scenario’s own'
					: 'the baseline is the scenario’s own again',
			);
		default:
			return overlaid(state, action, around);
	}
}

const turned = (panes: readonly Pane[], from: Pane, by: number): Pane =>
	panes[(panes.indexOf(from) + by + panes.length) % panes.length] ?? from;

type OverlayAction = Extract<Action, { type: 'open' | 'scroll' | 'measured' | 'choose' | 'back' }>;

function overlaid(state: State, action: OverlayAction, around: Surroundings): State {
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
	const labs = state.labs[scenario.id] ? state.labs : { ...state.labs, [scenario.id]: openLab(scenario) };
	return { ...state, scenario: scenario.id, labs, focus: {}, pane: around.opensOn(scenario) };
}

const withLab = (state: State, lab: Lab): State => ({ ...state, labs: { ...state.labs, [state.scenario]: lab } });
const say = (state: State, text: string, tone: Notice['tone'] = 'said'): State => ({
	...state,
	notice: { tone, text },
});

/** Takes an edit, or asks for a guess first. */
function edited(state: State, result: Result<Lab>): State {
	if (!result.ok) return say(state, `${result.message}. ${result.help}`, 'refused');
	if (result.value === currentLab(state)) return state;
	return state.predict ? { ...state, pending: result.value, typing: '' } : withLab(state, result.value);
}

const rowIn = (focus: string | null): string | null =>
	focus?.startsWith('rows.') ? (focus.split('.')[1] ?? null) : null;

const toggledPredict = (state: State): State =>
	state.predict
		? say({ ...state, predict: null }, 'edits are no longer guessed')
		: predicting(state, GUESSABLE[0] ?? null);

const predicting = (state: State, metric: MetricName | null): State =>
	say(
		{ ...state, predict: metric },
		`predict, then look: each edit first asks for a guess of ${metric}; P asks for another metric`,
	);

/** Compares the guesses with the truth and lets the edit happen; an empty guess only lets it happen. */
function guessed(state: State, pending: Lab): Reduced {
	const metric = state.predict;
	const done = withLab({ ...state, pending: null, typing: null }, pending);
	const text = state.typing ?? '';
	if (metric === null || text.trim() === '') return { state: done, effects: [] };
	const guesses = readGuesses(text, metric);
	if (!guesses.ok) return { state: say(state, `${guesses.message}. ${guesses.help}`, 'refused'), effects: [] };
	const truth = truthOf(pending, metric);
	const effect: Effect = { type: 'predicted', scenario: state.scenario, metric, guesses: guesses.value, truth };
	return {
		state: { ...done, notice: { tone: 'said', text: '', guessed: { metric, guesses: guesses.value, truth } } },
		effects: [effect],
	};
}

/** Room for several people's guesses. */
const LONGEST_TEXT = 120;

function typed(state: State, text: string): State {
	const printable = [...text].filter((character) => character >= ' ' && character !== '\u007f').join('');
	const typing = ((state.typing ?? '') + printable).slice(0, LONGEST_TEXT);
	return { ...state, typing };
}

/** Enter starts typing, or takes what was typed; an empty text changes nothing. */
function entered(state: State, focus: string): State {
	if (state.typing === null) return { ...state, typing: '' };
	if (state.typing.trim() === '') return { ...state, typing: null };
	const lab = currentLab(state);
	const reading = read(lab, focus, state.typing);
	// A refused text stays, so that it can be mended.
	if (!reading.ok) return say(state, `${reading.message}. ${reading.help}`, 'refused');
	const result = enter(lab, focus, reading.value.value);
	return edited(result.ok ? { ...state, typing: null } : state, result);
}

function moved(
	state: State,
	from: string,
	action: { type: 'move'; rows: number } | { type: 'next'; by: number },
	around: Surroundings,
): State {
	const grid = around.grid(state.pane, present(currentLab(state)).scenario);
	const to = action.type === 'move' ? moveRows(grid, from, action.rows) : moveNext(grid, from, action.by);
	return { ...state, typing: null, focus: { ...state.focus, [state.pane]: to } };
}

function traveled(state: State, by: number): State {
	const lab = currentLab(state);
	const there = travel(lab, by);
	if (there === lab) return say(state, by < 0 ? 'nothing to undo' : 'nothing to redo');
	const did = by < 0 ? `undid: ${present(lab).did}` : `again: ${present(there).did}`;
	return say(withLab(state, there), did);
}
