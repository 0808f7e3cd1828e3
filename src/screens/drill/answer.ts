import { ANSWER_LIMITS, createEditor, LINE_LIMITS } from '../../text/editor.js';
import { clampIndex } from '../../text/list-window.js';
import type { Effect } from '../action.js';
import type { DrillTools, Env, Updated } from '../screen.js';
import type { State } from '../state.js';
import { editTypedText, say, type TextAction } from '../state-changes.js';
import { gradeFromScore, recordGrade, showOrHold } from './grade.js';
import { withDrill } from './start.js';
import type { Judgement } from './state.js';

/** Applies typed or pasted text, or a cursor command, to the answer. */
export function editAnswer(state: State, action: TextAction): State {
	const { editor, question, step } = state.drill;
	if (question === null || step !== 'answering') return state;
	const limits = question.kind === 'card' ? ANSWER_LIMITS : LINE_LIMITS;
	return editTypedText(editor, action, (changed) => withDrill(state, { editor: changed, offset: null }), limits);
}

/** Submits the answer: records its text at once, and shows its judgement or holds it back until the end of a run. */
export function submitAnswer(state: State, env: Env, tools: DrillTools): Updated {
	const { question, editor, step } = state.drill;
	if (question === null || step !== 'answering') return { state, effects: [] };
	switch (question.kind) {
		case 'card': {
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: editor.text }];
			return { state: showOrHold(showCard(state, tools), env, tools), effects };
		}
		case 'number': {
			const checked = tools.drill.checkNumber(question.question, editor.text);
			if (!checked.ok) return { state: say(state, checked.help, 'refused'), effects: [] };
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: editor.text }];
			const judgement = { score: checked.right ? 1 : 0, said: editor.text.trim() };
			return recordJudged(withJudgement(state, judgement), effects, env, tools);
		}
		case 'case':
			return judgeShape(state, env, tools);
		case 'diagram': {
			const boxes = fillInBox(state, tools);
			const { score } = tools.drill.compareDiagram(question.diagram, boxes);
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: boxes.join(' → ') }];
			return recordJudged(withJudgement(withDrill(state, { boxes }), { score, said: '' }), effects, env, tools);
		}
	}
}

/** Records the grade that follows from the model's judgement. */
function recordJudged(state: State, effects: readonly Effect[], env: Env, tools: DrillTools): Updated {
	const graded = recordGrade(state, gradeFromScore(state), env);
	return { state: showOrHold(graded.state, env, tools), effects: [...effects, ...graded.effects] };
}

/** Shows the key points below the answer, with a tick at those that it seems to contain. */
function showCard(state: State, { drill }: DrillTools): State {
	const { question, editor } = state.drill;
	if (question?.kind !== 'card') return state;
	const ticks = drill.suggestPoints(editor.text, question.document.points);
	return withDrill(state, { step: 'ticking', ticks, chosen: 0, offset: null });
}

const withJudgement = (state: State, judgement: Judgement): State =>
	withDrill(state, { step: 'judged', judgement, offset: null });

/** Judges the chosen shape of a case. */
function judgeShape(state: State, env: Env, tools: DrillTools): Updated {
	const { drill } = tools;
	const { question, chosen } = state.drill;
	if (question?.kind !== 'case') return { state, effects: [] };
	const answer = (Object.keys(drill.SHAPES) as (keyof typeof drill.SHAPES)[])[chosen];
	const isRight = answer === question.diagnosisCase.shape;
	const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: answer ?? '' }];
	return recordJudged(withJudgement(state, { score: isRight ? 1 : 0, said: answer ?? '' }), effects, env, tools);
}

/** Returns the boxes with the edited one filled in; where labels are offered, a number stands for its label. */
export function fillInBox(
	{ drill: { boxes, chosen, editor, labelled, question } }: State,
	{ drill }: DrillTools,
): readonly string[] {
	const typed = editor.text.trim();
	const labels = question?.kind === 'diagram' ? drill.sortedLabels(question.diagram) : [];
	const label = labelled && /^\d+$/.test(typed) ? labels[Number(typed) - 1] : undefined;
	return boxes.map((text, i) => (i === chosen ? (label ?? typed) : text));
}

/** Moves to another box of a diagram. */
export function goToBox(state: State, by: number, tools: DrillTools): State {
	const boxes = fillInBox(state, tools);
	const chosen = clampIndex(boxes.length, state.drill.chosen + by);
	return withDrill(state, { boxes, chosen, editor: createEditor(boxes[chosen]) });
}
