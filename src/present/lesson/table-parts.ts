import type { EvidenceState, LessonDocument, ShownFigure } from '../../content/index.js';
import { isMetric } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Column } from '../../text/line.js';
import { width } from '../../text/width.js';
import { computeLab } from '../board/lab-input.js';
import { NAME_WIDTH } from '../format/cells.js';
import { ownBaselineName } from '../format/labels.js';
import { noValueReason } from '../format/null-reasons.js';
import type { HiddenFigure } from './hidden.js';

/** A table of a lesson is made for its scenario, as its file has it, and for the figures that open questions ask for. */
export interface TableInput {
	readonly lesson: LessonDocument;
	readonly loaded: Scenario;
	readonly hidden: readonly HiddenFigure[];
}

/** Returns the column of names, as wide as its longest one where there is room, but not much narrower. */
export const nameColumn = (label: string, names: readonly string[]): Column => ({
	id: 'name',
	label,
	align: 'left',
	width: Math.min(MAX_NAME, Math.max(width(label), ...names.map(width))),
	dropPriority: 0,
});

/** Width of a name that leaves room for the start of the lesson in 60 columns, and for all columns in 80. */
export const MAX_NAME = NAME_WIDTH + 2;
/** Width of a column of figures; the longest verdict but one fits. */
export const FIGURE_WIDTH = 9;

/** Returns a column of figures. `most`: columns that its title may take. */
export const figureColumn = (id: string, label: string, dropPriority = 0, most = width(label)): Column => ({
	id,
	label,
	align: 'right',
	width: Math.max(FIGURE_WIDTH, Math.min(most, width(label))),
	dropPriority,
});

/** Returns the title of a column of evidence. */
export function stateTitle(
	{ moment, title }: EvidenceState,
	{ own }: Pick<LessonDocument, 'own'>,
	loaded: Scenario,
): string {
	if (title !== null) return title;
	if (moment === null) return own;
	if (moment === 'baseline') return ownBaselineName(loaded);
	if (typeof moment === 'number') return `week ${moment}`;
	const name = loaded.states.find(({ id }) => id === moment)?.name ?? moment;
	return width(name) <= MAX_TITLE ? name : moment.replaceAll('-', ' ');
}

/** Widest name of a state that titles a column; a longer one gives way to the state's id. */
const MAX_TITLE = 16;

/** Returns the id of a figure's row. */
export const rowId = ({ figure, segment }: ShownFigure): string => (segment === null ? figure : `${figure}.${segment}`);

/** Returns why a figure has no value although all was measured; a dash for the baseline; false: it was not measured. */
export function noValueText({ figure, segment }: ShownFigure, scenario: Scenario | null): string | boolean {
	if (scenario === null) return true;
	if (segment !== null || !isMetric(figure)) return false;
	return noValueReason(figure, computeLab(scenario, null, null).outcome)?.short ?? false;
}
