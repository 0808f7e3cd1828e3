import type { Finding } from '../problems/problem.js';
import { lineOf, type SourceText } from '../problems/source-text.js';
import { type Member, membersAt } from './json-members.js';
import { isPriced, type ModelPrice, type UnpricedModel } from './list.js';
import { EXAMPLE, modelPrice } from './model-price.js';
import { isMoney } from './not-read.js';

/**
 * What an object of models in valid JSON has twice and differently: models with other prices, or fields of one model that
 * are about money. `JSON.parse` keeps the last of them without a word.
 *
 * @param at where the object stands
 */
export function saidTwice(source: SourceText, at: number): readonly Finding[] {
	const { text } = source;
	const models = membersAt(text, at).filter(({ name }) => name !== EXAMPLE);
	return [
		...repeated(models).flatMap(([before, again]) => {
			const values = difference(entryOf(before), entryOf(again));
			return values === null
				? []
				: [twice(before, again, `${again.name} is listed twice, with different prices`, values)];
		}),
		...models.flatMap((model) => {
			const fields = text[model.value] === '{' ? membersAt(text, model.value) : [];
			return repeated(fields.filter(({ name }) => isMoney(name))).flatMap(([before, again]) => {
				const [was, is] = [read(before), read(again)].map((value) => JSON.stringify(value).slice(0, MOST_SHOWN));
				return was === is ? [] : [twice(before, again, `${model.name} has ${again.name} twice`, `${was} and ${is}`)];
			});
		}),
	];

	function twice(before: Member, again: Member, what: string, values: string): Finding {
		const line = lineOf(source, before.start);
		const where = line === lineOf(source, again.start) ? 'earlier on this line' : `on line ${line}`;
		return {
			start: again.start,
			end: again.nameEnd,
			message: `${what}: ${values}; the first is ${where}`,
			help: 'Delete the one that does not hold.',
		};
	}

	function read({ value, end }: Member): unknown {
		return JSON.parse(text.slice(value, end));
	}

	function entryOf(member: Member): ModelPrice | UnpricedModel {
		return modelPrice(member.name, read(member));
	}
}

const MOST_SHOWN = 40;

/** The first and another of one name. */
function repeated(members: readonly Member[]): readonly (readonly [Member, Member])[] {
	const seen = new Map<string, Member>();
	return members.flatMap((member) => {
		const before = seen.get(member.name);
		if (before === undefined) seen.set(member.name, member);
		return before === undefined ? [] : [[before, member] as const];
	});
}

/** In what two entries cost something else; null: in nothing. Who sells them is no price. */
function difference(before: ModelPrice | UnpricedModel, again: ModelPrice | UnpricedModel): string | null {
	if (!isPriced(before) || !isPriced(again))
		return isPriced(before) === isPriced(again) ? null : 'one of them can be used, one not';
	const differs = (field: keyof ModelPrice): boolean => JSON.stringify(before[field]) !== JSON.stringify(again[field]);
	const rate = (['input', 'output', 'cachedInput', 'cacheWrite', 'reasoning'] as const).find(differs);
	if (rate !== undefined) return `${rate} USD ${usd(before[rate])} and ${usd(again[rate])} per 1,000,000 tokens`;
	if (differs('request')) return `USD ${before.request} and ${again.request} a call`;
	return differs('above') ? 'those of long prompts' : null;
}

const usd = (price: number | null): string => (price === null ? 'none' : String(price));
