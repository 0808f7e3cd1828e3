import { cachedPrice } from '../../engine/index.js';
import type { Cell, TableModel } from '../../text/line.js';
import { isRowReady } from '../../worksheet/index.js';
import type { LabInput } from '../board/lab-input.js';
import { breakEvenBlock } from '../cost/notes.js';
import { costLanes, costRows, costSegments } from '../cost/tables.js';
import { textCell } from '../format/cells.js';
import { dollars, number, percent, price } from '../format/format.js';
import { captionedTable, type Fact, fact, paragraphs, type ReviewInput, type Section } from './document.js';
import { column, documentTable, orNotMeasured, withMixInForce } from './tables.js';

/**
 * Returns the section on costs: the rows of the cost table, or the spend by slice if there are none, and the prices.
 */
export function costSection({ lab, worksheet }: ReviewInput): Section {
	return {
		id: 'cost',
		title: 'Cost table',
		parts: [
			...(lab.scenario.rows.length > 0 ? [captionedTable(rowsTable(lab))] : []),
			...(lab.scenario.rows.length > 0 && hasOwnCalls(lab) ? [paragraphs(OWN_CALLS_NOTE)] : []),
			...(lab.scenario.rows.length === 0 || hasOwnCalls(lab) ? [captionedTable(spendTable(lab))] : []),
			captionedTable(pricesTable(lab, worksheet?.models ?? { small: null, strong: null })),
			{ kind: 'facts', facts: otherCosts(lab) },
			paragraphs(...breakEvenBlock(lab).sentences),
		],
	};
}

/** Returns whether a slice has calls of its own, which the rows of the cost table do not include. */
const hasOwnCalls = ({ scenario }: LabInput): boolean =>
	scenario.segments.some(({ tokens, steps }) => tokens !== null || steps !== null);

const OWN_CALLS_NOTE =
	'A row is one request with the scenario’s tokens and calls. Some segments make other ones: what they spend is below, and is what this review counts.';

const spendTable = (lab: LabInput): TableModel =>
	withMixInForce(
		documentTable(costSegments(lab), 'Spend by segment, and its part in the bill for 1,000 requests', SPEND_LABELS),
		lab,
	);

const SPEND_LABELS = {
	segment: 'segment',
	share: 'share',
	routedSmall: 'routed small',
	repairRate: 'repair',
	cost: 'spend per request',
	per1000: 'its part',
};
const ROW_LABELS = {
	row: 'row',
	routedSmall: 'routed small',
	repairRate: 'repair',
	override: 'override',
	cost: 'spend per request',
	change: 'against the first',
	review: 'review',
};
const TOKEN_LABELS = { fresh: 'fresh tokens', cached: 'cached tokens', output: 'output tokens' };

/**
 * Returns the cost table. A row is ready for review once it says what it improved and what it may have worsened (M9).
 */
function rowsTable(lab: LabInput): TableModel {
	const { rows } = lab.scenario;
	// The scenario's own tokens are in the table of prices.
	const hasOwnTokens = rows.some(({ tokens }) => tokens !== null);
	const model = documentTable(
		costRows(lab),
		'What a request costs, row by row',
		hasOwnTokens ? { ...ROW_LABELS, ...TOKEN_LABELS } : ROW_LABELS,
	);
	const reviewIndex = model.columns.findIndex(({ id }) => id === 'review');
	const saidCell = (text: string | null): Cell => (text === null ? textCell('not said', 'unsure') : textCell(text));
	return {
		...model,
		columns: [...model.columns, column('improved', 'improved'), column('worsened', 'may have worsened')],
		rows: model.rows.map((one) => {
			const row = rows.find(({ id }) => id === one.id);
			const cells = one.cells.map((cell, i) =>
				i !== reviewIndex || !row
					? cell
					: isRowReady(row)
						? textCell('✓ ready', 'good')
						: textCell('✗ not ready for review', 'bad'),
			);
			return { ...one, cells: [...cells, saidCell(row?.improved ?? null), saidCell(row?.mayHaveWorsened ?? null)] };
		}),
	};
}

const PRICE_LABELS = {
	lane: 'lane',
	input: 'input',
	cached: 'cached input',
	output: 'output',
	attempts: 'attempts',
	p50: 'p50 wait, ms',
	p95: 'p95 wait, ms',
	request: 'spend per request',
};

function pricesTable(lab: LabInput, models: { readonly small: string | null; readonly strong: string | null }) {
	const model = documentTable(costLanes(lab), 'Prices per 1,000,000 tokens', PRICE_LABELS);
	return {
		...model,
		rows: model.rows.flatMap((one) => {
			if (one.id !== 'small' && one.id !== 'strong') return [];
			const name = models[one.id];
			return [{ ...one, cells: [textCell(name === null ? one.id : `${one.id}: ${name}`), ...one.cells.slice(1)] }];
		}),
	};
}

/** Returns the costs other than the prices of the models. */
function otherCosts({ scenario }: LabInput): readonly Fact[] {
	const { tokens, routerCost, routerLatency, handoffCost, strongDetection, check, segments, steps } = scenario;
	const usd = (value: number | null, digits = 4): string => orNotMeasured(value, (sum) => dollars(sum, digits));
	const rate = (value: number | null): string => orNotMeasured(value, percent);
	return [
		fact(
			'Tokens per call',
			`${number(tokens.fresh)} fresh, ${number(tokens.cached)} cached, ${number(tokens.output)} output`,
		),
		...(steps.length > 1
			? [fact('Calls of a request', steps.map(({ name, lane, times }) => `${times} × ${name} (${lane})`).join(', '))]
			: []),
		...hiddenCosts(scenario),
		fact(
			'Router in front, a request',
			`${routerCost === 0 ? '$0' : usd(routerCost)}${routerLatency === 0 ? '' : `, ${number(routerLatency)} ms`}`,
		),
		fact('A hand-off to a person', usd(handoffCost, 2)),
		fact('Strong-lane failures noticed', rate(strongDetection)),
		fact('Check on small answers', checkText(check)),
		...segments.flatMap(({ name, check: own }) =>
			own === null ? [] : [fact(`Check on small answers, ${name}`, checkText(own === 'off' ? null : own))],
		),
	];

	function checkText(value: typeof check): string {
		if (value === null) return 'off';
		return `on: catches ${rate(value.catches)}, false alarms ${rate(value.falseAlarms)}, ${usd(value.cost)} an answer`;
	}
}

/** Returns the costs of a call other than its visible tokens; empty if there are none. */
function hiddenCosts({ tokens, prices, cache }: LabInput['scenario']): readonly Fact[] {
	const { small, strong } = tokens.reasoning;
	const lanes = ['small', 'strong'] as const;
	const tiers = lanes.flatMap((lane) =>
		prices[lane].above.map(
			(tier) =>
				`${lane} above ${number(tier.tokens)} tokens: ${price(tier.input)} / ${price(cachedPrice(tier))} / ${price(tier.output)}`,
		),
	);
	return [
		...(small + strong > 0
			? [fact('Reasoning tokens per call', `${number(small)} small, ${number(strong)} strong`)]
			: []),
		...(lanes.some((lane) => prices[lane].request > 0)
			? [fact('Fee per call', lanes.map((lane) => `${price(prices[lane].request, 4)} ${lane}`).join(', '))]
			: []),
		...(tiers.length > 0 ? [fact('Prices by context length: input / cached / output', tiers.join('; '))] : []),
		...(cache.onSwitch === 'lost'
			? [fact('Prompt cache', `lost on a change of lanes; written anew at ${number(cache.write, 2)} × input`)]
			: []),
	];
}
