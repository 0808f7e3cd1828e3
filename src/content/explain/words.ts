import { KINDS, type Kind } from '../../engine/inputs/kinds.js';
import { grouped, harmlessLine } from '../problems/harmless.js';
import { numberKinds } from '../scenario/raw/shared.js';
import { bare, definition } from './schema-at.js';

/** What each kind of number is, in words that stand before its range. */
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

/** What the schema accepts, in words: “a rate or share from 0 to 1”. */
export function expectation(schema: Parameters<typeof bare>[0]): string {
	const def = definition(schema);
	const kind = kindOf(schema);
	if (kind) return `${NUMBERS[kind]} from ${grouped(KINDS[kind].min)} to ${grouped(KINDS[kind].max)}`;
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
			return choice(Object.values(def.entries ?? {}));
		case 'array':
			return 'a list (each item on a line of its own that starts with -)';
		case 'union':
			return alternatives((def.options ?? []).map(expectation));
		default:
			return def.shape ? `a group of fields (${Object.keys(def.shape).slice(0, 4).join(', ')} …)` : 'a group of fields';
	}
}

function wholeNumber(schema: Parameters<typeof bare>[0]): string {
	const limit = (check: string): number | undefined =>
		definition(schema).checks?.find(({ _zod }) => _zod.def.check === check)?._zod.def.value;
	const [least = 0, most = Number.POSITIVE_INFINITY] = [limit('greater_than'), limit('less_than')];
	return most < 1000 ? `a whole number from ${least} to ${most}` : `a whole number, ${least} or more`;
}

const choice = (names: readonly string[]): string =>
	names.length > 8 ? `one of ${names.length} names` : alternatives(names);

/** The kind of number a schema holds, or null. */
export function kindOf(schema: Parameters<typeof bare>[0]): Kind | null {
	return numberKinds.get(bare(schema))?.kind ?? null;
}

/**
 * A value as found in a file, in words and short: `the text "84%"`.
 *
 * @param written how a value that is no text is spelled in the file; null: as the value itself
 */
export function found(value: unknown, written: string | null = null): string {
	if (value === null || value === undefined) return 'empty';
	if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoted(value)}`;
	if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a group of fields';
	return readAs(String(value), written);
}

// 1e3 is shown as it stands, 0x10 with what YAML makes of it, and .inf as what it is.
function readAs(value: string, written: string | null): string {
	if (written === null || /^[-+]?\.[a-z]/i.test(written)) return value;
	return /^0[xo]/i.test(written) ? `${written}, which YAML reads as ${value}` : written;
}

/** A text in quotes, cut to what a message can hold. */
export function quoted(text: string): string {
	const characters = Array.from(text.slice(0, 200));
	const cut = characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
	return `"${harmlessLine(cut)}"`;
}

/** `low, medium or high`. */
export function alternatives(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}
