import { metricUnit } from '../../../engine/inputs/index.js';
import type { Guardrail, MetricName } from '../../../engine/scenario.js';
import { computeLab, type LabInput } from '../../../present/board/lab-input.js';
import { confusionInputs } from '../../../present/confusion/tables.js';
import { costCalls, costOther } from '../../../present/cost/other-costs.js';
import { costLanes, costRows, costSegments } from '../../../present/cost/tables.js';
import { dollars, inUnit, NOT_MEASURED, number, percent } from '../../../present/format/format.js';
import { STATE_TEXT } from '../../../present/format/guardrail-text.js';
import { figureName, METRIC_LABELS, ownBaselineName } from '../../../present/format/labels.js';
import type { Line } from '../../../text/line.js';
import {
	assumptionOf,
	fieldsOf,
	guardrailKeyText,
	guardrailsInOrder,
	hasKey,
	MEMORY_CARDS,
	type Sheet,
	type SheetField,
	type StepId,
} from '../../../worksheet/index.js';
import { boardParts, gapParts } from './board-parts.js';
import { fieldParts, type Part, SPACE_PART, tablePart, textPart } from './part.js';
import { sliceTable } from './slices.js';

/**
 * Returns the parts of a step of the form.
 *
 * @param before the worksheet before the last change, which deltas compare with; null: no change yet
 */
export function sheetParts(sheet: Sheet, step: StepId, before: Sheet | null = null): readonly Part[] {
	const input = computeLab(sheet.scenario, before?.scenario ?? null, null);
	const answers = fieldsOf(sheet, step).map((field) => withReadableMetrics(sheet, field));
	switch (step) {
		case 'feature':
			return [...fieldParts(answers), SPACE_PART, textPart(START_HELP)];
		case 'prices':
			return [
				...fieldParts(answers),
				SPACE_PART,
				tablePart(costLanes(input)),
				SPACE_PART,
				tablePart(costCalls(input)),
				SPACE_PART,
				tablePart(costOther(input)),
				SPACE_PART,
				textPart(PRICES_HELP),
			];
		case 'slices':
			return [
				tablePart(sliceTable(sheet, input)),
				SPACE_PART,
				tablePart(confusionInputs(input)),
				SPACE_PART,
				textPart(SLICES_HELP),
				textPart(STRONG_HELP),
				...ownCallParts(input),
			];
		case 'rows':
			return [
				tablePart(costRows(input)),
				...boardCostParts(input),
				...rowParts(sheet, answers),
				SPACE_PART,
				textPart(ROWS_HELP),
			];
		case 'predict':
			return [textPart(PREDICT_HELP), SPACE_PART, ...fieldParts(answers)];
		case 'pressure':
			return [
				...fieldParts(answers.filter(({ id }) => !id.startsWith('guardrails.'))),
				...guardrailParts(sheet, answers, input),
			];
		case 'review':
			return [...fieldParts(answers), SPACE_PART, ...boardParts(sheet, input), SPACE_PART, ...gapParts(sheet)];
		case 'memory':
			return [textPart(MEMORY_HELP), SPACE_PART, ...MEMORY_CARDS.map((card): Part => ({ kind: 'card', card }))];
	}
}

/** Replaces the ids of metrics in a field by the names that the tables print. */
function withReadableMetrics(sheet: Sheet, field: SheetField): SheetField {
	const { scenario, worksheet } = sheet;
	const { trigger } = worksheet;
	if (field.id === 'trigger')
		return { ...field, value: trigger && figureName(scenario, trigger.metric, trigger.segment) };
	if (field.id === 'assumption') return { ...field, value: assumptionOf(sheet)?.name ?? null };
	if (field.id !== 'atRisk') return field;
	const choices = field.choices.map(({ value }) => ({ value, words: METRIC_LABELS[value as MetricName].label }));
	return { ...field, choices };
}

const START_HELP =
	'Rough numbers and honest words: a worksheet takes about ten minutes (Ctrl-T starts a clock). ] goes on.';
const PRICES_HELP = 'P loads a price list (LiteLLM’s JSON): then Enter on a model looks its prices up.';
const SLICES_HELP =
	'n adds a segment that takes half of this one’s traffic, d removes one. Shares give way to each other.';
const STRONG_HELP =
	'on easy, on hard: how often the strong model is right where the small one would be right, and where it would fail. noticed: the share of its failures that somebody sees.';
const ROWS_HELP =
	'Each row names what improved and what may have worsened, or is not ready for review. n adds one, d removes it.';
const PREDICT_HELP = 'Say it before you look: the model’s answer comes in the step Review.';
const MEMORY_HELP = 'Without looking: Enter asks the four of them, one after the other, and keeps how it went.';

/** Returns the text fields of each row. */
const rowParts = (sheet: Sheet, answers: readonly SheetField[]): readonly Part[] =>
	sheet.scenario.rows.flatMap(({ id }) => [
		SPACE_PART,
		...fieldParts(answers.filter((field) => field.id.startsWith(`rows.${id}.`))),
	]);

/** Returns every guardrail with its fields, the rollback trigger first. */
function guardrailParts(
	sheet: Sheet,
	answers: readonly SheetField[],
	{ outcome, scenario }: LabInput,
): readonly Part[] {
	const { trigger } = sheet.worksheet;
	return guardrailsInOrder(sheet).flatMap((guardrail): readonly Part[] => {
		const prefix = `guardrails.${guardrailKeyText(guardrail)}.`;
		const state = outcome.guardrails.find(hasKey(guardrail));
		const stateText = state ? STATE_TEXT[state.state] : null;
		const isTrigger = trigger !== null && hasKey(trigger)(guardrail);
		const own = answers.filter(({ id }) => id.startsWith(prefix) && !id.slice(prefix.length).includes('.'));
		const line: Line = [
			{ text: isTrigger ? 'Rollback trigger: ' : 'Guardrail: ', tone: 'title' },
			{ text: figureName(scenario, guardrail.metric, guardrail.segment), tone: 'title', bold: true },
			// Hidden until the reader has said what they expect.
			...(stateText && sheet.worksheet.expected !== null
				? [{ text: `  ${stateText.text} `, tone: stateText.tone }, valueSpan(guardrail, state?.value ?? null)]
				: []),
		];
		const [slice, kind, ...rest] = fieldParts(own);
		return [
			SPACE_PART,
			{ kind: 'text', line },
			...(slice ? [slice] : []),
			...(kind ? [kind] : []),
			{ kind: 'number', path: `${prefix}limit`, label: guardrail.relative ? 'by' : 'limit' },
			...rest,
		];
	});
}

const valueSpan = ({ metric }: Guardrail, value: number | null): Line[number] => ({
	text: `at ${value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric))} now`,
	tone: 'dim',
});

/** Whether a slice has tokens or steps of its own, which the cost table of rows leaves out. */
const hasOwnCalls = ({ scenario }: LabInput): boolean =>
	scenario.segments.some(({ tokens, steps }) => tokens !== null || steps !== null);

/** Returns a text about the slices with tokens or steps of their own. */
function ownCallParts({ scenario }: LabInput): readonly Part[] {
	const own = scenario.segments.filter(({ tokens, steps }) => tokens !== null || steps !== null);
	if (own.length === 0) return [];
	const words = own.map(({ name, tokens, steps }) => {
		const calls = steps?.map((step) => `${step.times} × ${step.name}`).join(' + ') ?? 'one call';
		const size = tokens ? ` of ${number(tokens.fresh)} fresh, ${number(tokens.output)} output tokens` : '';
		return `${name}: ${calls}${size}`;
	});
	return [textPart(`Requests of their own (in the file, under tokens and steps): ${words.join('; ')}.`)];
}

/** Returns the board's cost where the rows do not show it: a row is one request with the board's tokens. */
function boardCostParts(input: LabInput): readonly Part[] {
	const { scenario, outcome } = input;
	const { cost, smallShare } = outcome.metrics;
	const usd = (value: number | null): string => (value === null ? NOT_MEASURED : dollars(value));
	const noneHasMix = scenario.rows.every(({ routedSmall }) => Math.abs(routedSmall - (smallShare ?? 0)) > 0.005);
	return [
		...(hasOwnCalls(input)
			? [
					textPart(
						`A row is one request with the scenario’s tokens. Over all segments, some of which make other calls, a request costs ${usd(cost)} and on ${ownBaselineName(scenario)} ${usd(outcome.baseline.cost)}: that is what the review counts.`,
						'unsure',
					),
					tablePart(costSegments(input)),
				]
			: []),
		...(noneHasMix && scenario.rows.length > 0 && smallShare !== null
			? [textPart(`No row has the small share of all requests, which is ${percent(smallShare)} now.`, 'unsure')]
			: []),
	];
}
