import { cachedPrice } from '../../engine/cost.js';
import { plain } from '../../engine/inputs/echo.js';
import type { Lane, Scenario } from '../../engine/scenario.js';
import { setNumbers } from '../scenario/set-numbers.js';
import type { ChosenModels } from './edits.js';
import type { ModelPrice, PriceList } from './list.js';
import { lengthText, writeMultiple } from './tiers.js';
import { doubtfulUnit } from './units.js';

/** Whose prices a scenario has, and what they leave open. */
export interface PriceUse {
	/** The list, as it was named. */
	readonly file: string;
	readonly models: readonly UsedModel[];
	/** Prices that the scenario sets in its weeks, states or baseline, by their paths: they stay as they are. */
	readonly kept: readonly string[];
}

export interface UsedModel {
	readonly lane: Lane;
	/** As the list calls it. */
	readonly name: string;
	readonly provider: string | null;
	/** What is missing, doubtful or priced otherwise than the model says, each as it follows the name. */
	readonly missing: readonly string[];
	/** Fields of the list that cost money and are not read. */
	readonly notRead: readonly string[];
}

/** @param scenario with its prices, and all other edits: how long prompts are decides what is said */
export const priceUse = ({ list, models }: ChosenModels, scenario: Scenario): PriceUse => ({
	file: list.file,
	models: models.map(({ lane, model }) => ({
		lane,
		name: model.name,
		provider: model.provider,
		missing: gapsOf(model, lane, scenario, list),
		notRead: model.notRead,
	})),
	kept: keptPrices(models, scenario),
});

function keptPrices(models: ChosenModels['models'], scenario: Scenario): readonly string[] {
	const lanes = new Set(models.map(({ lane }) => `prices.${lane}.`));
	const set = setNumbers(scenario, /^prices\./).map(({ path }) => String(path.at(-1)));
	return [...new Set(set)].filter((path) => [...lanes].some((lane) => path.startsWith(lane)));
}

function gapsOf(model: ModelPrice, lane: Lane, scenario: Scenario, list: PriceList): readonly string[] {
	const { input, output, request, cachedInput, unclear, tierGaps } = model;
	return [
		doubtfulUnit(model, list),
		input === 0 && output === 0
			? request === 0
				? 'is listed at no cost at all'
				: 'is listed at no cost per token'
			: null,
		cachedInput === null ? 'has no price for cache reads: its input price stands in for it' : null,
		...tierGaps,
		dearer(model, longestPrompt(scenario, lane)),
		reasoning(model),
		cacheWrite(model, scenario),
		unclear.length > 0 ? `has fields that hold no price: ${firstOf(unclear)}` : null,
	].filter((gap) => gap !== null);
}

const MOST_NAMED = 8;

function firstOf(fields: readonly string[]): string {
	const more = fields.length - MOST_NAMED;
	return `${fields.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function dearer({ input, cachedInput, output, above }: ModelPrice, longest: number): string | null {
	const first = above.find(
		(tier) => tier.input > input || tier.output > output || cachedPrice(tier) > (cachedInput ?? input),
	);
	if (first === undefined) return null;
	const from = `is dearer above ${lengthText(first.tokens)} tokens`;
	return longest > first.tokens
		? `${from}, as prompts here are (up to ${plain(longest)})`
		: `${from}; the longest prompt here has ${plain(longest)}`;
}

/** The model pays reasoning tokens as output. */
function reasoning({ reasoning: own, output }: ModelPrice): string | null {
	if (own === null || own === output) return null;
	const way =
		output > 0 ? `, so count ${plain(Number((own / output).toPrecision(3)))} tokens for each in tokens.reasoning` : '';
	return `bills reasoning tokens at USD ${plain(own)} per 1,000,000 and its output at ${plain(output)}: only the output price is used${way}`;
}

/** Only where a change of lanes loses the cache is anything written anew. */
function cacheWrite(model: ModelPrice, { cache }: Scenario): string | null {
	if (cache.onSwitch === 'kept') return null;
	const own = writeMultiple(model);
	const none = model.cacheWrite ? '' : 'has no price for cache writes, so they cost what input does';
	const here = `${plain(cache.write)} times input`;
	if (own === null)
		return model.cacheWrite
			? `has a price for cache writes (USD ${plain(model.cacheWrite)} per 1,000,000) that is no multiple of its input price (${plain(model.input)}): ${here} stands in for it`
			: null;
	if (own === cache.write) return none || null;
	const both = `both lanes are reckoned with ${here} here`;
	return none === '' ? `writes to the cache at ${plain(own)} times its input price; ${both}` : `${none}; ${both}`;
}

/** Tokens of the longest prompt of a scenario that a lane answers, fresh and cached. */
function longestPrompt({ segments, rows, steps, tokens }: Scenario, lane: Lane): number {
	const shared = rows.map((row) => ({ tokens: row.tokens, steps: null }));
	const prompts = [...segments, ...shared].flatMap((own) =>
		(own.steps ?? steps)
			.filter((step) => step.lane === 'routed' || step.lane === lane)
			.map((step) => step.tokens ?? own.tokens ?? tokens),
	);
	return Math.max(0, ...prompts.map(({ fresh, cached }) => fresh + cached));
}
