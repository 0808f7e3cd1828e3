import { isGroup } from '../is-group.js';
import { drawUnsafeLine } from '../problems/unsafe-text.js';
import { type Fields, parseAmount, RATE_FIELDS, REASONING_FIELD, REQUEST_FIELD, TIERS_FIELD } from './fields.js';
import { listedTiers, parseAboveField } from './tiers.js';

const USED: ReadonlySet<string> = new Set([
	...Object.values(RATE_FIELDS).flat(),
	REASONING_FIELD,
	REQUEST_FIELD,
	TIERS_FIELD,
]);

/** Fields that repeat a price in a seller's own unit. */
const REPEATED_PRICE = /^(?:input|output)_dbu?_cost_per_token$/;

/** Field names about money, and a field of multipliers, such as for faster answers. */
const MONEY =
	/(?:^|_)(?:costs?|prices?|pricing|fees?|surcharge|multiplier|uplift|discount)(?:_|$)|^provider_specific_entry$/;

/** Returns whether a field of an entry is about money. */
export const isMoney = (field: string): boolean => USED.has(field) || MONEY.test(field);

/** Lists the fields of an entry that contain costs and are not used. */
export function findUnreadFields(entry: Fields): readonly string[] {
	const own = Object.entries(entry).filter(([field, value]) => isUnused(field) && holdsAmount(value));
	const inTiers = listedTiers(entry).flatMap((tier) =>
		Object.entries(tier).flatMap(([field, value]) =>
			isUnusedInTier(field, tier) && holdsAmount(value) ? [`${TIERS_FIELD}.${field}`] : [],
		),
	);
	return [...new Set([...own.map(([field]) => field), ...inTiers])].map(fieldName);
}

const isUnused = (field: string): boolean =>
	MONEY.test(field) && !USED.has(field) && !REPEATED_PRICE.test(field) && parseAboveField(field) === null;

/**
 * Returns whether a field of a tier is not used: as for an entry, and also a fee, or a reasoning price other than the
 * output price.
 */
const isUnusedInTier = (field: string, tier: Fields): boolean =>
	isUnused(field) ||
	field === REQUEST_FIELD ||
	(field === REASONING_FIELD && parseAmount(tier[field]) !== parseAmount(tier[RATE_FIELDS.output[0]]));

/** Depth to which a field is searched for prices: it may contain prices for several sizes or regions. */
const MAX_DEPTH = 3;

function holdsAmount(value: unknown, depth = MAX_DEPTH): boolean {
	const number = parseAmount(value);
	if (number !== null) return number > 0;
	if (depth === 0) return false;
	const inside = Array.isArray(value) ? value : isGroup(value) ? Object.values(value) : [];
	return inside.some((one) => holdsAmount(one, depth - 1));
}

/** Lists used fields whose value is not a price, with that value. */
export function unclearFields(entry: Fields): readonly string[] {
	const groups = [entry, ...listedTiers(entry)];
	const found = groups.flatMap((group) =>
		Object.entries(group).flatMap(([field, value]) => {
			const isUsed = field !== TIERS_FIELD && (USED.has(field) || parseAboveField(field) !== null);
			if (!isUsed || value === null || parseAmount(value) !== null) return [];
			return [`${fieldName(field)} (${valueWords(value)})`];
		}),
	);
	return [...new Set([...found, ...unclearTiers(entry)])];
}

/** Lists entries of `tiered_pricing` that do not state the prompt length they start at. */
function unclearTiers({ [TIERS_FIELD]: tiers }: Fields): readonly string[] {
	if (tiers === undefined || tiers === null) return [];
	if (!Array.isArray(tiers)) return [`${TIERS_FIELD} (${valueWords(tiers)})`];
	return tiers.flatMap((tier: unknown, i) =>
		isGroup(tier) && isLength(Array.isArray(tier['range']) ? tier['range'][0] : undefined)
			? []
			: [`${TIERS_FIELD}[${i}]${isGroup(tier) ? `.range (${rangeWords(tier['range'])})` : ` (${valueWords(tier)})`}`],
	);
}

const isLength = (from: unknown): boolean => typeof from === 'number' && from >= 0;

const rangeWords = (range: unknown): string =>
	Array.isArray(range)
		? drawUnsafeLine(JSON.stringify(range).slice(0, MAX_VALUE_LENGTH))
		: range === undefined
			? 'missing'
			: valueWords(range);

const MAX_VALUE_LENGTH = 20;
const MAX_NAME_LENGTH = 100;

const fieldName = (field: string): string => drawUnsafeLine(field.slice(0, MAX_NAME_LENGTH));

function valueWords(value: unknown): string {
	if (typeof value === 'string') return `“${drawUnsafeLine(value.slice(0, MAX_VALUE_LENGTH))}”`;
	return isGroup(value) ? 'fields' : Array.isArray(value) ? 'a list' : String(value);
}
