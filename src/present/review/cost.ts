import { cachedPrice } from '../../engine/index.js';
import type { Cell, TableModel } from '../../text/line.js';
import { isReady } from '../../worksheet/index.js';
import type { LabInput } from '../board/lab-input.js';
import { costLanes, costRows, costSegments } from '../cost/tables.js';
import { breakEvenWords } from '../cost/words.js';
import { textCell } from '../format/cells.js';
import { money, number, percent, price } from '../format/format.js';
import { captionedTable, type Fact, fact, paragraphs, type ReviewInput, type Section } from './document.js';
import { column, onPaper, orNotMeasured, withWorkedMix } from './tables.js';

/** What a request costs: the rows of the cost table, or the spend by slice where there is none; and the prices. */
export function costSection({ lab, worksheet }: ReviewInput): Section {
	return {
		id: 'cost',
		title: 'Cost table',
		parts: [
			...(lab.scenario.rows.length > 0 ? [captionedTable(rowsTable(lab))] : []),
			...(lab.scenario.rows.length > 0 && hasOwnCalls(lab) ? [paragraphs(OWN_CALLS)] : []),
			...(lab.scenario.rows.length === 0 || hasOwnCalls(lab) ? [captionedTable(spendTable(lab))] : []),
			captionedTable(pricesTable(lab, worksheet?.models ?? { small: null, strong: null })),
			{ kind: 'facts', facts: besides(lab) },
			paragraphs(...breakEvenWords(lab).sentences),
		],
	};
}

/** Whether some requests are other calls than the board's: a row of the cost table does not know of them. */
const hasOwnCalls = ({ scenario }: LabInput): boolean =>
	scenario.segments.some(({ tokens, steps }) => tokens !== null || steps !== null);

const OWN_CALLS =
	'A row is one request of the board’s tokens and calls. Some slices make other ones: what they spend is below, and is what the board and this review count.';

const spendTable = (lab: LabInput): TableModel =>
	withWorkedMix(onPaper(costSegments(lab), 'Spend by slice, and its part in the bill for 1,000 requests', SPEND), lab);

const SPEND = {
	segment: 'slice',
	share: 'share',
	routedSmall: 'routed small',
	repairRate: 'repair',
	cost: 'USD per request',
	per1000: 'part, USD',
};
const ROWS = {
	row: 'row',
	routedSmall: 'routed small',
	repairRate: 'repair',
	override: 'override',
	cost: 'USD per request',
	change: 'against the first',
	review: 'review',
};
const TOKENS = { fresh: 'fresh tokens', cached: 'cached tokens', output: 'output tokens' };

/** A row names both what it improved and what it may have worsened (M9), or it is not ready for review. */
function rowsTable(lab: LabInput): TableModel {
	const { rows } = lab.scenario;
	// The scenario's tokens stand with the prices.
	const own = rows.some(({ tokens }) => tokens !== null);
	const model = onPaper(costRows(lab), 'What a request costs, row by row', own ? { ...ROWS, ...TOKENS } : ROWS);
	const review = model.columns.findIndex(({ id }) => id === 'review');
	const saidCell = (text: string | null): Cell => (text === null ? textCell('not said', 'unsure') : textCell(text));
	return {
		...model,
		columns: [...model.columns, column('improved', 'improved'), column('worsened', 'may have worsened')],
		rows: model.rows.map((one) => {
			const row = rows.find(({ id }) => id === one.id);
			const cells = one.cells.map((cell, i) =>
				i !== review || !row
					? cell
					: isReady(row)
						? textCell('✓ ready', 'good')
						: textCell('✗ not ready for review', 'bad'),
			);
			return { ...one, cells: [...cells, saidCell(row?.improved ?? null), saidCell(row?.mayHaveWorsened ?? null)] };
		}),
	};
}

const PRICES = {
	lane: 'lane',
	input: 'input',
	cached: 'cached input',
	output: 'output',
	attempts: 'attempts',
	p50: 'p50 wait, ms',
	p95: 'p95 wait, ms',
	request: 'USD per request',
};

function pricesTable(lab: LabInput, models: { readonly small: string | null; readonly strong: string | null }) {
	const model = onPaper(costLanes(lab), 'Prices, USD per 1,000,000 tokens', PRICES);
	return {
		...model,
		rows: model.rows.flatMap((one) => {
			if (one.id !== 'small' && one.id !== 'strong') return [];
			const name = models[one.id];
			return [{ ...one, cells: [textCell(name === null ? one.id : `${one.id}: ${name}`), ...one.cells.slice(1)] }];
		}),
	};
}

/** What money goes into beside the prices. */
function besides({ scenario }: LabInput): readonly Fact[] {
	const { tokens, routerCost, routerLatency, handoffCost, strongDetection, check, segments, steps } = scenario;
	const usd = (value: number | null, digits = 4): string => orNotMeasured(value, (sum) => `USD ${money(sum, digits)}`);
	const rate = (value: number | null): string => orNotMeasured(value, percent);
	return [
		fact(
			'Tokens per call',
			`${number(tokens.fresh)} fresh, ${number(tokens.cached)} cached, ${number(tokens.output)} output`,
		),
		...(steps.length > 1
			? [fact('Calls of a request', steps.map(({ name, lane, times }) => `${times} × ${name} (${lane})`).join(', '))]
			: []),
		...hiddenInACall(scenario),
		fact(
			'Router in front, a request',
			`${routerCost === 0 ? 'USD 0' : usd(routerCost)}${routerLatency === 0 ? '' : `, ${number(routerLatency)} ms`}`,
		),
		fact('A hand-off to a person', usd(handoffCost, 2)),
		fact('Strong-lane failures noticed', rate(strongDetection)),
		fact('Check on small answers', checked(check)),
		...segments.flatMap(({ name, check: own }) =>
			own === null ? [] : [fact(`Check on small answers, ${name}`, checked(own === 'off' ? null : own))],
		),
	];

	function checked(its: typeof check): string {
		if (its === null) return 'off';
		return `on: catches ${rate(its.catches)}, false alarms ${rate(its.falseAlarms)}, ${usd(its.cost)} an answer`;
	}
}

/** What a call pays besides the tokens that people see; nothing where there is none. */
function hiddenInACall({ tokens, prices, cache }: LabInput['scenario']): readonly Fact[] {
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
			? [fact('Fee per call', lanes.map((lane) => `USD ${price(prices[lane].request, 4)} ${lane}`).join(', '))]
			: []),
		...(tiers.length > 0 ? [fact('Prices by context length, USD: input / cached / output', tiers.join('; '))] : []),
		...(cache.onSwitch === 'lost'
			? [fact('Prompt cache', `lost on a change of lanes; written anew at ${number(cache.write, 2)} × input`)]
			: []),
	];
}
