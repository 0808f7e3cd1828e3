import { MAX_TIERS } from '../../engine/inputs/index.js';
import { isGroup } from '../is-group.js';
import { drawUnsafeLine } from '../problems/unsafe-text.js';
import {
	type Fields,
	type ListedRates,
	parseAmount,
	perMillion,
	RATE_FIELDS,
	REASONING_FIELD,
	REQUEST_FIELD,
	textOrNull,
} from './fields.js';
import type { ListedModel, ModelPrice, UnpricedModel } from './list.js';
import { aboveBase, baseRates, firstTier } from './tiers.js';
import { impossibleUnitReason } from './units.js';
import { findUnreadFields, unclearFields } from './unread-fields.js';

/** The entry of LiteLLM's price map that documents the fields. */
export const EXAMPLE = 'sample_spec';

/** Modes of models that answer in text. Others (embedding, rerank, images) cannot be routed to. */
const TEXT_MODES = new Set(['chat', 'completion', 'responses']);

/**
 * Reads one entry: its prices, or why none of them can be used.
 *
 * Field names are those of LiteLLM's public price map, in USD per token.
 */
export function modelPrice(name: string, entry: unknown): ModelPrice | UnpricedModel {
	const fields = isGroup(entry) ? entry : {};
	const mode = textOrNull(fields['mode']);
	const listed: ListedModel = { name: drawUnsafeLine(name), provider: textOrNull(fields['litellm_provider']), mode };
	if (!isGroup(entry)) return { ...listed, answers: true, why: 'has no fields, so no price' };
	if (mode !== null && !TEXT_MODES.has(mode.toLowerCase()))
		return { ...listed, answers: false, why: `is listed as ${mode}, which does not answer in text` };
	const base = baseRates(entry);
	const { input, output } = base;
	if (input === null || output === null) return { ...listed, answers: true, why: noPriceReason(entry, base) };
	const request = parseAmount(entry[REQUEST_FIELD]) ?? 0;
	const { above, gaps } = aboveBase(entry, { ...base, input, output });
	const unitProblem =
		impossibleUnitReason(base, request) ??
		above.map((tier) => impossibleUnitReason({ ...tier, cacheWrite: null })).find((why) => why);
	if (unitProblem) return { ...listed, answers: true, why: unitProblem };
	if (above.length > MAX_TIERS)
		return {
			...listed,
			answers: true,
			why: `has ${above.length} prices by length, and at most ${MAX_TIERS} can be used`,
		};
	return {
		...listed,
		...base,
		input,
		output,
		reasoning: perMillion(entry[REASONING_FIELD] ?? firstTier(entry)?.[REASONING_FIELD]),
		request,
		above,
		tierGaps: gaps,
		unclear: unclearFields(entry),
		notRead: findUnreadFields(entry),
	};
}

function noPriceReason(entry: Fields, { input, output }: ListedRates): string {
	const unclear = unclearFields(entry);
	if (unclear.length > 0) return `has no price that can be read: ${unclear.slice(0, 3).join(', ')}`;
	const [listedRate, missingRate] = input === null ? (['output', 'input'] as const) : (['input', 'output'] as const);
	if (input !== null || output !== null)
		return `has a price for ${listedRate} and none for ${missingRate} (${RATE_FIELDS[missingRate][0]})`;
	const others = findUnreadFields(entry);
	return others.length > 0
		? `is not priced per token but by ${others.slice(0, 3).join(', ')}`
		: 'is listed without a price';
}
