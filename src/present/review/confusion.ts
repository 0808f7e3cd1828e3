import type { Cell, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { confusionBoard, confusionMatrix } from '../confusion/tables.js';
import { confusionWords } from '../confusion/words.js';
import { captionedTable, paragraphs, type ReviewInput, type Section } from './document.js';
import { column, figures, onPaper, withWorkedMix } from './tables.js';

/** Where requests went, against whether the small model would have been right: both mistakes, of the board and by slice. */
export function confusionSection({ lab }: ReviewInput): Section {
	return {
		id: 'confusion',
		title: 'Confusion matrix',
		parts: [captionedTable(ofBoard(lab)), paragraphs(...confusionWords(lab).sentences), captionedTable(bySlice(lab))],
	};
}

/** The pane's table has a column for the name of each count; on paper the name stands with the count. */
function ofBoard(lab: LabInput): TableModel {
	const { rows } = confusionBoard(lab);
	return {
		id: 'confusion-board',
		title: 'The whole board, per 1,000 requests',
		columns: [
			column('route', 'where it went'),
			figures('right', 'small would be right'),
			figures('fails', 'small would fail'),
		],
		rows: rows.map((one) => {
			const [route, right, rightName, fails, failsName] = one.cells.map(unshaded);
			return { ...one, cells: [...(route ? [route] : []), named(right, rightName), named(fails, failsName)] };
		}),
		notes: [],
	};
}

const named = (count: Cell | undefined, name: Cell | undefined): Cell => ({
	raw: count?.raw ?? null,
	text: `${name?.text ?? ''} ${count?.text ?? ''}`,
	...(count?.tone && { tone: count.tone }),
});

const LABELS = {
	segment: 'slice',
	routedSmall: 'routed small',
	trueEasy: 'true-easy',
	falseEasy: 'false-easy',
	interval: 'false-easy, 95% range',
	falseHard: 'false-hard',
	trueHard: 'true-hard',
};

function bySlice(lab: LabInput): TableModel {
	const model = withWorkedMix(onPaper(confusionMatrix(lab), 'By slice, per 1,000 requests of the board', LABELS), lab);
	return { ...model, rows: model.rows.map((one) => ({ ...one, cells: one.cells.map(unshaded) })) };
}

/** Without the block that shades a count where there is no other colour, and the room before it. */
const unshaded = (cell: Cell): Cell => ({ ...cell, text: cell.text.replace(/^[ ░▒▓█] +/, '') });
