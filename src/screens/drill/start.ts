import type { Question } from '../../drill/kit.js';
import { editorOf } from '../../text/editor.js';
import type { Surroundings } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { type DrillSet, type DrillState, type DrillTools, noDrill } from './state.js';

/** The lines of the menu. */
export const DRILL_MENU: readonly DrillSet[] = ['due', 'recall', 'interview', 'numbers', 'diagnose', 'diagrams', 'run'];

/** How long an interview run from the menu takes, in minutes. */
export const RUN_MINUTES = 10;

/** The state with its drill changed. */
export const withDrill = (state: State, changes: Partial<DrillState>): State => ({
	...state,
	drill: { ...state.drill, ...changes },
});

/** Starts a set of questions, or says why there are none. */
export function started(
	state: State,
	set: DrillSet,
	around: Surroundings,
	tools: DrillTools,
	minutes = RUN_MINUTES,
): State {
	const { kit, drill } = tools;
	const now = new Date(around.now());
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
		const run = drill.startRun({ minutes, seed: state.drill.seed, pool, peek: state.peek }, around.now());
		return asked(withDrill(fresh, { run }), around, tools);
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
	return asked(withDrill(fresh, { queue }), around, tools);
}

/** Starts with these cards, whatever is due. */
export function startedWith(state: State, cards: readonly string[], around: Surroundings, tools: DrillTools): State {
	const { seed, level, last, at } = state.drill;
	const fresh = withDrill({ ...state, screen: 'drill', overlay: null }, { ...noDrill(seed), at, level, last });
	return asked(withDrill(fresh, { queue: cards }), around, tools);
}

/** Asks the next question; then what a run held back, one by one; then the debrief of a run, or the menu. */
export function asked(state: State, around: Surroundings, { kit, drill }: DrillTools): State {
	const { run, queue, seed, level, stopped } = state.drill;
	const going = run && !stopped ? drill.asked(run, around.now()) : run;
	const card = stopped ? null : going ? (drill.openQuestion(going)?.card ?? null) : (queue[0] ?? null);
	const question = card === null ? null : drill.questionOf(kit, card, seed, level);
	const next = withDrill(state, { ...put(question), run: going, queue: run ? [] : queue.slice(1), seed: seed + 1 });
	return question === null && run !== null ? lookedBack(next, drill) : next;
}

/** A question as it is put: nothing answered. */
const put = (question: Question | null): Partial<DrillState> => ({
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

/** After a run: the next answer that was held back, or the debrief. */
export function lookedBack(state: State, drill: DrillTools['drill']): State {
	const [first, ...rest] = state.drill.held;
	if (!first)
		return withDrill(state, { question: null, debriefed: true, chosen: 0, offset: null, last: state.drill.run });
	const { question, text, judgement, result, kept } = first;
	const ticks = question.kind === 'card' ? drill.suggestedPoints(text, question.document.points) : [];
	return withDrill(state, {
		...put(question),
		held: rest,
		editor: editorOf(text),
		step: judgement ? 'judged' : 'ticking',
		ticks,
		judgement,
		looking: result,
		kept,
	});
}
