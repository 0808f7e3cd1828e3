import { z } from 'zod';
import { defaulted, required } from './numbers.js';
import { override, tokens } from './shared.js';
import { id, maybe, name, words } from './texts.js';

/** A row of the cost table. */
export const costRow = z
	.strictObject({
		id: id('Short and unique among the rows: letters, digits, - and _.'),
		name: name('As the table calls it.'),
		routedSmall: required('percent', 'Share of this row that is routed small, 0 to 1.'),
		repairRate: defaulted(
			'percent',
			0,
			'Share of small-routed requests that run again on the strong model, 0 to 1. Default 0.',
		),
		override,
		tokens: maybe(tokens("The row's own tokens per call. Default: the scenario's.")),
		improved: maybe(words('What this row improved. A row that cannot say is not ready for review.')),
		mayHaveWorsened: maybe(words('What this row may have worsened. A row that cannot say is not ready for review.')),
	})
	.describe('A row of the cost table: a population of requests of its own, at the prices of the scenario.');
