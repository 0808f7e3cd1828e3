import { ANSWER, editorOf, LINE } from '../../text/editor.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Effect } from '../action.js';
import type { Reduced, Surroundings } from '../around.js';
import { say, type WritingAction, writeInto } from '../changes.js';
import type { State } from '../state.js';
import { gradeOf, looked, settled } from './grade.js';
import { withDrill } from './start.js';
import type { DrillTools, Judgement } from './state.js';

/** Text that was typed or pasted, or a move of the cursor. */
export function written(state: State, action: WritingAction): State {
	const { editor, question, step } = state.drill;
	if (question === null || step !== 'answering') return state;
	const kind = question.kind === 'card' ? ANSWER : LINE;
	return writeInto(editor, action, (now) => withDrill(state, { editor: now, offset: null }), kind);
}

/** The reader has answered: the text is kept at once, and then looked at, or held until a run is over. */
export function submitted(state: State, around: Surroundings, tools: DrillTools): Reduced {
	const { question, editor, step } = state.drill;
	if (question === null || step !== 'answering') return { state, effects: [] };
	switch (question.kind) {
		case 'card': {
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: editor.text }];
			return { state: looked(shownCard(state, tools), around, tools), effects };
		}
		case 'number': {
			const checked = tools.drill.checkNumber(question.asked, editor.text);
			if (!checked.ok) return { state: say(state, checked.help, 'refused'), effects: [] };
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: editor.text }];
			const judgement = { score: checked.right ? 1 : 0, said: editor.text.trim() };
			return atOnce(judged(state, judgement), effects, around, tools);
		}
		case 'case':
			return chosenShape(state, around, tools);
		case 'diagram': {
			const boxes = withBox(state, tools);
			const { score } = tools.drill.compareDiagram(question.diagram, boxes);
			const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: boxes.join(' → ') }];
			return atOnce(judged(withDrill(state, { boxes }), { score, said: '' }), effects, around, tools);
		}
	}
}

/** What the model judged is graded in the same moment. */
function atOnce(state: State, effects: readonly Effect[], around: Surroundings, tools: DrillTools): Reduced {
	const graded = settled(state, gradeOf(state), around);
	return { state: looked(graded.state, around, tools), effects: [...effects, ...graded.effects] };
}

/** The key points beside the answer, those ticked that it seems to hold. */
function shownCard(state: State, { drill }: DrillTools): State {
	const { question, editor } = state.drill;
	if (question?.kind !== 'card') return state;
	const ticks = drill.suggestedPoints(editor.text, question.document.points);
	return withDrill(state, { step: 'ticking', ticks, chosen: 0, offset: null });
}

const judged = (state: State, judgement: Judgement): State =>
	withDrill(state, { step: 'judged', judgement, offset: null });

/** Names the shape of a case. */
function chosenShape(state: State, around: Surroundings, tools: DrillTools): Reduced {
	const { drill } = tools;
	const { question, chosen } = state.drill;
	if (question?.kind !== 'case') return { state, effects: [] };
	const said = (Object.keys(drill.SHAPES) as (keyof typeof drill.SHAPES)[])[chosen];
	const right = said === question.found.shape;
	const effects: readonly Effect[] = [{ type: 'answered', card: question.card, text: said ?? '' }];
	return atOnce(judged(state, { score: right ? 1 : 0, said: said ?? '' }), effects, around, tools);
}

/** The boxes with what is being written in the focused one; a number places a label where they are offered. */
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
export function toBox(state: State, by: number, tools: DrillTools): State {
	const boxes = withBox(state, tools);
	const chosen = nearestIndex(boxes.length, state.drill.chosen + by);
	return withDrill(state, { boxes, chosen, editor: editorOf(boxes[chosen]) });
}
