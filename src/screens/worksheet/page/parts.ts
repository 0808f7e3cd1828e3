import { metricUnit } from '../../../engine/inputs/index.js';
import type { Guardrail, MetricName } from '../../../engine/scenario.js';
import { computeLab, type LabInput } from '../../../present/board/lab-input.js';
import { confusionInputs } from '../../../present/confusion/tables.js';
import { costBesides, costCalls } from '../../../present/cost/besides.js';
import { costLanes, costRows, costSegments } from '../../../present/cost/tables.js';
import { inUnit, money, NOT_MEASURED, number, percent } from '../../../present/format/format.js';
import { STATE_TEXT } from '../../../present/format/guardrail-text.js';
import { figureName, METRIC_LABELS, ownBaselineName } from '../../../present/format/labels.js';
import type { Line } from '../../../text/line.js';
import {
	assumptionOf,
	FROM_MEMORY,
	fieldsOf,
	guardrailsInOrder,
	isAt,
	keyText,
	type Sheet,
	type SheetField,
	type StepId,
} from '../../../worksheet/index.js';
import { gapParts, lookParts } from './look-parts.js';
import { fields, type Part, SPACE, table, text } from './part.js';
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
			return [...fields(answers), SPACE, text(START_HELP)];
		case 'prices':
			return [
				...fields(answers),
				SPACE,
				table(costLanes(input)),
				SPACE,
				table(costCalls(input)),
				SPACE,
				table(costBesides(input)),
				SPACE,
				text(PRICES_HELP),
			];
		case 'slices':
			return [
				table(sliceTable(sheet, input)),
				SPACE,
				table(confusionInputs(input)),
				SPACE,
				text(SLICES_HELP),
				text(STRONG_HELP),
				...ownCallParts(input),
			];
		case 'rows':
			return [table(costRows(input)), ...boardCostParts(input), ...rowParts(sheet, answers), SPACE, text(ROWS_HELP)];
		case 'predict':
			return [text(PREDICT_HELP), SPACE, ...fields(answers)];
		case 'pressure':
			return [
				...fields(answers.filter(({ id }) => !id.startsWith('guardrails.'))),
				...guardrailParts(sheet, answers, input),
			];
		case 'review':
			return [...fields(answers), SPACE, ...lookParts(sheet, input), SPACE, ...gapParts(sheet)];
		case 'memory':
			return [text(MEMORY_HELP), SPACE, ...FROM_MEMORY.map((card): Part => ({ kind: 'card', card }))];
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
	'n adds a slice that takes half of this one’s traffic, d removes one. Shares give way to each other.';
const STRONG_HELP =
	'str.easy, str.hard: how often the strong model is right where the small one would be right, and where it would fail. noticed: the share of its failures that somebody sees.';
const ROWS_HELP =
	'Each row names what improved and what may have worsened, or is not ready for review. n adds one, d removes it.';
const PREDICT_HELP = 'Say it before you look: the board’s answer comes in the step Review.';
const MEMORY_HELP = 'Without looking: Enter asks the four of them, one after the other, and keeps how it went.';

/** Returns the text fields of each row. */
const rowParts = (sheet: Sheet, answers: readonly SheetField[]): readonly Part[] =>
	sheet.scenario.rows.flatMap(({ id }) => [
		SPACE,
		...fields(answers.filter((field) => field.id.startsWith(`rows.${id}.`))),
	]);

/** Returns every guardrail with its fields, the rollback trigger first. */
function guardrailParts(
	sheet: Sheet,
	answers: readonly SheetField[],
	{ outcome, scenario }: LabInput,
): readonly Part[] {
	const { trigger } = sheet.worksheet;
	return guardrailsInOrder(sheet).flatMap((guardrail): readonly Part[] => {
		const prefix = `guardrails.${keyText(guardrail)}.`;
		const state = outcome.guardrails.find(isAt(guardrail));
		const stateText = state ? STATE_TEXT[state.state] : null;
		const isTrigger = trigger !== null && isAt(trigger)(guardrail);
		const own = answers.filter(({ id }) => id.startsWith(prefix) && !id.slice(prefix.length).includes('.'));
		const line: Line = [
			{ text: isTrigger ? 'Rollback trigger: ' : 'Guardrail: ', tone: 'title' },
			{ text: figureName(scenario, guardrail.metric, guardrail.segment), tone: 'title', bold: true },
			// Hidden until the reader has said what they expect.
			...(stateText && sheet.worksheet.expected !== null
				? [{ text: `  ${stateText.text} `, tone: stateText.tone }, valueSpan(guardrail, state?.value ?? null)]
				: []),
		];
		const [slice, kind, ...rest] = fields(own);
		return [
			SPACE,
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
	return [text(`Requests of their own (in the file, under tokens and steps): ${words.join('; ')}.`)];
}

/** Returns the board's cost where the rows do not show it: a row is one request with the board's tokens. */
function boardCostParts(input: LabInput): readonly Part[] {
	const { scenario, outcome } = input;
	const { cost, smallShare } = outcome.metrics;
	const usd = (value: number | null): string => (value === null ? NOT_MEASURED : `USD ${money(value)}`);
	const noneHasMix = scenario.rows.every(({ routedSmall }) => Math.abs(routedSmall - (smallShare ?? 0)) > 0.005);
	return [
		...(hasOwnCalls(input)
			? [
					text(
						`A row is one request of the board’s tokens. Over the slices, some of which make other calls, a request costs ${usd(cost)} and on ${ownBaselineName(scenario)} ${usd(outcome.baseline.cost)}: that is what the board and the review count.`,
						'unsure',
					),
					table(costSegments(input)),
				]
			: []),
		...(noneHasMix && scenario.rows.length > 0 && smallShare !== null
			? [text(`No row has the mix of the slices, which is ${percent(smallShare)} small now.`, 'unsure')]
			: []),
	];
}
