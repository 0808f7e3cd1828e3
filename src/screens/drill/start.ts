import type { Question } from '../../drill/kit.js';
import { createEditor } from '../../text/editor.js';
import type { DrillTools, Env } from '../screen.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { type DrillSet, type DrillState, initialDrill } from './state.js';

/** Sets of questions that the lines of the menu start. */
export const DRILL_MENU: readonly DrillSet[] = ['due', 'recall', 'interview', 'numbers', 'diagnose', 'diagrams', 'run'];

/** Minutes of an interview run that is started from the menu. */
export const DEFAULT_RUN_MINUTES = 10;

/** Returns the state with changes to its drill. */
export const withDrill = (state: State, changes: Partial<DrillState>): State => ({
	...state,
	drill: { ...state.drill, ...changes },
});

/** Starts a set of questions, or says why there are none. */
export function startDrill(
	state: State,
	set: DrillSet,
	env: Env,
	tools: DrillTools,
	minutes = DEFAULT_RUN_MINUTES,
): State {
	const { kit, drill } = tools;
	const now = new Date(env.now());
	const fresh = withDrill(
		{ ...state, screen: 'drill', overlay: null },
		{
			...initialDrill(state.drill.seed),
			at: DRILL_MENU.indexOf(set),
			level: state.drill.level,
			lastRun: state.drill.lastRun,
		},
	);
	if (set === 'run') {
		const pool = {
			interview: drill.cardsOf(kit, 'interview'),
			numbers: drill.cardsOf(kit, 'numbers'),
			diagnose: drill.cardsOf(kit, 'diagnose'),
		};
		const run = drill.startRun({ minutes, seed: state.drill.seed, pool, feedback: state.feedback }, env.now());
		return askNext(withDrill(fresh, { run }), env, tools);
	}
	const schedule = drill.scheduleOf(state.reviews);
	const cards = set === 'due' ? drill.allCards(kit) : drill.cardsOf(kit, set);
	const { due, fresh: unseen } = drill.findDue(schedule, cards, now);
	const later = cards.filter((card) => !due.includes(card) && !unseen.includes(card));
	const queue =
		set === 'due'
			? drill.orderCards(due, state.drill.seed)
			: drill.orderCards([...due, ...unseen, ...later], state.drill.seed);
	if (queue.length === 0) return say(fresh, 'nothing is due: choose a kind to practise anyway');
	return askNext(withDrill(fresh, { queue }), env, tools);
}

/** Asks the given cards in order, due or not. */
export function askCards(state: State, cards: readonly string[], env: Env, tools: DrillTools): State {
	const { seed, level, lastRun, at } = state.drill;
	const fresh = withDrill({ ...state, screen: 'drill', overlay: null }, { ...initialDrill(seed), at, level, lastRun });
	return askNext(withDrill(fresh, { queue: cards }), env, tools);
}

/** Asks the next question. After the last one, shows the answers that a run held back, then the debrief or menu. */
export function askNext(state: State, env: Env, { kit, drill }: DrillTools): State {
	const { run, queue, seed, level, endedEarly } = state.drill;
	const continued = run && !endedEarly ? drill.giveNextQuestion(run, env.now()) : run;
	const card = endedEarly ? null : continued ? (drill.openQuestion(continued)?.card ?? null) : (queue[0] ?? null);
	const question = card === null ? null : drill.createQuestion(kit, card, seed, level);
	const next = withDrill(state, {
		...unansweredFields(question),
		run: continued,
		queue: run ? [] : queue.slice(1),
		seed: seed + 1,
	});
	return question === null && run !== null ? showHeldAnswer(next, drill) : next;
}

/** Returns the fields of the state for a question that is not answered yet. */
const unansweredFields = (question: Question | null): Partial<DrillState> => ({
	question,
	step: 'answering',
	editor: createEditor(),
	ticks: question?.kind === 'card' ? question.document.points.map(() => false) : [],
	boxes: question?.kind === 'diagram' ? question.diagram.boxes.map(() => '') : [],
	chosen: 0,
	offset: null,
	judgement: null,
	mended: false,
	hasWarned: false,
	recordedGrade: null,
	reviewedResult: null,
});

/** Shows the next answer that a run held back, or the debrief. */
export function showHeldAnswer(state: State, drill: DrillTools['drill']): State {
	const [next, ...rest] = state.drill.heldAnswers;
	if (!next)
		return withDrill(state, { question: null, debriefed: true, chosen: 0, offset: null, lastRun: state.drill.run });
	const { question, text, judgement, result, kept } = next;
	const ticks = question.kind === 'card' ? drill.suggestPoints(text, question.document.points) : [];
	return withDrill(state, {
		...unansweredFields(question),
		heldAnswers: rest,
		editor: createEditor(text),
		step: judgement ? 'judged' : 'ticking',
		ticks,
		judgement,
		reviewedResult: result,
		recordedGrade: kept,
	});
}
