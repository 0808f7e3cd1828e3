import type { PriceUse, UsedModel } from '../../content/index.js';
import { toSentence } from './format.js';

export type { PriceUse };

/** Returns notes on the origin of the prices and on their gaps, a sentence each. */
export const priceNotes = ({ file, models, kept }: PriceUse): readonly string[] => [
	`Prices: ${models.map(({ lane, name, provider }) => `${lane} ${name}${provider ? ` (${provider})` : ''}`).join(', ')}, from ${file}.`,
	// The set drops duplicates when one model is in both lanes.
	...new Set(models.flatMap(modelNotes)),
	...(kept.length > 0
		? [`The scenario sets prices of its own in weeks, states or its baseline, which stay: ${fieldsText(kept)}.`]
		: []),
];

/** Returns short notes on one model, for a line on screen that names it. */
export const shortPriceNotes = ({ missing, notRead }: UsedModel): readonly string[] => [
	...(missing.length > 0 ? [`It ${missing.join('; it ')}`] : []),
	...(notRead.length > 0 ? [`Not read: ${fieldsText(notRead, 2)}`] : []),
];

const modelNotes = ({ name, missing, notRead }: UsedModel): readonly string[] => [
	...missing.map((gap) => toSentence(`${name} ${gap}`)),
	...(notRead.length > 0 ? [`Not read of ${name}: ${fieldsText(notRead)}.`] : []),
];

/** Maximum number of fields listed in a sentence; JSON and CSV have all. */
const MAX_FIELDS = 8;

function fieldsText(fields: readonly string[], most = MAX_FIELDS): string {
	const named = fields.slice(0, most);
	const more = fields.length - named.length;
	return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
