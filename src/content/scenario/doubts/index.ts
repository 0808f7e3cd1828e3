import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';
import { artifactDoubts } from './artifact.js';
import { checkDoubts } from './half-check.js';
import { limitDoubts } from './limits.js';
import { priceDoubts } from './prices.js';
import { waitDoubts } from './waits.js';
import { orderDoubts } from './week-order.js';

/**
 * Finds what is valid in a scenario but looks like a mistake: a wrong unit, a limit that vetoes everything. These
 * become warnings, since each may be intended. Only the first one about each place is kept.
 */
export function findDoubts(document: ScenarioDocument): readonly RuleViolation[] {
	const places = new Set<string>();
	return [artifactDoubts, priceDoubts, waitDoubts, limitDoubts, orderDoubts, checkDoubts]
		.flatMap((find) => find(document))
		.filter(({ path }) => {
			const place = JSON.stringify(path);
			return !places.has(place) && places.add(place);
		});
}
