import type { Question } from '../../drill/kit.js';
import { editorOf } from '../../text/editor.js';
import { say } from '../changes.js';
import type { DrillTools, Env } from '../screen.js';
import type { State } from '../state.js';
import { type DrillSet, type DrillState, noDrill } from './state.js';

/** What each line of the menu starts. */
export const DRILL_MENU: readonly DrillSet[] = ['due', 'recall', 'interview', 'numbers', 'diagnose', 'diagrams', 'run'];

/** Minutes of an interview run that is started from the menu. */
export const RUN_MINUTES = 10;

/** Returns the state with changes to its drill. */
export const withDrill = (state: State, changes: Partial<DrillState>): State => ({
	...state,
	drill: { ...state.drill, ...changes },
});

/** Starts a set of questions, or says why there are none. */
export function start(state: State, set: DrillSet, env: Env, tools: DrillTools, minutes = RUN_MINUTES): State {
	const { kit, drill } = tools;
	const now = new Date(env.now());
	const fresh = withDrill(
		{ ...state, screen: 'drill', overlay: null },
		{ ...noDrill(state.drill.seed), at: DRILL_MENU.indexOf(set), level: state.drill.level, last: state.drill.last },
	);
	if (set === 'run') {
		const pool = {
			interview: drill.cardsOf(kit, 'interview'),
			numbers: drill.cardsOf(kit, 'numbers'),
			diagnose: drill.cardsOf(kit, 'diagnose'),
		};
		const run = drill.startRun({ minutes, seed: state.drill.seed, pool, peek: state.peek }, env.now());
		return askNext(withDrill(fresh, { run }), env, tools);
	}
	const schedule = drill.scheduleOf(state.reviews);
	const cards = set === 'due' ? drill.allCards(kit) : drill.cardsOf(kit, set);
	const { due, fresh: unseen } = drill.dueOf(schedule, cards, now);
	const later = cards.filter((card) => !due.includes(card) && !unseen.includes(card));
	const queue =
		set === 'due'
			? drill.inOrder(due, state.drill.seed)
			: drill.inOrder([...due, ...unseen, ...later], state.drill.seed);
	if (queue.length === 0) return say(fresh, 'nothing is due: choose a kind to practise anyway');
	return askNext(withDrill(fresh, { queue }), env, tools);
}

/** Asks the given cards in order, due or not. */
export function startWith(state: State, cards: readonly string[], env: Env, tools: DrillTools): State {
	const { seed, level, last, at } = state.drill;
	const fresh = withDrill({ ...state, screen: 'drill', overlay: null }, { ...noDrill(seed), at, level, last });
	return askNext(withDrill(fresh, { queue: cards }), env, tools);
}

/** Asks the next question. After the last one shows the answers that a run held back, then its debrief, or the menu. */
export function askNext(state: State, env: Env, { kit, drill }: DrillTools): State {
	const { run, queue, seed, level, stopped } = state.drill;
	const continued = run && !stopped ? drill.asked(run, env.now()) : run;
	const card = stopped ? null : continued ? (drill.openQuestion(continued)?.card ?? null) : (queue[0] ?? null);
	const question = card === null ? null : drill.questionOf(kit, card, seed, level);
	const next = withDrill(state, {
		...unansweredFields(question),
		run: continued,
		queue: run ? [] : queue.slice(1),
		seed: seed + 1,
	});
	return question === null && run !== null ? lookBack(next, drill) : next;
}

/** Returns the fields of the state for a question that is not answered yet. */
const unansweredFields = (question: Question | null): Partial<DrillState> => ({
	question,
	step: 'answering',
	editor: editorOf(),
	ticks: question?.kind === 'card' ? question.document.points.map(() => false) : [],
	boxes: question?.kind === 'diagram' ? question.diagram.boxes.map(() => '') : [],
	chosen: 0,
	offset: null,
	judgement: null,
	mended: false,
	leaving: false,
	kept: null,
	looking: null,
});

/** Shows the next answer that a run held back, or the debrief. */
export function lookBack(state: State, drill: DrillTools['drill']): State {
	const [next, ...rest] = state.drill.held;
	if (!next)
		return withDrill(state, { question: null, debriefed: true, chosen: 0, offset: null, last: state.drill.run });
	const { question, text, judgement, result, kept } = next;
	const ticks = question.kind === 'card' ? drill.suggestedPoints(text, question.document.points) : [];
	return withDrill(state, {
		...unansweredFields(question),
		held: rest,
		editor: editorOf(text),
		step: judgement ? 'judged' : 'ticking',
		ticks,
		judgement,
		looking: result,
		kept,
	});
}
