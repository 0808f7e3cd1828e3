import { scenarioAt } from '../../engine/expectations/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { Guardrail, MetricName } from '../../engine/scenario.js';
import {
	ASSUMPTION,
	assumptionOf,
	FROM_MEMORY,
	fieldsOf,
	gapsOf,
	guardrailsInOrder,
	isAt,
	keyText,
	type Sheet,
	type SheetField,
	type StepId,
} from '../../worksheet/index.js';
import { type Block, blockInputs } from '../block.js';
import { boardSummary } from '../board-summary.js';
import { computeLab } from '../compute-lab.js';
import { confusionInputs } from '../confusion-inputs.js';
import { costBesides } from '../cost-besides.js';
import { costLanes } from '../cost-lanes.js';
import { costRows } from '../cost-rows.js';
import { costSegments } from '../cost-segments.js';
import { figureName } from '../figure-labels.js';
import { inUnit, money, NOT_MEASURED, number, percent } from '../format.js';
import { STATE_TEXT, VERDICT_TEXT } from '../guardrail-text.js';
import type { LabInput } from '../lab-input.js';
import { METRIC_LABELS } from '../metric-labels.js';
import { verdictBlock } from '../pane.js';
import type { Line, TableModel } from '../table/model.js';
import { allCounted } from '../verdict-line.js';
import { sliceTable } from './slices.js';

/** What a step of the form is made of, top to bottom. */
export type Part =
	| { readonly kind: 'field'; readonly field: SheetField }
	/** A number that stands by itself. */
	| { readonly kind: 'number'; readonly path: string; readonly label: string }
	| { readonly kind: 'block'; readonly block: Block }
	| { readonly kind: 'text'; readonly line: Line }
	/** What is asked from memory. */
	| { readonly kind: 'card'; readonly card: string }
	| { readonly kind: 'space' };

const SPACE: Part = { kind: 'space' };
const text = (words: string, tone: Line[number]['tone'] = 'dim'): Part => ({
	kind: 'text',
	line: [{ text: words, tone }],
});
const heading = (words: string): Part => ({ kind: 'text', line: [{ text: words, tone: 'title' }] });
const table = (model: TableModel): Part => ({ kind: 'block', block: { kind: 'table', table: model, flexible: false } });
const fields = (some: readonly SheetField[]): readonly Part[] => some.map((field): Part => ({ kind: 'field', field }));

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
			return [...fields(said), SPACE, table(costLanes(input)), SPACE, table(costBesides(input)), SPACE, text(PRICES)];
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
function readable({ scenario, worksheet: { trigger } }: Sheet, field: SheetField): SheetField {
	if (field.id === 'trigger')
		return { ...field, value: trigger && figureName(scenario, trigger.metric, trigger.segment) };
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
						`A row is one request of the board’s tokens. Over the slices, some of which make other calls, a request costs ${usd(cost)} and on all strong ${usd(outcome.baseline.cost)}: that is what the board and the review count.`,
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

/** Under the table the words of each row. */
const rowParts = (sheet: Sheet, said: readonly SheetField[]): readonly Part[] =>
	sheet.scenario.rows.flatMap(({ id }) => [
		SPACE,
		...fields(said.filter((field) => field.id.startsWith(`rows.${id}.`))),
	]);

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

/** What was said beforehand, and what the board says. */
function lookParts(sheet: Sheet, input: LabInput): readonly Part[] {
	const { expected, atRisk } = sheet.worksheet;
	const counted = allCounted(input.outcome, input.baselineName);
	const said: Line = [
		{ text: 'You said: ', bold: true },
		{ text: expected ?? 'nothing yet', tone: expected === null ? 'unsure' : 'plain' },
		...(atRisk === null ? [] : [{ text: `. At risk: ${METRIC_LABELS[atRisk].label}.` }]),
	];
	return [
		heading('The board'),
		{ kind: 'text', line: said },
		{ kind: 'block', block: verdictBlock(input) },
		...(counted ? [{ kind: 'text', line: counted } as const] : []),
		table(boardSummary(input)),
		...assumptionParts(sheet),
	];
}

/** The verdict if the one assumption is another one. */
function assumptionParts(sheet: Sheet): readonly Part[] {
	const state = assumptionOf(sheet);
	const there = state && scenarioAt(sheet.scenario, ASSUMPTION);
	if (!state || !there) return [];
	const { outcome } = computeLab(there, null, null);
	const { text: verdict, tone } = VERDICT_TEXT[outcome.verdict];
	const figure = (metric: 'cost' | 'resolution' | 'silent'): string => {
		const value = outcome.metrics[metric];
		return `${METRIC_LABELS[metric].label} ${value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric))}`;
	};
	return [
		{
			kind: 'text',
			line: [
				{ text: `${state.name}: `, bold: true },
				{ text: verdict, tone, bold: true },
				{ text: `  ${figure('cost')}, ${figure('resolution')}, ${figure('silent')}` },
			],
		},
	];
}

function gapParts(sheet: Sheet): readonly Part[] {
	const gaps = gapsOf(sheet);
	if (gaps.length === 0)
		return [{ kind: 'text', line: [{ text: '✓ Ready for review. e writes the artifact.', tone: 'good' }] }];
	return [
		heading(
			`Not ready for review: ${gaps.length === 1 ? 'one thing is' : `${gaps.length} things are`} missing (i goes to the first)`,
		),
		...gaps.map(({ says }): Part => ({ kind: 'text', line: [{ text: `– ${says}`, tone: 'unsure' }] })),
	];
}

/** What can have the focus, as it stands on screen: rows of ids and paths, left to right. */
export const partItems = (parts: readonly Part[]): readonly (readonly string[])[] =>
	parts.flatMap((part): readonly (readonly string[])[] => {
		switch (part.kind) {
			case 'field':
				return [[part.field.id]];
			case 'number':
				return [[part.path]];
			case 'card':
				return [[`memory.${part.card}`]];
			case 'block':
				return blockInputs(part.block);
			default:
				return [];
		}
	});
