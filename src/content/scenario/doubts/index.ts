import type { ScenarioDocument } from '../document.js';
import type { Breach } from '../rules/rule.js';
import { artifactDoubts } from './artifact.js';
import { checkDoubts } from './half-check.js';
import { limitDoubts } from './limits.js';
import { priceDoubts } from './prices.js';
import { waitDoubts } from './waits.js';
import { orderDoubts } from './week-order.js';

/**
 * What is allowed in a scenario that loads, and still looks like a slip: a unit that was mistaken, a limit that vetoes
 * everything. They are warnings, since each may be meant; of two about one place the first says why.
 */
export function doubts(document: ScenarioDocument): readonly Breach[] {
	const places = new Set<string>();
	return [artifactDoubts, priceDoubts, waitDoubts, limitDoubts, orderDoubts, checkDoubts]
		.flatMap((find) => find(document))
		.filter(({ path }) => {
			const place = JSON.stringify(path);
			return !places.has(place) && places.add(place);
		});
}
