import { openLab } from '../../board/lab.js';
import type { Level } from '../../drill/numbers/index.js';
import { clampIndex } from '../../text/list-window.js';
import type { Action } from '../action.js';
import { type DrillTools, type Env, type KeyRows, type Layer, type Updated, withoutEffects } from '../screen.js';
import { halfOf } from '../size.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { editAnswer, goToBox, submitAnswer } from './answer.js';
import { gradeAnswer, gradeFromScore, takeBackGrade, tickPoint } from './grade.js';
import { DRILL_KEYS, NO_CLOCK } from './keys.js';
import { drillWindow } from './layout.js';
import { DRILL_MENU, showHeldAnswer, startDrill, withDrill } from './start.js';
import { teachingLesson } from './teaching-lesson.js';

type DrillAction = Extract<
	Action,
	{
		type:
			| 'choose'
			| 'scroll'
			| 'page'
			| 'half-page'
			| 'type'
			| 'edit-text'
			| 'enter'
			| 'submit'
			| 'labels'
			| 'tick'
			| 'grade'
			| 'go-on'
			| 'ungrade'
			| 'mend'
			| 'teach'
			| 'pause'
			| 'peek'
			| 'back';
	}
>;

/** Creates a layer of drills. The layers differ in their keys; all of them share one update. */
const layer = (id: string, keys: KeyRows<DrillAction>, text?: true): Layer<DrillAction> => ({
	id: `drill-${id}`,
	keys,
	...(text && { text }),
	update(state, action, env) {
		const tools = env.drills();
		return tools ? updateDrill(state, action, env, tools) : withoutEffects(state);
	},
});

/** The layers of drills. `card` to `shape`: an answer to a question of that kind; `points`: key points to tick. */
export const DRILL_LAYERS = {
	menu: layer('menu', DRILL_KEYS.menu),
	card: layer('card', DRILL_KEYS.card, true),
	number: layer('number', DRILL_KEYS.number, true),
	diagram: layer('diagram', DRILL_KEYS.diagram, true),
	shape: layer('shape', DRILL_KEYS.shape),
	points: layer('points', DRILL_KEYS.points),
	judged: layer('judged', DRILL_KEYS.judged),
	debrief: layer('debrief', DRILL_KEYS.debrief),
};

/** Returns the layer of drills that is open. */
export function drillLayer({ drill: { question, step, debriefed } }: State): Layer {
	if (question === null) return debriefed ? DRILL_LAYERS.debrief : DRILL_LAYERS.menu;
	if (step === 'ticking') return DRILL_LAYERS.points;
	if (step === 'judged') return DRILL_LAYERS.judged;
	return question.kind === 'case' ? DRILL_LAYERS.shape : DRILL_LAYERS[question.kind];
}

function updateDrill(state: State, action: DrillAction, env: Env, tools: DrillTools): Updated {
	switch (action.type) {
		case 'choose':
			return choose(state, env, tools);
		case 'scroll':
			return withoutEffects(scroll(state, action.by, env, tools));
		case 'page':
			return withoutEffects(scrollLines(state, action.by * PAGE, env, tools));
		case 'half-page':
			return withoutEffects(scrollHalf(state, action.by, env, tools));
		case 'type':
			return withoutEffects(
				state.drill.question?.kind === 'case' ? pickShape(state, action.text, tools) : editAnswer(state, action),
			);
		case 'edit-text':
			return withoutEffects(editText(state, action, tools));
		case 'enter':
			return enter(state, env, tools);
		case 'submit':
			return submitAnswer(state, env, tools);
		case 'labels':
			return withoutEffects(toggleLabels(state));
		case 'tick':
			return withoutEffects(tickPoint(state));
		case 'grade':
			return gradeAnswer(state, action.grade, env, tools);
		case 'go-on':
			return goOn(state, action.to, env, tools);
		case 'ungrade':
			// While an answer is written, Ctrl-U erases the line, as it does at the command line.
			return state.drill.step === 'answering' && state.drill.editor.text !== ''
				? withoutEffects(editAnswer(state, { type: 'edit-text', move: 'erase-before' }))
				: takeBackGrade(state);
		case 'mend':
			return withoutEffects(openCase(state));
		case 'teach':
			return withoutEffects(openLessonBehind(state, env, tools));
		case 'pause':
			return withoutEffects(togglePause(state, env, tools));
		case 'peek':
			return withoutEffects({ ...state, feedback: state.feedback === 'at-the-end' ? 'after-each' : 'at-the-end' });
		case 'back':
			return leave(state, env, tools);
	}
}

/** Lines that PgUp and PgDn scroll. */
const PAGE = 10;

/** Submits the chosen shape, opens the chosen lesson of the debrief, or starts the chosen line of the menu. */
function choose(state: State, env: Env, tools: DrillTools): Updated {
	if (state.drill.question) return submitAnswer(state, env, tools);
	if (state.drill.debriefed) return withoutEffects(openLessonBehind(state, env, tools));
	return withoutEffects(startDrill(state, DRILL_MENU[state.drill.at] ?? 'due', env, tools));
}

/** Moves along the menu, the debrief, the points or the shapes; elsewhere scrolls the page. */
function scroll(state: State, by: number, env: Env, tools: DrillTools): State {
	const { drill } = tools;
	const { question, step, at, chosen, ticks } = state.drill;
	if (question === null && !state.drill.debriefed)
		return withDrill(state, { at: clampIndex(DRILL_MENU.length, at + by) });
	if (state.drill.debriefed) {
		const lessons = missedLessons(state, drill);
		return lessons.length === 0
			? scrollLines(state, by, env, tools)
			: withDrill(state, { chosen: clampIndex(lessons.length, chosen + by), offset: null });
	}
	if (step === 'ticking') return withDrill(state, { chosen: clampIndex(ticks.length, chosen + by), offset: null });
	if (question?.kind === 'case' && step === 'answering')
		return withDrill(state, { chosen: clampIndex(Object.keys(drill.SHAPES).length, chosen + by) });
	return scrollLines(state, by, env, tools);
}

/** Scrolls the page by lines, up to its ends. */
function scrollLines(state: State, by: number, env: Env, tools: DrillTools): State {
	const { from, maxOffset } = drillWindow(state, env, tools);
	return withDrill(state, { offset: clampIndex(maxOffset + 1, from + by) });
}

/** Scrolls by half a window; moves through a list that fits, which has nothing to scroll. */
function scrollHalf(state: State, by: number, env: Env, tools: DrillTools): State {
	const { from, to, maxOffset } = drillWindow(state, env, tools);
	const lines = by * halfOf(to - from);
	return maxOffset === 0 ? scroll(state, lines, env, tools) : scrollLines(state, lines, env, tools);
}

/** Returns the ids of the lessons that the debrief lists for missed answers. */
function missedLessons({ drill: { run } }: State, drill: DrillTools['drill']): readonly string[] {
	return run ? drill.debrief(run, run.clock.seen).missed.flatMap(({ lesson }) => lesson ?? []) : [];
}

/** Chooses a shape by its digit. */
function pickShape(state: State, text: string, { drill }: DrillTools): State {
	const at = Number(text) - 1;
	return at >= 0 && at < Object.keys(drill.SHAPES).length ? withDrill(state, { chosen: at }) : state;
}

/** Shows or hides the labels of a diagram; placing labels is easier than recalling them. */
const toggleLabels = (state: State): State =>
	state.drill.question?.kind === 'diagram' ? withDrill(state, { labelled: !state.drill.labelled }) : state;

function editText(state: State, action: Extract<Action, { type: 'edit-text' }>, tools: DrillTools): State {
	const { move } = action;
	const isDiagram = state.drill.question?.kind === 'diagram';
	if (isDiagram && (move === 'up' || move === 'down')) return goToBox(state, move === 'up' ? -1 : 1, tools);
	return editAnswer(state, action);
}

/** Starts a new line of a free answer, goes to the next box, or submits the answer. */
function enter(state: State, env: Env, tools: DrillTools): Updated {
	const { question, chosen, boxes } = state.drill;
	if (question?.kind === 'card') return withoutEffects(editAnswer(state, { type: 'edit-text', move: 'newline' }));
	if (question?.kind === 'diagram' && chosen < boxes.length - 1) return withoutEffects(goToBox(state, 1, tools));
	return submitAnswer(state, env, tools);
}

/** Grades a judged question by its judgement, and asks the next one. */
function goOn(state: State, to: 'next' | 'same' | 'harder' | 'easier', env: Env, tools: DrillTools): Updated {
	const { question, level, step } = state.drill;
	if (question === null || step !== 'judged') return withoutEffects(state);
	const card = question.card;
	const queued = to === 'next' || state.drill.run ? state : withDrill(state, { queue: [card, ...state.drill.queue] });
	const newLevel = to === 'harder' ? level + 1 : to === 'easier' ? level - 1 : level;
	const leveled = withDrill(queued, { level: Math.min(3, Math.max(1, newLevel)) as Level });
	return gradeAnswer(leveled, gradeFromScore(state), env, tools);
}

/** Opens a judged case in the lab, to be mended. */
function openCase(state: State): State {
	const { question, step } = state.drill;
	if (question?.kind !== 'case' || step !== 'judged') return state;
	const { scenario } = question.diagnosisCase;
	const lab = state.labs[scenario.id] ?? openLab(scenario);
	const opened: State = {
		...state,
		labs: { ...state.labs, [scenario.id]: lab },
		scenario: scenario.id,
		screen: 'lab',
		pane: 'board',
		focus: {},
	};
	return say(
		withDrill(opened, { scenarioBefore: state.drill.scenarioBefore ?? state.scenario }),
		state.drill.mended ? 'it is mended; Esc goes back to the case' : 'mend it here; Esc goes back to the case',
	);
}

function togglePause(state: State, env: Env, { drill }: DrillTools): State {
	const { run } = state.drill;
	if (!run) return say(state, NO_CLOCK);
	const now = env.now();
	return run.clock.paused
		? say(withDrill(state, { run: drill.resumeRun(run, now) }), 'the clock is running again')
		: say(withDrill(state, { run: drill.pauseRun(run, now) }), 'the clock is stopped; Ctrl-P starts it again');
}

/** Leaves a question for the menu (a run ends in its debrief), and the menu for the contents. */
function leave(state: State, env: Env, { drill }: DrillTools): Updated {
	const { question, run, debriefed, reviewedResult, heldAnswers, step, editor, boxes, hasWarned } = state.drill;
	if (question === null && !debriefed) return withoutEffects(env.go.contents(state, env));
	const hasText =
		question !== null && step === 'answering' && [editor.text, ...boxes].some((text) => text.trim() !== '');
	const runWarning = run && !debriefed && reviewedResult === null ? 'Esc again ends the run, with its debrief' : null;
	const warning = runWarning ?? (hasText ? 'Esc again leaves, and what you wrote is lost; Tab hands it in' : null);
	if (warning !== null && !hasWarned) return withoutEffects(say(withDrill(state, { hasWarned: true }), warning));
	if (run && !debriefed) {
		// Held-back answers are shown first; Esc on one of them skips the others.
		const ended = withDrill(state, {
			run: drill.pauseRun(run, env.now()),
			endedEarly: true,
			heldAnswers: reviewedResult === null ? heldAnswers : [],
		});
		return withoutEffects(showHeldAnswer(ended, drill));
	}
	return withoutEffects(
		withDrill(state, { question: null, run: null, debriefed: false, endedEarly: false, queue: [] }),
	);
}

/** Opens the lesson behind the question, the chosen key point or the chosen line of the debrief. Esc returns. */
function openLessonBehind(state: State, env: Env, { drill }: DrillTools): State {
	const { question, chosen, debriefed } = state.drill;
	const missed = debriefed ? missedLessons(state, drill)[chosen] : undefined;
	const id = question ? teachingLesson(question, chosen, env.lessons) : missed;
	const lesson = env.lessons.find((one) => one.id === id);
	if (lesson) return { ...env.go.lesson(state, lesson, env), cameFromDrill: true };
	// The reader's own deck may name a lesson in its folder.
	return say(state, id ? `the lesson ${id} is a file: dispatch-board lesson prints it` : 'no lesson teaches this');
}
