import type { Lane, PriceTier, Scenario } from '../scenario.js';
import { formatPlainNumber } from './format-value.js';
import { KIND_RANGES } from './kinds.js';
import { parseNumber } from './parse-number.js';
import { type InputValue, type Result, refuse } from './result.js';

const TIERS_PATH = /^prices\.(small|strong)\.above$/;

/** Returns the lane in a path to its prices for long prompts, `prices.LANE.above`; null for any other path. */
export const parseTiersPath = (path: string): Lane | null => (TIERS_PATH.exec(path)?.[1] as Lane | undefined) ?? null;

/** Maximum number of tiers in a scenario file. */
export const MAX_TIERS = 20;

/**
 * Formats tiers as the value of an edit: `TOKENS:INPUT/CACHED/OUTPUT`, comma-separated; an empty CACHED means the same
 * price as INPUT. null: no tiers.
 */
export const formatTiers = (tiers: readonly PriceTier[]): string | null =>
	tiers.length === 0
		? null
		: tiers
				.map(({ tokens, input, cachedInput, output }) => `${tokens}:${input}/${cachedInput ?? ''}/${output}`)
				.join(',');

/** Parses the typed value of all tiers of a lane: `200k:2.5/0.25/15,1m:5/0.5/30`, or `off`. */
export function parseTiers(lane: Lane, text: string): Result<InputValue> {
	if (/^\s*(off|none)\s*$/i.test(text)) return { ok: true, value: null };
	const tiers = parseTierList(lane, text);
	return tiers.ok ? { ok: true, value: formatTiers(tiers.value) } : tiers;
}

/** Replaces all tiers of a lane. */
export function setTiers(scenario: Scenario, lane: Lane, value: InputValue): Result<Scenario> {
	const above = value === null ? { ok: true as const, value: [] } : parseTierList(lane, String(value));
	if (!above.ok) return above;
	const { prices } = scenario;
	return { ok: true, value: { ...scenario, prices: { ...prices, [lane]: { ...prices[lane], above: above.value } } } };
}

function parseTierList(lane: Lane, text: string): Result<readonly PriceTier[]> {
	const path = `prices.${lane}.above`;
	const tiers: PriceTier[] = [];
	for (const part of text.split(',')) {
		const tier = parseTier(part);
		if (tier === null)
			return refuse(
				`${path} cannot be read from “${part.trim()}”`,
				'Write TOKENS:INPUT/CACHED/OUTPUT in USD per 1,000,000 tokens, such as 200k:2.5/0.25/15; commas between several, or off.',
			);
		const { tokens, ...rates } = tier;
		if (
			!isInRange(tokens, KIND_RANGES.tokens) ||
			!Object.values(rates).every((rate) => isInRange(rate ?? 0, KIND_RANGES.price))
		)
			return refuse(
				`${path}: ${part.trim()} is out of range`,
				`Allowed: 0 to ${formatPlainNumber(KIND_RANGES.tokens.max)} tokens, $0 to $${formatPlainNumber(KIND_RANGES.price.max)} per 1,000,000.`,
			);
		tiers.push(tier);
	}
	if (tiers.length > MAX_TIERS)
		return refuse(`${path} has ${tiers.length} prices by length`, `Allowed: at most ${MAX_TIERS}.`);
	return { ok: true, value: tiers };
}

function parseTier(text: string): PriceTier | null {
	const [from = '', rates = '', ...extraParts] = text.split(':');
	const tokens = parseNumber(from, 'number');
	const [input, cached, output, ...extraRates] = rates.split('/').map((rate) => parseNumber(rate, 'money'));
	if (extraParts.length > 0 || extraRates.length > 0 || !tokens.ok || !input?.ok || !output?.ok) return null;
	const isCachedEmpty = rates.split('/')[1]?.trim() === '';
	if (!isCachedEmpty && !cached?.ok) return null;
	return {
		tokens: tokens.value,
		input: input.value,
		cachedInput: cached?.ok ? cached.value : null,
		output: output.value,
	};
}

const isInRange = (value: number, { min, max }: { readonly min: number; readonly max: number }): boolean =>
	value >= min && value <= max;
