import type { MetricName } from '../../../engine/scenario.js';
import { computeLab } from '../../../present/board/compute-lab.js';
import { confusionInputs } from '../../../present/confusion/inputs.js';
import { costBesides, costCalls } from '../../../present/cost/besides.js';
import { costLanes } from '../../../present/cost/lanes.js';
import { costRows } from '../../../present/cost/rows.js';
import { figureName } from '../../../present/format/figure-labels.js';
import { METRIC_LABELS } from '../../../present/format/metric-labels.js';
import {
	assumptionOf,
	FROM_MEMORY,
	fieldsOf,
	type Sheet,
	type SheetField,
	type StepId,
} from '../../../worksheet/index.js';
import { guardrailParts } from './guardrail-parts.js';
import { gapParts, lookParts } from './look-parts.js';
import { fields, type Part, SPACE, table, text } from './part.js';
import { sliceTable } from './slices.js';
import { boardSpend, ownCalls } from './spend-parts.js';

/**
 * The parts of a step.
 *
 * @param before the worksheet before the last change, whose numbers deltas compare with; null: nothing was changed
 */
export function sheetParts(sheet: Sheet, step: StepId, before: Sheet | null = null): readonly Part[] {
	const input = computeLab(sheet.scenario, before?.scenario ?? null, null);
	const said = fieldsOf(sheet, step).map((field) => readable(sheet, field));
	switch (step) {
		case 'feature':
			return [...fields(said), SPACE, text(START)];
		case 'prices':
			return [
				...fields(said),
				SPACE,
				table(costLanes(input)),
				SPACE,
				table(costCalls(input)),
				SPACE,
				table(costBesides(input)),
				SPACE,
				text(PRICES),
			];
		case 'slices':
			return [
				table(sliceTable(sheet, input)),
				SPACE,
				table(confusionInputs(input)),
				SPACE,
				text(SLICES),
				text(STRONG),
				...ownCalls(input),
			];
		case 'rows':
			return [table(costRows(input)), ...boardSpend(input), ...rowParts(sheet, said), SPACE, text(ROWS)];
		case 'predict':
			return [text(PREDICT), SPACE, ...fields(said)];
		case 'pressure':
			return [...fields(said.filter(({ id }) => !id.startsWith('guardrails.'))), ...guardrailParts(sheet, said, input)];
		case 'review':
			return [...fields(said), SPACE, ...lookParts(sheet, input), SPACE, ...gapParts(sheet)];
		case 'memory':
			return [text(MEMORY), SPACE, ...FROM_MEMORY.map((card): Part => ({ kind: 'card', card }))];
	}
}

/** A field with metrics by the names that the tables print. */
function readable(sheet: Sheet, field: SheetField): SheetField {
	const { scenario, worksheet } = sheet;
	const { trigger } = worksheet;
	if (field.id === 'trigger')
		return { ...field, value: trigger && figureName(scenario, trigger.metric, trigger.segment) };
	if (field.id === 'assumption') return { ...field, value: assumptionOf(sheet)?.name ?? null };
	if (field.id !== 'atRisk') return field;
	const choices = field.choices.map(({ value }) => ({ value, words: METRIC_LABELS[value as MetricName].label }));
	return { ...field, choices };
}

const START = 'Rough numbers and honest words: a worksheet takes about ten minutes (Ctrl-T starts a clock). ] goes on.';
const PRICES = 'P loads a price list (LiteLLM’s JSON): then Enter on a model looks its prices up.';
const SLICES = 'n adds a slice that takes half of this one’s traffic, d removes one. Shares give way to each other.';
const STRONG =
	'str.easy, str.hard: how often the strong model is right where the small one would be right, and where it would fail. noticed: the share of its failures that somebody sees.';
const ROWS =
	'Each row names what improved and what may have worsened, or is not ready for review. n adds one, d removes it.';
const PREDICT = 'Say it before you look: the board’s answer comes in the step Review.';
const MEMORY = 'Without looking: Enter asks the four of them, one after the other, and keeps how it went.';

/** Under the table the words of each row. */
const rowParts = (sheet: Sheet, said: readonly SheetField[]): readonly Part[] =>
	sheet.scenario.rows.flatMap(({ id }) => [
		SPACE,
		...fields(said.filter((field) => field.id.startsWith(`rows.${id}.`))),
	]);
