import type { Finding } from '../problems/finding.js';
import { lineOf, type SourceText } from '../problems/source-text.js';
import { skipBlanks, tokenAt } from './json-tokens.js';
import { isPriced, type ModelPrice, type UnpricedModel } from './list.js';
import { EXAMPLE, modelPrice } from './model-price.js';
import { isMoney } from './unread-fields.js';

/**
 * Finds duplicates with different values in a valid JSON object of models: models with different prices, and fields of
 * one model that are about money. `JSON.parse` would silently keep the last of them.
 *
 * @param at offset of the object
 */
export function findDuplicates(source: SourceText, at: number): readonly Finding[] {
	const { text } = source;
	const models = membersAt(text, at).filter(({ name }) => name !== EXAMPLE);
	return [
		...duplicatePairs(models).flatMap(([before, again]) => {
			const values = priceDifference(readEntry(before), readEntry(again));
			return values === null
				? []
				: [toFinding(before, again, `${again.name} is listed twice, with different prices`, values)];
		}),
		...models.flatMap((model) => {
			const fields = text[model.value] === '{' ? membersAt(text, model.value) : [];
			return duplicatePairs(fields.filter(({ name }) => isMoney(name))).flatMap(([before, again]) => {
				const [was, is] = [readValue(before), readValue(again)].map((value) =>
					JSON.stringify(value).slice(0, MAX_VALUE_LENGTH),
				);
				return was === is
					? []
					: [toFinding(before, again, `${model.name} has ${again.name} twice`, `${was} and ${is}`)];
			});
		}),
	];

	function toFinding(before: Member, again: Member, what: string, values: string): Finding {
		const line = lineOf(source, before.start);
		const where = line === lineOf(source, again.start) ? 'earlier on this line' : `on line ${line}`;
		return {
			start: again.start,
			end: again.nameEnd,
			message: `${what}: ${values}; the first is ${where}`,
			help: 'Delete the one that does not hold.',
		};
	}

	function readValue({ value, end }: Member): unknown {
		return JSON.parse(text.slice(value, end));
	}

	function readEntry(member: Member): ModelPrice | UnpricedModel {
		return modelPrice(member.name, readValue(member));
	}
}

const MAX_VALUE_LENGTH = 40;

/** Pairs each repeated member with the first one of the same name. */
function duplicatePairs(members: readonly Member[]): readonly (readonly [Member, Member])[] {
	const seen = new Map<string, Member>();
	return members.flatMap((member) => {
		const before = seen.get(member.name);
		if (before === undefined) seen.set(member.name, member);
		return before === undefined ? [] : [[before, member] as const];
	});
}

/** Describes how the prices of two entries differ; null: they do not. Other fields, such as the seller, are ignored. */
function priceDifference(before: ModelPrice | UnpricedModel, again: ModelPrice | UnpricedModel): string | null {
	if (!isPriced(before) || !isPriced(again))
		return isPriced(before) === isPriced(again) ? null : 'one of them can be used, one not';
	const differs = (field: keyof ModelPrice): boolean => JSON.stringify(before[field]) !== JSON.stringify(again[field]);
	const rate = (['input', 'output', 'cachedInput', 'cacheWrite', 'reasoning'] as const).find(differs);
	if (rate !== undefined) return `${rate} ${usd(before[rate])} and ${usd(again[rate])} per 1,000,000 tokens`;
	if (differs('request')) return `${usd(before.request)} and ${usd(again.request)} a call`;
	return differs('above') ? 'those of long prompts' : null;
}

const usd = (price: number | null): string => (price === null ? 'none' : `$${price}`);

/** A member of an object in a valid JSON text, with the offsets of its name and value. */
interface Member {
	readonly name: string;
	/** Start and end of the name, including its quotes. */
	readonly start: number;
	readonly nameEnd: number;
	/** Start and end of the value. */
	readonly value: number;
	readonly end: number;
}

/** Lists the members of the object at `at` in a valid JSON text, in order, including duplicates. */
function membersAt(text: string, at: number): readonly Member[] {
	const members: Member[] = [];
	let next = skipBlanks(text, at + 1);
	while (text[next] === '"') {
		const start = next;
		const name = tokenAt(text, start) ?? '';
		const colon = skipBlanks(text, start + name.length);
		const value = skipBlanks(text, colon + 1);
		const end = endOfValue(text, value);
		members.push({ name: JSON.parse(name), start, nameEnd: start + name.length, value, end });
		const after = skipBlanks(text, end);
		next = text[after] === ',' ? skipBlanks(text, after + 1) : text.length;
	}
	return members;
}

/** Returns the end of the value at `from`. Without recursion, so that nesting depth does not matter. */
function endOfValue(text: string, from: number): number {
	let open = 0;
	let at = from;
	for (;;) {
		const piece = tokenAt(text, at);
		if (piece === null) return text.length;
		if (piece === '{' || piece === '[') open += 1;
		if (piece === '}' || piece === ']') open -= 1;
		at += piece.length;
		if (open === 0) return at;
		at = skipBlanks(text, at);
	}
}
