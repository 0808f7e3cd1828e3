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

/** Every guardrail with its fields, the rollback trigger first. */
function guardrailParts(sheet: Sheet, said: readonly SheetField[], { outcome, scenario }: LabInput): readonly Part[] {
	const { trigger } = sheet.worksheet;
	return guardrailsInOrder(sheet).flatMap((guardrail): readonly Part[] => {
		const at = `guardrails.${keyText(guardrail)}.`;
		const state = outcome.guardrails.find(isAt(guardrail));
		const stands = state ? STATE_TEXT[state.state] : null;
		const isTrigger = trigger !== null && isAt(trigger)(guardrail);
		const own = said.filter(({ id }) => id.startsWith(at) && !id.slice(at.length).includes('.'));
		const line: Line = [
			{ text: isTrigger ? 'Rollback trigger: ' : 'Guardrail: ', tone: 'title' },
			{ text: figureName(scenario, guardrail.metric, guardrail.segment), tone: 'title', bold: true },
			// Nobody sees how it stands before they have said what they expect.
			...(stands && sheet.worksheet.expected !== null
				? [{ text: `  ${stands.text} `, tone: stands.tone }, valueSpan(guardrail, state?.value ?? null)]
				: []),
		];
		const [slice, kind, ...rest] = fields(own);
		return [
			SPACE,
			{ kind: 'text', line },
			...(slice ? [slice] : []),
			...(kind ? [kind] : []),
			{ kind: 'number', path: `${at}limit`, label: guardrail.relative ? 'by' : 'limit' },
			...rest,
		];
	});
}

const valueSpan = ({ metric }: Guardrail, value: number | null): Line[number] => ({
	text: `at ${value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric))} now`,
	tone: 'dim',
});

/** Slices whose requests are other calls than the board's: the cost table above does not know of them. */
const hasOwn = ({ scenario }: LabInput): boolean =>
	scenario.segments.some(({ tokens, steps }) => tokens !== null || steps !== null);

function ownCalls({ scenario }: LabInput): readonly Part[] {
	const own = scenario.segments.filter(({ tokens, steps }) => tokens !== null || steps !== null);
	if (own.length === 0) return [];
	const words = own.map(({ name, tokens, steps }) => {
		const calls = steps?.map((step) => `${step.times} × ${step.name}`).join(' + ') ?? 'one call';
		const size = tokens ? ` of ${number(tokens.fresh)} fresh, ${number(tokens.output)} output tokens` : '';
		return `${name}: ${calls}${size}`;
	});
	return [text(`Requests of their own (in the file, under tokens and steps): ${words.join('; ')}.`)];
}

/** A row is one request of the board's own tokens; what the slices spend together may be something else. */
function boardSpend(input: LabInput): readonly Part[] {
	const { scenario, outcome } = input;
	const { cost, smallShare } = outcome.metrics;
	const usd = (value: number | null): string => (value === null ? NOT_MEASURED : `USD ${money(value)}`);
	const behind = scenario.rows.every(({ routedSmall }) => Math.abs(routedSmall - (smallShare ?? 0)) > 0.005);
	return [
		...(hasOwn(input)
			? [
					text(
						`A row is one request of the board’s tokens. Over the slices, some of which make other calls, a request costs ${usd(cost)} and on ${ownBaselineName(scenario)} ${usd(outcome.baseline.cost)}: that is what the board and the review count.`,
						'unsure',
					),
					table(costSegments(input)),
				]
			: []),
		...(behind && scenario.rows.length > 0 && smallShare !== null
			? [text(`No row has the mix of the slices, which is ${percent(smallShare)} small now.`, 'unsure')]
			: []),
	];
}
