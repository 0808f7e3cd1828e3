import { ANSWER, editorOf, LINE } from '../../text/editor.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Effect } from '../action.js';
import { say, type WritingAction, writeInto } from '../changes.js';
import type { DrillTools, Env, Updated } from '../screen.js';
import type { State } from '../state.js';
import { gradeOf, keepGrade, showOrHold } from './grade.js';
import { withDrill } from './start.js';
import type { Judgement } from './state.js';

/** Applies typed or pasted text, or a move of the cursor, to the answer. */
export function write(state: State, action: WritingAction): State {
	const { editor, question, step } = state.drill;
	if (question === null || step !== 'answering') return state;
	const kind = question.kind === 'card' ? ANSWER : LINE;
	return writeInto(editor, action, (now) => withDrill(state, { editor: now, offset: null }), kind);
}

/** Hands an answer in: its text is kept at once, and shown with its judgement or held back until a run is over. */
export function submit(state: State, env: Env, tools: DrillTools): Updated {
	const { question, editor, step } = state.drill;
	if (question === null || step !== 'answering') return { state, effects: [] };
	switch (question.kind) {
		case 'card': {
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: editor.text }];
			return { state: showOrHold(showCard(state, tools), env, tools), effects };
		}
		case 'number': {
			const checked = tools.drill.checkNumber(question.asked, editor.text);
			if (!checked.ok) return { state: say(state, checked.help, 'refused'), effects: [] };
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: editor.text }];
			const judgement = { score: checked.right ? 1 : 0, said: editor.text.trim() };
			return gradeAtOnce(withJudgement(state, judgement), effects, env, tools);
		}
		case 'case':
			return nameShape(state, env, tools);
		case 'diagram': {
			const boxes = withBox(state, tools);
			const { score } = tools.drill.compareDiagram(question.diagram, boxes);
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: boxes.join(' → ') }];
			return gradeAtOnce(withJudgement(withDrill(state, { boxes }), { score, said: '' }), effects, env, tools);
		}
	}
}

/** Grades at once what the model judged. */
function gradeAtOnce(state: State, effects: readonly Effect[], env: Env, tools: DrillTools): Updated {
	const kept = keepGrade(state, gradeOf(state), env);
	return { state: showOrHold(kept.state, env, tools), effects: [...effects, ...kept.effects] };
}

/** Shows the key points beside the answer, those ticked that it seems to hold. */
function showCard(state: State, { drill }: DrillTools): State {
	const { question, editor } = state.drill;
	if (question?.kind !== 'card') return state;
	const ticks = drill.suggestedPoints(editor.text, question.document.points);
	return withDrill(state, { step: 'ticking', ticks, chosen: 0, offset: null });
}

const withJudgement = (state: State, judgement: Judgement): State =>
	withDrill(state, { step: 'judged', judgement, offset: null });

/** Judges the shape that was chosen for a case. */
function nameShape(state: State, env: Env, tools: DrillTools): Updated {
	const { drill } = tools;
	const { question, chosen } = state.drill;
	if (question?.kind !== 'case') return { state, effects: [] };
	const said = (Object.keys(drill.SHAPES) as (keyof typeof drill.SHAPES)[])[chosen];
	const right = said === question.found.shape;
	const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: said ?? '' }];
	return gradeAtOnce(withJudgement(state, { score: right ? 1 : 0, said: said ?? '' }), effects, env, tools);
}

/** Returns the boxes with the text of the focused one; a number stands for its label where labels are offered. */
export function withBox(
	{ drill: { boxes, chosen, editor, labelled, question } }: State,
	{ drill }: DrillTools,
): readonly string[] {
	const typed = editor.text.trim();
	const labels = question?.kind === 'diagram' ? drill.labelsOf(question.diagram) : [];
	const label = labelled && /^\d+$/.test(typed) ? labels[Number(typed) - 1] : undefined;
	return boxes.map((text, i) => (i === chosen ? (label ?? typed) : text));
}

/** Goes to another box of a diagram. */
export function goToBox(state: State, by: number, tools: DrillTools): State {
	const boxes = withBox(state, tools);
	const chosen = nearestIndex(boxes.length, state.drill.chosen + by);
	return withDrill(state, { boxes, chosen, editor: editorOf(boxes[chosen]) });
}
