import { formatPlainNumber } from '../../../engine/inputs/format-value.js';
import { nameOf } from '../../explain/name-of.js';
import { MIN_PRICE } from '../../prices/units.js';
import type { Path } from '../../yaml/locate.js';
import { findChangedNumbers } from '../changed-numbers.js';
import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';

const RATES = ['input', 'cachedInput', 'output'] as const;

/** Finds prices that look like USD per token or per 1,000 tokens instead of per 1,000,000. */
export function priceDoubts({ scenario }: ScenarioDocument): readonly RuleViolation[] {
	const lanes = (['small', 'strong'] as const).flatMap((lane) =>
		RATES.map((rate) => ({ path: ['prices', lane, rate] as Path, value: scenario.prices[lane][rate] ?? 0 })),
	);
	return [...lanes, ...findChangedNumbers(scenario, /^prices\.\w+\.(?:input|cachedInput|output)$/)]
		.filter(({ value }) => value > 0 && value < MIN_PRICE)
		.map(({ path, value }) => {
			// A price this low per 1,000 tokens is unheard of, so it must be per token.
			const [unit, times] = value < 1e-5 ? ['token', 1e6] : ['1,000 tokens', 1e3];
			return {
				path,
				message: `${nameOf(scenario, path)} is $${formatPlainNumber(value)} per 1,000,000 tokens, less than any model is sold for`,
				help: `If that is the price per ${unit}, write ${formatPlainNumber(Number((value * times).toPrecision(12)))}.`,
			};
		});
}
