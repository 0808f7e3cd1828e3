import { formatProblem, loadPrices, type PriceList } from '../../../src/content/index.js';

/** Loads a valid price list; throws if it is refused. */
export function loadPriceList(input: string | Uint8Array): PriceList {
	const read = loadPrices(input, 'prices.json');
	if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
	return read.prices;
}

/** Loads a list of these entries, after one that always has a price. */
export const listOf = (entries: Readonly<Record<string, unknown>>): PriceList =>
	loadPriceList(
		JSON.stringify({ 'other/known': { input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 }, ...entries }),
	);
