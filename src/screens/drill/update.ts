import { openLab } from '../../board/lab.js';
import type { Level } from '../../drill/numbers/index.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Action } from '../action.js';
import type { Reduced, Surroundings } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { submitted, toBox, written } from './answer.js';
import { lessonBehind } from './behind.js';
import { graded, gradeOf, ticked, ungraded } from './grade.js';
import { DRILL_MENU, lookedBack, started, withDrill } from './start.js';
import type { DrillTools } from './state.js';

/** What an action does while drills fill the window; null: nothing of its own. */
export function inDrill(state: State, action: Action, around: Surroundings): Reduced | null {
	const tools = around.drills();
	if (state.drill.leaving && !STILL_LEAVING.includes(action.type))
		return inDrill(withDrill(state, { leaving: false }), action, around);
	if (!tools) return ANYWAY.includes(action.type) ? null : quiet(say(state, 'drills are being loaded: a moment'));
	switch (action.type) {
		case 'drill':
			return action.start === null ? null : quiet(started(state, action.start, around, tools, action.minutes));
		case 'choose':
			return chosen(state, around, tools);
		case 'scroll':
			return quiet(scrolled(state, action.by, tools));
		case 'page':
			return quiet(paged(state, action.by * PAGE));
		case 'drawn':
			return quiet(withDrill(state, { drawn: { top: action.top, most: action.most } }));
		case 'type':
			return quiet(state.drill.question?.kind === 'case' ? picked(state, action.text, tools) : written(state, action));
		case 'erase':
			return quiet(written(state, action));
		case 'edit-text':
			return quiet(edited(state, action, tools));
		case 'enter':
			return entered(state, around, tools);
		case 'submit':
			return submitted(state, around, tools);
		case 'labels':
			return quiet(withLabels(state));
		case 'tick':
			return quiet(ticked(state));
		case 'grade':
			return graded(state, action.grade, around, tools);
		case 'go-on':
			return wentOn(state, action.to, around, tools);
		case 'ungrade':
			// While something is written, Ctrl-U erases the line, as it does at the command line.
			return state.drill.step === 'answering' && state.drill.editor.text !== ''
				? quiet(written(state, { type: 'edit-text', move: 'erase-before' }))
				: ungraded(state);
		case 'mend':
			return quiet(mending(state));
		case 'pause':
			return quiet(paused(state, around, tools));
		case 'peek':
			return quiet({ ...state, peek: state.peek === 'at-the-end' ? 'after-each' : 'at-the-end' });
		case 'clock':
			return quiet(withDrill(state, {}));
		case 'go':
			return action.screen === 'lesson' ? quiet(taught(state, around, tools)) : null;
		case 'back':
			return left(state, around, tools);
		default:
			return null;
	}
}

/** What works before drills are loaded. */
const ANYWAY: readonly Action['type'][] = ['back', 'open', 'told', 'go', 'measured', 'laid-out'];

/** What does not take back that the reader is about to leave. */
const STILL_LEAVING: readonly Action['type'][] = ['back', 'clock', 'drawn', 'measured'];

const PAGE = 10;
const quiet = (state: State): Reduced => ({ state, effects: [] });

function chosen(state: State, around: Surroundings, tools: DrillTools): Reduced {
	if (state.drill.question) return submitted(state, around, tools);
	if (state.drill.debriefed) return quiet(taught(state, around, tools));
	return quiet(started(state, DRILL_MENU[state.drill.at] ?? 'due', around, tools));
}

/** In the menu another line, among points or shapes another one, else what does not fit. */
function scrolled(state: State, by: number, { drill }: DrillTools): State {
	const { question, step, at, chosen: now, ticks } = state.drill;
	if (question === null && !state.drill.debriefed)
		return withDrill(state, { at: nearestIndex(DRILL_MENU.length, at + by) });
	if (state.drill.debriefed) {
		const lessons = missedLessons(state, drill);
		return lessons.length === 0
			? paged(state, by)
			: withDrill(state, { chosen: nearestIndex(lessons.length, now + by), offset: null });
	}
	if (step === 'ticking') return withDrill(state, { chosen: nearestIndex(ticks.length, now + by), offset: null });
	if (question?.kind === 'case' && step === 'answering')
		return withDrill(state, { chosen: nearestIndex(Object.keys(drill.SHAPES).length, now + by) });
	return paged(state, by);
}

/** Shows other lines, as far as there are some. */
function paged(state: State, by: number): State {
	const { top, most } = state.drill.drawn;
	return withDrill(state, { offset: nearestIndex(most + 1, top + by) });
}

/** The lessons that teach what was missed in a run, as its debrief lists them. */
function missedLessons({ drill: { run } }: State, drill: DrillTools['drill']): readonly string[] {
	return run ? drill.debrief(run, run.clock.seen).missed.flatMap(({ lesson }) => lesson ?? []) : [];
}

/** A digit picks a shape. */
function picked(state: State, text: string, { drill }: DrillTools): State {
	const at = Number(text) - 1;
	return at >= 0 && at < Object.keys(drill.SHAPES).length ? withDrill(state, { chosen: at }) : state;
}

/** The easier way: labels to be placed. */
const withLabels = (state: State): State =>
	state.drill.question?.kind === 'diagram' ? withDrill(state, { labelled: !state.drill.labelled }) : state;

function edited(state: State, action: Extract<Action, { type: 'edit-text' }>, tools: DrillTools): State {
	const { move } = action;
	const isDiagram = state.drill.question?.kind === 'diagram';
	if (isDiagram && (move === 'up' || move === 'down')) return toBox(state, move === 'up' ? -1 : 1, tools);
	return written(state, action);
}

/** Enter: a new line of an answer, the next box, or the number to be checked. */
function entered(state: State, around: Surroundings, tools: DrillTools): Reduced {
	const { question, chosen: at, boxes } = state.drill;
	if (question?.kind === 'card') return quiet(written(state, { type: 'edit-text', move: 'newline' }));
	if (question?.kind === 'diagram' && at < boxes.length - 1) return quiet(toBox(state, 1, tools));
	return submitted(state, around, tools);
}

/** From a judged question: its grade follows from it. */
function wentOn(
	state: State,
	to: 'next' | 'same' | 'harder' | 'easier',
	around: Surroundings,
	tools: DrillTools,
): Reduced {
	const { question, level, step } = state.drill;
	if (question === null || step !== 'judged') return quiet(state);
	const card = question.card;
	const more = to === 'next' || state.drill.run ? state : withDrill(state, { queue: [card, ...state.drill.queue] });
	const other = to === 'harder' ? level + 1 : to === 'easier' ? level - 1 : level;
	const leveled = withDrill(more, { level: Math.min(3, Math.max(1, other)) as Level });
	return graded(leveled, gradeOf(state), around, tools);
}

/** Opens a case in the lab. */
function mending(state: State): State {
	const { question, step } = state.drill;
	if (question?.kind !== 'case' || step !== 'judged') return state;
	const { scenario } = question.found;
	const lab = state.labs[scenario.id] ?? openLab(scenario);
	const there: State = {
		...state,
		labs: { ...state.labs, [scenario.id]: lab },
		scenario: scenario.id,
		screen: 'lab',
		pane: 'board',
		focus: {},
	};
	return say(
		withDrill(there, { before: state.drill.before ?? state.scenario }),
		state.drill.mended ? 'it is mended; Esc goes back to the case' : 'mend it here; Esc goes back to the case',
	);
}

function paused(state: State, around: Surroundings, { drill }: DrillTools): State {
	const { run } = state.drill;
	if (!run) return say(state, 'only a run has a clock');
	const now = around.now();
	return run.clock.paused
		? say(withDrill(state, { run: drill.resumed(run, now) }), 'the clock goes on')
		: say(withDrill(state, { run: drill.paused(run, now) }), 'the clock stands still; Ctrl-P goes on');
}

/** Esc: from a question to the menu (a run ends in its debrief), from the menu out. */
function left(state: State, around: Surroundings, { drill }: DrillTools): Reduced | null {
	const { question, run, debriefed, looking, held, step, editor, leaving } = state.drill;
	if (question === null && !debriefed) return null;
	const unwritten = question !== null && step === 'answering' && editor.text.trim() !== '';
	const lost = run && !debriefed && looking === null ? 'Esc again ends the run, with its debrief' : null;
	const warning = lost ?? (unwritten ? 'Esc again leaves, and what you wrote is lost; Tab hands it in' : null);
	if (warning !== null && !leaving) return quiet(say(withDrill(state, { leaving: true }), warning));
	if (run && !debriefed) {
		// Answers that wait to be looked at are looked at first; a second Esc passes over them.
		const over = withDrill(state, {
			run: drill.paused(run, around.now()),
			stopped: true,
			held: looking === null ? held : [],
		});
		return quiet(lookedBack(over, drill));
	}
	return quiet(withDrill(state, { question: null, run: null, debriefed: false, stopped: false, queue: [] }));
}

/** The lesson that teaches the question, a chosen key point, or a chosen line of the debrief. Esc comes back. */
function taught(state: State, around: Surroundings, { drill }: DrillTools): State {
	const { question, chosen: at, debriefed } = state.drill;
	const missed = debriefed ? missedLessons(state, drill)[at] : undefined;
	const id = question ? lessonBehind(question, at, around.lessons) : missed;
	const lesson = around.lessons.find((one) => one.id === id);
	if (lesson) return { ...around.go.lesson(state, lesson, around), fromDrill: true };
	// A deck of the reader's own may name a lesson in its folder.
	return say(state, id ? `the lesson ${id} is a file: dispatch-board lesson prints it` : 'no lesson is behind this');
}
