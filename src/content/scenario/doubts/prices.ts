import { plain } from '../../../engine/inputs/echo.js';
import { nameOf } from '../../explain/name-of.js';
import { CHEAPEST } from '../../prices/units.js';
import type { Path } from '../../yaml/locate.js';
import type { ScenarioDocument } from '../document.js';
import type { Breach } from '../rules/rule.js';
import { setNumbers } from '../set-numbers.js';

const RATES = ['input', 'cachedInput', 'output'] as const;

/** Finds prices that look like USD per token or per 1,000 tokens instead of per 1,000,000. */
export function priceDoubts({ scenario }: ScenarioDocument): readonly Breach[] {
	const lanes = (['small', 'strong'] as const).flatMap((lane) =>
		RATES.map((rate) => ({ path: ['prices', lane, rate] as Path, value: scenario.prices[lane][rate] ?? 0 })),
	);
	return [...lanes, ...setNumbers(scenario, /^prices\.\w+\.(?:input|cachedInput|output)$/)]
		.filter(({ value }) => value > 0 && value < CHEAPEST)
		.map(({ path, value }) => {
			// A price this low per 1,000 tokens is unheard of, so it must be per token.
			const [unit, times] = value < 1e-5 ? ['token', 1e6] : ['1,000 tokens', 1e3];
			return {
				path,
				message: `${nameOf(scenario, path)} is USD ${plain(value)} per 1,000,000 tokens, less than any model is sold for`,
				help: `If that is the price per ${unit}, write ${plain(Number((value * times).toPrecision(12)))}.`,
			};
		});
}
