import { KIND_RANGES, type Kind } from '../../engine/inputs/kinds.js';
import { drawUnsafeLine, formatGrouped } from '../problems/unsafe-text.js';
import { numberKinds } from '../scenario/raw/shared.js';
import { definition, unwrapSchema } from './schema-at.js';

/** A description of each kind of number, followed by its range in messages. */
const NUMBERS: Record<Kind, string> = {
	percent: 'a rate or share',
	auc: "a router's AUC",
	price: 'USD per 1,000,000 tokens',
	money: 'an amount in USD',
	tokens: 'a number of tokens',
	multiple: 'a multiple of a price',
	attempts: 'mean attempts per call',
	times: 'a number of calls',
	duration: 'milliseconds',
	delay: 'milliseconds',
	labels: 'a number of labelled outcomes',
	count: 'a number',
	threshold: 'a threshold',
	limit: 'a limit',
};

/** Describes what a schema accepts: “a rate or share from 0 to 1”. */
export function describeSchema(schema: Parameters<typeof unwrapSchema>[0]): string {
	const def = definition(schema);
	const kind = kindOf(schema);
	if (kind)
		return `${NUMBERS[kind]} from ${formatGrouped(KIND_RANGES[kind].min)} to ${formatGrouped(KIND_RANGES[kind].max)}`;
	switch (def.type) {
		case 'number':
			return def.format ? wholeNumber(schema) : 'a number';
		case 'string':
			return 'text';
		case 'boolean':
			return 'true or false';
		case 'null':
			return 'null';
		case 'enum':
			return choiceWords(Object.values(def.entries ?? {}));
		case 'array':
			return 'a list (each item on a line of its own that starts with -)';
		case 'union':
			return joinWithOr((def.options ?? []).map(describeSchema));
		default:
			return def.shape ? `a group of fields (${Object.keys(def.shape).slice(0, 4).join(', ')} …)` : 'a group of fields';
	}
}

function wholeNumber(schema: Parameters<typeof unwrapSchema>[0]): string {
	const limit = (check: string): number | undefined =>
		definition(schema).checks?.find(({ _zod }) => _zod.def.check === check)?._zod.def.value;
	const [min = 0, max = Number.POSITIVE_INFINITY] = [limit('greater_than'), limit('less_than')];
	return max < 1000 ? `a whole number from ${min} to ${max}` : `a whole number, ${min} or more`;
}

const choiceWords = (names: readonly string[]): string =>
	names.length > 8 ? `one of ${names.length} names` : joinWithOr(names);

/** Returns the kind of number that a schema describes, or null. */
export function kindOf(schema: Parameters<typeof unwrapSchema>[0]): Kind | null {
	return numberKinds.get(unwrapSchema(schema))?.kind ?? null;
}

/**
 * Describes a value found in a file, briefly: `the text "84%"`.
 *
 * @param written how a value other than text is written in the file; null: like the value itself
 */
export function describeValue(value: unknown, written: string | null = null): string {
	if (value === null || value === undefined) return 'empty';
	if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quote(value)}`;
	if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a group of fields';
	return writtenValue(String(value), written);
}

// Shows 1e3 as written, 0x10 together with its value, and .inf as Infinity.
function writtenValue(value: string, written: string | null): string {
	if (written === null || /^[-+]?\.[a-z]/i.test(written)) return value;
	return /^0[xo]/i.test(written) ? `${written}, which YAML reads as ${value}` : written;
}

/** Returns a text in quotes, shortened to fit a message. */
export function quote(text: string): string {
	const characters = Array.from(text.slice(0, 200));
	const shortened = characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
	return `"${drawUnsafeLine(shortened)}"`;
}

/** Joins names: `low, medium or high`. */
export function joinWithOr(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}
