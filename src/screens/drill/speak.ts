import { compareDiagram, type Diagram, type Question, SHAPES, sortedLabels } from '../../drill/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { type Replaced, speakDrawn, UNBROKEN } from '../../present/speak/drawn.js';
import { speakLines, speakScreen, speakText } from '../../present/speak/sentences.js';
import { speakTexts } from '../../present/speak/table.js';
import { drawPlainTable } from '../../text/fit-table.js';
import { textOf } from '../../text/line.js';
import type { DrillInput } from './page/input.js';
import { type DrillPage, drillPage } from './page/page.js';

/**
 * Speaks a drill: its title and how much is left, the question with its tables, and the possible answers.
 *
 * @param lab the scenario of a case with the reader's edits; null: no case in the lab
 * @param status the open question or the notice
 */
export function speakDrill(input: DrillInput, lab: Scenario | null, status: string): readonly string[] {
	const page = drillPage(input, UNBROKEN, lab);
	const body = [
		speakText(page.title),
		speakText(page.aside),
		...bodySentences(input, page),
		...footSentences(input, page),
	];
	return speakScreen(body, status);
}

function bodySentences({ question, ...input }: DrillInput, { lines }: DrillPage): readonly string[] {
	if (question?.kind === 'diagram') return diagramSentences(question.diagram, input, lines);
	const sentences = speakDrawn(lines, question ? tablesOf(question) : []);
	// The menu shows a bare count of questions for each kind; spoken, it needs its noun.
	return question ? sentences : sentences.map((text) => text.replace(/: (\d+), (?=\d+ due)/, ': $1 questions, '));
}

/** Returns the tables of a question, to be spoken row by row. */
function tablesOf(question: Question): readonly Replaced[] {
	const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Replaced => ({
		drawn: drawPlainTable(columns, rows, UNBROKEN),
		spoken: speakTexts(columns, rows),
	});
	switch (question.kind) {
		case 'number':
			return [table(question.question.given.columns, question.question.given.rows)];
		case 'case':
			return question.diagnosisCase.artifacts.map(({ columns, rows }) => table(columns, rows));
		default:
			return [];
	}
}

/** Speaks the boxes of a diagram from top to bottom; before them the task, or how many are right. */
function diagramSentences(
	diagram: Diagram,
	{ step, boxes: written, chosen, editor }: Omit<DrillInput, 'question'>,
	lines: DrillPage['lines'],
): readonly string[] {
	const head = lines.slice(
		0,
		lines.findIndex((line) => textOf(line).trim() === ''),
	);
	const { boxes } = diagram;
	const right = step === 'judged' ? compareDiagram(diagram, written).right : [];
	return [
		...speakLines(head),
		...boxes.map(({ clue, label }, i) => {
			const on = i === chosen && step === 'answering';
			const own = (on ? editor.text : written[i]) || 'empty';
			const place = `box ${i + 1} of ${boxes.length}${on ? ', chosen' : ''}`;
			if (step !== 'judged') return speakText(`${place}: ${clue}; ${own}`);
			return speakText(`${place}, ${right[i] ? 'right' : 'wrong'}: ${own}; it says: ${label}`);
		}),
	];
}

function footSentences(input: DrillInput, { foot }: DrillPage): readonly string[] {
	const { question, step, chosen } = input;
	if (foot.length === 0 || !question) return [];
	if (question.kind === 'case') {
		const shapes = Object.values(SHAPES).map(({ name }, i) => `${i + 1}, ${name}${i === chosen ? ', chosen' : ''}`);
		return ['Which shape is it?', ...shapes.map(speakText)];
	}
	if (question.kind === 'diagram' && step === 'answering') {
		const labels = sortedLabels(question.diagram).map((label, i) => `${i + 1} ${label}`);
		return [speakText(`labels: type the number of one, then Enter: ${labels.join(', ')}`)];
	}
	return speakLines(foot);
}
