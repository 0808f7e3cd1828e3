import { cachedPrice } from '../../engine/cost.js';
import { formatPlainNumber } from '../../engine/inputs/format-value.js';
import type { Lane, Scenario } from '../../engine/scenario.js';
import { findChangedNumbers } from '../scenario/changed-numbers.js';
import type { ChosenModels } from './edits.js';
import type { ModelPrice, PriceList } from './list.js';
import { formatLength, writeMultiple } from './tiers.js';
import { doubtfulUnitReason } from './units.js';

/** The models whose prices a scenario uses, and the gaps in those prices. */
export interface PriceUse {
	/** Name of the price list file. */
	readonly file: string;
	readonly models: readonly UsedModel[];
	/** Paths of prices that the scenario sets in its weeks, states or baseline; they are not replaced. */
	readonly kept: readonly string[];
}

export interface UsedModel {
	readonly lane: Lane;
	/** Its name in the list. */
	readonly name: string;
	readonly provider: string | null;
	/** Prices that are missing, doubtful or not representable, each worded to follow the name. */
	readonly missing: readonly string[];
	/** Fields of the list with costs that are not read. */
	readonly notRead: readonly string[];
}

/**
 * Describes the use of chosen models in a scenario.
 *
 * @param scenario with the models' prices and all other edits; the gaps depend on the length of its prompts
 */
export const priceUse = ({ list, models }: ChosenModels, scenario: Scenario): PriceUse => ({
	file: list.file,
	models: models.map(({ lane, model }) => ({
		lane,
		name: model.name,
		provider: model.provider,
		missing: gapsOf(model, lane, scenario, list),
		notRead: model.notRead,
	})),
	kept: findKeptPrices(models, scenario),
});

function findKeptPrices(models: ChosenModels['models'], scenario: Scenario): readonly string[] {
	const lanes = new Set(models.map(({ lane }) => `prices.${lane}.`));
	const set = findChangedNumbers(scenario, /^prices\./).map(({ path }) => String(path.at(-1)));
	return [...new Set(set)].filter((path) => [...lanes].some((lane) => path.startsWith(lane)));
}

function gapsOf(model: ModelPrice, lane: Lane, scenario: Scenario, list: PriceList): readonly string[] {
	const { input, output, request, cachedInput, unclear, tierGaps } = model;
	return [
		doubtfulUnitReason(model, list),
		input === 0 && output === 0
			? request === 0
				? 'is listed at no cost at all'
				: 'is listed at no cost per token'
			: null,
		cachedInput === null ? 'has no price for cache reads: its input price stands in for it' : null,
		...tierGaps,
		tierGap(model, longestPrompt(scenario, lane)),
		reasoningGap(model),
		cacheWriteGap(model, scenario),
		unclear.length > 0 ? `has fields that hold no price: ${joinFirst(unclear)}` : null,
	].filter((gap) => gap !== null);
}

const MAX_NAMED = 8;

function joinFirst(fields: readonly string[]): string {
	const more = fields.length - MAX_NAMED;
	return `${fields.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function tierGap({ input, cachedInput, output, above }: ModelPrice, longest: number): string | null {
	const first = above.find(
		(tier) => tier.input > input || tier.output > output || cachedPrice(tier) > (cachedInput ?? input),
	);
	if (first === undefined) return null;
	const from = `is dearer above ${formatLength(first.tokens)} tokens`;
	return longest > first.tokens
		? `${from}, as prompts here are (up to ${formatPlainNumber(longest)})`
		: `${from}; the longest prompt here has ${formatPlainNumber(longest)}`;
}

/** Describes a separate reasoning price, which is not used: the model bills reasoning tokens as output; null: none. */
function reasoningGap({ reasoning: own, output }: ModelPrice): string | null {
	if (own === null || own === output) return null;
	const advice =
		output > 0
			? `, so count ${formatPlainNumber(Number((own / output).toPrecision(3)))} tokens for each in tokens.reasoning`
			: '';
	return `bills reasoning tokens at $${formatPlainNumber(own)} per 1,000,000 and its output at ${formatPlainNumber(output)}: only the output price is used${advice}`;
}

/**
 * Describes how the cache write price differs; null if no lane switch loses the cache, so that nothing is rewritten.
 */
function cacheWriteGap(model: ModelPrice, { cache }: Scenario): string | null {
	if (cache.onSwitch === 'kept') return null;
	const own = writeMultiple(model);
	const none = model.cacheWrite ? '' : 'has no price for cache writes, so they cost what input does';
	const scenarioPrice = `${formatPlainNumber(cache.write)} times input`;
	if (own === null)
		return model.cacheWrite
			? `has a price for cache writes ($${formatPlainNumber(model.cacheWrite)} per 1,000,000) that is no multiple of its input price (${formatPlainNumber(model.input)}): ${scenarioPrice} stands in for it`
			: null;
	if (own === cache.write) return none || null;
	const both = `both lanes are reckoned with ${scenarioPrice} here`;
	return none === ''
		? `writes to the cache at ${formatPlainNumber(own)} times its input price; ${both}`
		: `${none}; ${both}`;
}

/** Returns the tokens of the longest prompt, fresh and cached, that a lane answers in a scenario. */
function longestPrompt({ segments, rows, steps, tokens }: Scenario, lane: Lane): number {
	const shared = rows.map((row) => ({ tokens: row.tokens, steps: null }));
	const prompts = [...segments, ...shared].flatMap((own) =>
		(own.steps ?? steps)
			.filter((step) => step.lane === 'routed' || step.lane === lane)
			.map((step) => step.tokens ?? own.tokens ?? tokens),
	);
	return Math.max(0, ...prompts.map(({ fresh, cached }) => fresh + cached));
}
