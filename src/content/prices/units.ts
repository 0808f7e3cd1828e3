import { plain } from '../../engine/inputs/echo.js';
import { KINDS } from '../../engine/inputs/kinds.js';
import { type ListedRates, RATE_FIELDS, RATE_NAMES, REQUEST_FIELD } from './fields.js';
import type { ModelPrice, PriceList } from './list.js';
import { lengthText } from './tiers.js';

/** USD per 1,000,000 tokens: the dearest model ever sold took 600 for its output, the cheapest 0.01. */
const DEAREST = 1_000;
export const CHEAPEST = 0.0005;

/** USD a call: the dearest fee is a few cents. */
const DEAREST_FEE = 1;

/** So many times what others take for the same model is no margin. */
const TIMES = 1_000;

const USUAL = 'fields of this list are USD per token';
const USUAL_FEE = 'this field of the list is USD per call';

/** Nobody reads hundreds of digits. */
const usd = (price: number): string => (price < 1e15 ? plain(price) : price.toExponential(2));

/** What keeps rates from being those of a model, as it follows its name; null: nothing. */
export function impossibleUnit(rates: ListedRates, request = 0): string | null {
	if (request > KINDS.money.max)
		return `would cost USD ${usd(request)} a call by its ${REQUEST_FIELD}, which is another unit: ${USUAL_FEE}`;
	const rate = RATE_NAMES.find((name) => (rates[name] ?? 0) > KINDS.price.max);
	if (rate === undefined) return null;
	return `would cost USD ${usd(rates[rate] ?? 0)} per 1,000,000 tokens by its ${RATE_FIELDS[rate][0]}, which is another unit: ${USUAL}`;
}

/** Why a model's prices are probably in another unit than the list's, as it follows its name; null: they may be right. */
export function doubtfulUnit(model: ModelPrice, list: PriceList): string | null {
	if (model.request > DEAREST_FEE)
		return `costs USD ${usd(model.request)} a call by its ${REQUEST_FIELD}, ${MORE}, probably another unit: ${USUAL_FEE}`;
	const others = sellersOf(model, list);
	const doubt = RATE_NAMES.map((rate) =>
		doubtOf(
			model[rate],
			RATE_FIELDS[rate][0],
			others.map((other) => other[rate]),
		),
	);
	return doubt.find((found) => found !== null) ?? doubtfulTier(model);
}

const MORE = 'more than any model is sold for';

function doubtOf(price: number | null, field: string, others: readonly (number | null)[]): string | null {
	if (price === null || price === 0) return null;
	const elsewhere = others.filter((other) => other !== null && other > 0).map(Number);
	const [least, most] = [Math.min(...elsewhere), Math.max(...elsewhere)];
	const apart = elsewhere.length > 0 && (price >= TIMES * most || price * TIMES <= least);
	const odd = price > DEAREST ? [MORE] : price < CHEAPEST ? ['less than any model is sold for'] : [];
	if (odd.length === 0 && !apart) return null;
	const range = least === most ? plain(least) : `${plain(least)} to ${plain(most)}`;
	const says = [...odd, ...(elsewhere.length > 0 ? [`the same model elsewhere in the list: ${range}`] : [])];
	return `costs USD ${plain(price)} per 1,000,000 tokens by its ${field} (${says.join('; ')}), probably another unit: ${USUAL}`;
}

function doubtfulTier({ above }: ModelPrice): string | null {
	for (const { tokens, ...rates } of above) {
		const price = Math.max(...Object.values(rates).map(Number));
		if (price > DEAREST)
			return `costs USD ${plain(price)} per 1,000,000 tokens above ${lengthText(tokens)} tokens (${MORE}), probably another unit: ${USUAL}`;
	}
	return null;
}

/** The same model at others: sellers stand before the name of a model, with slashes between. */
function sellersOf({ name }: ModelPrice, { models }: PriceList): readonly ModelPrice[] {
	const own = lastPart(name);
	return models.filter((other) => other.name !== name && lastPart(other.name) === own);
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
