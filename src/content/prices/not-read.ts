import { harmlessLine } from '../problems/harmless.js';
import { amount, type Fields, isGroup, RATE_FIELDS, REASONING_FIELD, REQUEST_FIELD, TIERS_FIELD } from './fields.js';
import { aboveOf, listedTiers } from './tiers.js';

const USED: ReadonlySet<string> = new Set([
	...Object.values(RATE_FIELDS).flat(),
	REASONING_FIELD,
	REQUEST_FIELD,
	TIERS_FIELD,
]);

/** The same prices once more, in a seller's own unit. */
const SAID_TWICE = /^(?:input|output)_dbu?_cost_per_token$/;

/** Words of a field's name that say it is about money; and a field of multipliers, such as for a faster answer. */
const MONEY =
	/(?:^|_)(?:costs?|prices?|pricing|fees?|surcharge|multiplier|uplift|discount)(?:_|$)|^provider_specific_entry$/;

/** Whether a field of an entry is about money. */
export const isMoney = (field: string): boolean => USED.has(field) || MONEY.test(field);

/** Fields of an entry that cost money and are not used, as the file names them. */
export function notRead(entry: Fields): readonly string[] {
	const own = Object.entries(entry).filter(([field, value]) => isLeft(field) && holdsAmount(value));
	const inTiers = listedTiers(entry).flatMap((tier) =>
		Object.entries(tier).flatMap(([field, value]) =>
			isLeftInTier(field, tier) && holdsAmount(value) ? [`${TIERS_FIELD}.${field}`] : [],
		),
	);
	return [...new Set([...own.map(([field]) => field), ...inTiers])].map(shownName);
}

const isLeft = (field: string): boolean =>
	MONEY.test(field) && !USED.has(field) && !SAID_TWICE.test(field) && aboveOf(field) === null;

/** Of a tier neither a fee is used nor a price for reasoning, which is paid as its output is. */
const isLeftInTier = (field: string, tier: Fields): boolean =>
	isLeft(field) ||
	field === REQUEST_FIELD ||
	(field === REASONING_FIELD && amount(tier[field]) !== amount(tier[RATE_FIELDS.output[0]]));

/** How deep such a field is: a price, or prices for a few sizes or regions. */
const DEPTH = 3;

function holdsAmount(value: unknown, depth = DEPTH): boolean {
	const number = amount(value);
	if (number !== null) return number > 0;
	if (depth === 0) return false;
	const inside = Array.isArray(value) ? value : isGroup(value) ? Object.values(value) : [];
	return inside.some((one) => holdsAmount(one, depth - 1));
}

/** Fields that are used and hold something else than a price, with what they hold. */
export function unclearFields(entry: Fields): readonly string[] {
	const holders = [entry, ...listedTiers(entry)];
	const found = holders.flatMap((holder) =>
		Object.entries(holder).flatMap(([field, value]) => {
			const used = field !== TIERS_FIELD && (USED.has(field) || aboveOf(field) !== null);
			if (!used || value === null || amount(value) !== null) return [];
			return [`${shownName(field)} (${shown(value)})`];
		}),
	);
	return [...new Set([...found, ...unclearTiers(entry)])];
}

/** What of `tiered_pricing` does not say from which length it holds. */
function unclearTiers({ [TIERS_FIELD]: tiers }: Fields): readonly string[] {
	if (tiers === undefined || tiers === null) return [];
	if (!Array.isArray(tiers)) return [`${TIERS_FIELD} (${shown(tiers)})`];
	return tiers.flatMap((tier: unknown, i) =>
		isGroup(tier) && isLength(Array.isArray(tier['range']) ? tier['range'][0] : undefined)
			? []
			: [`${TIERS_FIELD}[${i}]${isGroup(tier) ? `.range (${shownRange(tier['range'])})` : ` (${shown(tier)})`}`],
	);
}

const isLength = (from: unknown): boolean => typeof from === 'number' && from >= 0;

const shownRange = (range: unknown): string =>
	Array.isArray(range)
		? harmlessLine(JSON.stringify(range).slice(0, MOST_SHOWN))
		: range === undefined
			? 'missing'
			: shown(range);

const MOST_SHOWN = 20;
const MOST_NAME = 100;

const shownName = (field: string): string => harmlessLine(field.slice(0, MOST_NAME));

function shown(value: unknown): string {
	if (typeof value === 'string') return `“${harmlessLine(value.slice(0, MOST_SHOWN))}”`;
	return isGroup(value) ? 'fields' : Array.isArray(value) ? 'a list' : String(value);
}
