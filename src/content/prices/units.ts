import { formatPlainNumber } from '../../engine/inputs/format-value.js';
import { KIND_RANGES } from '../../engine/inputs/kinds.js';
import { type ListedRates, RATE_FIELDS, RATE_NAMES, REQUEST_FIELD } from './fields.js';
import type { ModelPrice, PriceList } from './list.js';
import { formatLength } from './tiers.js';

/**
 * Plausible limits in USD per 1,000,000 tokens: the most expensive model ever sold cost 600 for output, the cheapest
 * 0.01.
 */
const MAX_PRICE = 1_000;
export const MIN_PRICE = 0.0005;

/** Plausible limit in USD per call: the highest fees are a few cents. */
const MAX_FEE = 1;

/** Factor between sellers of the same model that no margin explains. */
const MAX_FACTOR = 1_000;

const RATE_UNIT = 'fields of this list are USD per token';
const FEE_UNIT = 'this field of the list is USD per call';

/** Formats a price; a huge one with an exponent instead of hundreds of digits. */
const usd = (price: number): string => (price < 1e15 ? formatPlainNumber(price) : price.toExponential(2));

/**
 * Explains why rates are impossible and must be in another unit, worded to follow the name; null: they are possible.
 */
export function impossibleUnitReason(rates: ListedRates, request = 0): string | null {
	if (request > KIND_RANGES.money.max)
		return `would cost $${usd(request)} a call by its ${REQUEST_FIELD}, which is another unit: ${FEE_UNIT}`;
	const rate = RATE_NAMES.find((name) => (rates[name] ?? 0) > KIND_RANGES.price.max);
	if (rate === undefined) return null;
	return `would cost $${usd(rates[rate] ?? 0)} per 1,000,000 tokens by its ${RATE_FIELDS[rate][0]}, which is another unit: ${RATE_UNIT}`;
}

/**
 * Explains why prices are probably in another unit than the list's, worded to follow the name; null: they are
 * plausible.
 */
export function doubtfulUnitReason(model: ModelPrice, list: PriceList): string | null {
	if (model.request > MAX_FEE)
		return `costs $${usd(model.request)} a call by its ${REQUEST_FIELD}, ${TOO_HIGH}, probably another unit: ${FEE_UNIT}`;
	const others = sameModelElsewhere(model, list);
	const doubt = RATE_NAMES.map((rate) =>
		rateDoubt(
			model[rate],
			RATE_FIELDS[rate][0],
			others.map((other) => other[rate]),
		),
	);
	return doubt.find((found) => found !== null) ?? tierDoubt(model);
}

const TOO_HIGH = 'more than any model is sold for';

function rateDoubt(price: number | null, field: string, others: readonly (number | null)[]): string | null {
	if (price === null || price === 0) return null;
	const elsewhere = others.filter((other) => other !== null && other > 0).map(Number);
	const [lowest, highest] = [Math.min(...elsewhere), Math.max(...elsewhere)];
	const isFarFromOthers = elsewhere.length > 0 && (price >= MAX_FACTOR * highest || price * MAX_FACTOR <= lowest);
	const implausible = price > MAX_PRICE ? [TOO_HIGH] : price < MIN_PRICE ? ['less than any model is sold for'] : [];
	if (implausible.length === 0 && !isFarFromOthers) return null;
	const range =
		lowest === highest ? formatPlainNumber(lowest) : `${formatPlainNumber(lowest)} to ${formatPlainNumber(highest)}`;
	const reasons = [...implausible, ...(elsewhere.length > 0 ? [`the same model elsewhere in the list: ${range}`] : [])];
	return `costs $${formatPlainNumber(price)} per 1,000,000 tokens by its ${field} (${reasons.join('; ')}), probably another unit: ${RATE_UNIT}`;
}

function tierDoubt({ above }: ModelPrice): string | null {
	for (const { tokens, ...rates } of above) {
		const price = Math.max(...Object.values(rates).map(Number));
		if (price > MAX_PRICE)
			return `costs $${formatPlainNumber(price)} per 1,000,000 tokens above ${formatLength(tokens)} tokens (${TOO_HIGH}), probably another unit: ${RATE_UNIT}`;
	}
	return null;
}

/** Finds the same model from other sellers: names have the form seller/…/model. */
function sameModelElsewhere({ name }: ModelPrice, { models }: PriceList): readonly ModelPrice[] {
	const own = lastPart(name);
	return models.filter((other) => other.name !== name && lastPart(other.name) === own);
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
