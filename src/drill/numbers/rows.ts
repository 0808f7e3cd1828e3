import { cachedPrice, laneCost } from '../../engine/index.js';
import type { Lane, Price, Scenario, Segment, Tokens } from '../../engine/scenario.js';
import { formatExact, formatExactDollars, formatExactPercent } from './format.js';
import type { GivenTable } from './question.js';

/** Row of the given table: its label, then a cell per segment. */
export type Row = readonly [label: string, ...cells: string[]];

export const givenTable = (segments: readonly Segment[], rows: readonly Row[]): GivenTable => ({
	columns: ['given', ...segments.map(({ name }) => name)],
	rows,
});

/** Returns a figure that the board must have; throws if it is missing, which is a bug in the question. */
export function requireFigure(value: number | null | undefined): number {
	if (value === null || value === undefined || !Number.isFinite(value)) throw new Error('a drawn figure is missing');
	return value;
}

export const smallSuccess = ({ observed }: Segment): number => requireFigure(observed?.smallSuccess);
export const strongSuccess = ({ strongOnEasy }: Segment): number => requireFigure(strongOnEasy);
/** e₁, as a share of the requests routed small. */
export const noticed = ({ observed }: Segment): number => requireFigure(observed?.escalationRate);

const row = ({ segments }: Scenario, label: string, cell: (segment: Segment) => string): Row => [
	label,
	...segments.map(cell),
];
const rateRow =
	(label: string, rate: (segment: Segment) => number) =>
	(board: Scenario): Row =>
		row(board, label, (segment) => formatExactPercent(rate(segment)));
const boardRow =
	(label: string, cell: (board: Scenario) => string) =>
	(board: Scenario): Row =>
		row(board, label, () => cell(board));
const pair = (a: number, b: number): string => `${formatExact(a)} / ${formatExact(b)}`;

const segmentShare = rateRow('share of traffic', ({ share }) => share);
/** Returns the row of traffic shares; none for a single segment. */
export const shareRow = (board: Scenario): readonly Row[] => (board.segments.length > 1 ? [segmentShare(board)] : []);
export const mixRow = rateRow('routed small', ({ routedSmall }) => routedSmall);
export const smallSuccessRow = rateRow('small success', smallSuccess);
export const strongSuccessRow = rateRow('strong success', strongSuccess);
export const escalationRow = rateRow('escalation, of small answers', noticed);
export const noticedRow = rateRow('small: noticed, of answers', noticed);
export const repairRow = rateRow('repair rate', ({ repairRate }) => repairRate);
export const noticedAndRepairedRow = (board: Scenario): Row =>
	row(
		board,
		'small: noticed / repaired',
		(segment) => `${formatExactPercent(noticed(segment))} / ${formatExactPercent(segment.repairRate)}`,
	);
export const riskRow = (board: Scenario): Row => row(board, 'product risk', ({ risk }) => risk);
export const overrideRow = (board: Scenario): Row => row(board, 'override', ({ override }) => override ?? 'none');

export const strongNoticedRow = boardRow('strong: noticed of failures', ({ strongDetection }) =>
	formatExactPercent(requireFigure(strongDetection)),
);
export const handoffRow = boardRow('cost of a hand-off', ({ handoffCost }) =>
	formatExactDollars(requireFigure(handoffCost)),
);
export const routerRow = boardRow('router, per request', ({ routerCost }) => formatExactDollars(routerCost));
export const attemptsRow = boardRow('attempts, small / strong', ({ attempts }) =>
	pair(attempts.small, attempts.strong),
);
export const flagsRow = boardRow(
	'check flags, wrong / right',
	({ check }) =>
		`${formatExactPercent(requireFigure(check?.catches))} / ${formatExactPercent(requireFigure(check?.falseAlarms))}`,
);
export const checkCostRow = boardRow('check, per answer', ({ check }) =>
	formatExactDollars(requireFigure(check?.cost)),
);

/** Returns c_small and c_strong, for questions that are not about tokens and prices. */
export const requestRow = (board: Scenario): Row =>
	row(board, 'spend per request, small / strong', (segment) =>
		[laneCost(board, 'small', segment), laneCost(board, 'strong', segment)].map(formatExactDollars).join(' / '),
	);

/** Returns the tokens of a request and the prices of both lanes. */
export function meterRows(board: Scenario): readonly Row[] {
	const cached = board.segments.some(({ tokens }) => requireFigure(tokens?.cached) > 0);
	const buckets = cached ? 'fresh / cached / output' : 'fresh / output';
	const cells = (format: (value: number) => string, first: number, middle: number, last: number): string =>
		[first, ...(cached ? [middle] : []), last].map(format).join(' / ');
	const prices = (lane: Lane): Row =>
		row(board, `${lane}, price per 1M: ${buckets}`, () => {
			const price = board.prices[lane];
			return cells(formatExactDollars, price.input, cachedPrice(price), price.output);
		});
	const tokens = row(board, `tokens: ${buckets}`, (segment) => {
		const { fresh, cached: reused, output } = tokensOf(segment);
		return cells(formatExact, fresh, reused, output);
	});
	return [tokens, prices('small'), prices('strong')];
}

/** Returns a call's cost in numbers: `(2,000 × 0.5 + 400 × 1.5) / 1,000,000`. */
export function callFormula(tokens: Tokens, price: Price): string {
	const parts = [
		[tokens.fresh, price.input],
		[tokens.cached, cachedPrice(price)],
		[tokens.output, price.output],
	] as const;
	const terms = parts
		.filter(([count]) => count > 0)
		.map(([count, usd]) => `${formatExact(count)} × ${formatExact(usd)}`);
	return `(${terms.join(' + ')}) / 1,000,000`;
}

export function tokensOf({ tokens }: Segment): Tokens {
	if (tokens === null) throw new Error('a drawn segment has its own tokens');
	return tokens;
}
