import { pin, resetInput, step } from '../board/edit.js';
import { present, travel } from '../board/lab.js';
import { changeRows, type RowDeed } from '../board/rows.js';
import type { Action } from '../screens/action.js';
import type { Reduced, Surroundings } from '../screens/around.js';
import { edited, say, withLab, writeInto } from '../screens/changes.js';
import { inContents, toContents } from '../screens/contents/update.js';
import { isMending, mended, mendLeft } from '../screens/drill/mend.js';
import { inDrill } from '../screens/drill/update.js';
import { focused, type Grid, moveNext, moveRows } from '../screens/focus.js';
import { guessed, nextPredict, toggledPredict, withMisses } from '../screens/lab/predict.js';
import { traced } from '../screens/lab/trace.js';
import { enterLesson, focusedPath, focusedQuestion } from '../screens/lesson/moves.js';
import { answered, judged, openLesson } from '../screens/lesson/reading.js';
import { brought, inLesson } from '../screens/lesson/update.js';
import { filtered, overlaid } from '../screens/overlays/update.js';
import { currentLab, type Pane, type Screen, type State } from '../screens/state.js';
import { entered, typed } from '../screens/typing.js';
import { editorOf, FILTER } from '../text/editor.js';
import { answer } from './answer.js';

/** The path of the input that edits go to; null in a pane without inputs. */
export const focusOf = (state: State, around: Surroundings): string | null =>
	state.screen === 'lesson' ? focusedPath(state, around) : focused(gridOf(state, around), state.focus[state.pane]);

const gridOf = (state: State, around: Surroundings): Grid =>
	around.grid(state.pane, present(currentLab(state)).scenario, state.trace);

/** What nobody did: it leaves what was said on screen. */
const SILENT: readonly Action['type'][] = [
	'measured',
	'laid-out',
	'drawn',
	'clock',
	'sheets',
	'sheets-looked',
	'sheet-saved',
	'sheet-gone',
];

/** Applies one action. Pure: the same state and action give the same result. */
export function reduce(before: State, action: Action, around: Surroundings): Reduced {
	// Redrawing changes no state and keeps the notice.
	if (action.type === 'redraw') return { state: before, effects: [{ type: 'redraw' }] };
	const state: State = before.notice && !SILENT.includes(action.type) ? { ...before, notice: null } : before;
	const reduced = withMisses(act(brought(state, action), action, around));
	// Whatever changed the lab, a challenge of the open lesson may be solved by it.
	// Taking something back solves nothing.
	const changed = reduced.state.labs !== state.labs && action.type !== 'undo';
	if (changed && reduced.state.screen === 'lesson' && state.screen === 'lesson')
		return { ...reduced, state: judged(reduced.state, around) };
	if (!changed) return reduced;
	const judgedCase = mended(reduced.state, around);
	return { state: judgedCase.state, effects: [...reduced.effects, ...judgedCase.effects] };
}

function act(state: State, action: Exclude<Action, { type: 'redraw' }>, around: Surroundings): Reduced {
	if (action.type === 'answer') return answer(state, action.yes, around);
	const sheets = around.sheets();
	if (sheets) {
		const about = sheets.about(state, action, { ...around, ...sheets });
		if (about) return about;
	} else if (isAboutSheets(action)) return { state: say(state, 'worksheets are being loaded: a moment'), effects: [] };
	if (state.screen === 'drill' && !state.overlay) {
		const drilled = inDrill(state, action, around);
		if (drilled) return backToSheet(drilled);
	}
	switch (action.type) {
		case 'quit':
		case 'suspend':
			return { state, effects: [{ type: action.type }] };
		case 'enter':
			if (state.pending) return guessed(state, state.pending);
			if (state.screen === 'lesson' && !state.overlay && state.typing !== null) {
				const question = focusedQuestion(state, around);
				if (question) return answered(state, question, around);
			}
			return { state: next(state, action, around), effects: [] };
		default:
			return { state: next(state, action, around), effects: [] };
	}
}

/** What asks for worksheets, before they are loaded. */
const isAboutSheets = (action: Action): boolean =>
	action.type === 'sheet' || action.type === 'export' || (action.type === 'go' && action.screen === 'worksheet');

/** What was asked from memory leads back to the worksheet once nothing more is asked. */
function backToSheet({ state, effects }: Reduced): Reduced {
	const { fromSheet, screen, drill } = state;
	if (!fromSheet || screen !== 'drill' || drill.question !== null) return { state, effects };
	return { state: { ...state, screen: 'worksheet', fromSheet: false }, effects };
}

function next(
	state: State,
	action: Exclude<Action, { type: 'quit' | 'suspend' | 'redraw' | 'answer' }>,
	around: Surroundings,
): State {
	if (state.screen === 'lesson' && !state.overlay && !state.asking) {
		const read = inLesson(state, action, around);
		if (read) return read;
	}
	if (state.screen === 'contents' && !state.overlay && !state.asking) {
		const listed = inContents(state, action, around);
		if (listed) return listed;
	}
	const focus = focusOf(state, around);
	switch (action.type) {
		case 'step':
			return focus === null ? state : edited(state, step(currentLab(state), focus, action.by));
		case 'reset-input':
			return focus === null ? state : edited(state, resetInput(currentLab(state), focus));
		case 'type':
		case 'erase':
			if (state.overlay?.finding)
				return writeInto(editorOf(state.overlay.filter), action, ({ text }) => filtered(state, text, around), FILTER);
			return focus === null && action.type === 'type' ? state : typed(state, action);
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
		case 'rows':
			return rowsChanged(state, action.deed, rowIn(focus));
		case 'go':
			return gone(state, action.screen, around);
		case 'back':
			if (!state.overlay && state.typing === null && !state.asking && !state.pending && state.screen === 'lab') {
				if (isMending(state)) return mendLeft(state);
				return gone(state, openLesson(state, around)?.scenario === state.scenario ? 'lesson' : 'contents', around);
			}
			if (!state.overlay && state.screen === 'drill') return gone(state, 'contents', around);
			return overlaid(state, action, around);
		case 'told':
			return say(state, action.text, 'refused');
		case 'trace':
		case 'stage':
			return traced(state, action);
		case 'predict':
			return toggledPredict(state);
		case 'predict-next':
			return nextPredict(state);
		case 'pin':
			return say(
				withLab(state, pin(currentLab(state), action.on)),
				action.on
					? 'this state is the baseline now, of deltas and pressure alone; B takes it out'
					: 'the baseline is the scenario’s own again',
			);
		case 'page':
		case 'turn':
		case 'hint':
		case 'skip':
		case 'ask-restart':
		case 'laid-out':
		case 'drawn':
			return state; // these belong to a screen that is not open
		case 'drill':
			// The first visit begins with recall: nothing is due yet.
			return {
				...state,
				screen: 'drill',
				overlay: null,
				drill: state.reviews.length === 0 && state.drill.at === 0 ? { ...state.drill, at: 1 } : state.drill,
			};
		case 'clock':
			// What they show of the drills, or the parser of their text, may have been loaded since.
			return state.overlay?.kind === 'progress' || state.overlay?.kind === 'story' ? { ...state } : state;
		case 'edit-text':
		case 'submit':
		case 'labels':
		case 'tick':
		case 'grade':
		case 'go-on':
		case 'ungrade':
		case 'mend':
		case 'pause':
		case 'peek':
		case 'sheet':
		case 'sheets':
		case 'sheets-looked':
		case 'sheet-opened':
		case 'sheet-saved':
		case 'sheet-making':
		case 'sheet-gone':
		case 'prices':
		case 'export':
		case 'export-over':
		case 'file-refused':
		case 'done':
			return state; // these belong to a screen that is not open
		default:
			return overlaid(state, action, around);
	}
}

/** Goes to a screen. The lesson is the open one, or else the first that is played on the scenario. */
function gone(state: State, screen: Screen, around: Surroundings): State {
	if (screen === 'contents') return toContents(state, around);
	if (screen === 'lab') return { ...state, screen, overlay: null };
	const open = openLesson(state, around);
	if (open && open.scenario === state.scenario) return { ...state, screen, overlay: null, page: null };
	const behind = around.lessons.find(({ scenario }) => scenario === state.scenario);
	return behind ? enterLesson(state, behind, around) : say(state, 'no lesson is played on this scenario');
}

const turned = (panes: readonly Pane[], from: Pane, by: number): Pane =>
	panes[(panes.indexOf(from) + by + panes.length) % panes.length] ?? from;

/** Says what became of the rows, and goes to one that is new, or to the one above one that is gone. */
function rowsChanged(state: State, deed: RowDeed, id: string | null): State {
	const changed = changeRows(currentLab(state), deed, id);
	const next = edited(state, changed);
	if (!changed.ok || next.pending) return next;
	const entry = present(changed.value);
	const rows = present(currentLab(state)).scenario.rows;
	const above = rows[Math.max(0, rows.findIndex((row) => row.id === id) - 1)]?.id;
	const target = deed === 'remove' ? above : entry.scenario.rows.at(-1)?.id;
	const focus = target ? { ...next.focus, [next.pane]: `rows.${target}.routedSmall` } : next.focus;
	return say({ ...next, focus }, `${entry.did}; u takes it back`);
}

const rowIn = (focus: string | null): string | null =>
	focus?.startsWith('rows.') ? (focus.split('.')[1] ?? null) : null;

function moved(
	state: State,
	from: string,
	action: { type: 'move'; rows: number } | { type: 'next'; by: number },
	around: Surroundings,
): State {
	const grid = gridOf(state, around);
	const to = action.type === 'move' ? moveRows(grid, from, action.rows) : moveNext(grid, from, action.by);
	return { ...state, typing: null, focus: { ...state.focus, [state.pane]: to } };
}

function traveled(state: State, by: number): State {
	const lab = currentLab(state);
	if (by < 0 && state.screen === 'lesson' && present(lab).byLesson)
		return say(state, 'the lesson put it so: X puts everything back to its start');
	const there = travel(lab, by);
	if (there === lab) return say(state, by < 0 ? 'nothing to undo' : 'nothing to redo');
	const did = by < 0 ? `undid: ${present(lab).did}` : `again: ${present(there).did}`;
	return say(withLab(state, there), did);
}
