import type { Scenario } from '../../engine/scenario.js';
import { fixed } from '../numbers/spell.js';
import type { Seeded } from '../seeded.js';

/** `support-bot` → `Support bot`: what a shipped scenario of a context is named for. */
export function productName(context: Scenario): string {
	const words = context.id.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every release touched all three, so that none of them points at a shape. */
const TOUCHED = ['the prompts', 'the routing rules', 'what happens to a small answer before it is shown'];

function listed(items: readonly string[]): string {
	// A name may have a comma of its own.
	const comma = items.some((item) => item.includes(',')) ? ';' : ',';
	return `${items.slice(0, -1).join(`${comma} `)}${items.length > 1 ? ' and ' : ''}${items.at(-1) ?? ''}`;
}

/** Two sentences that fit every shape: the product, and that much changed lately. */
export function drawBrief(random: Seeded, product: string, scenario: Scenario, releases: readonly number[]): string {
	const volume = fixed(scenario.volumePerWeek ?? 0, 0);
	const [first, last] = [releases[0], releases.at(-1)];
	const touched = listed(random.shuffled(TOUCHED));
	const segments = listed(scenario.segments.map(({ name }) => name));
	return random.pick([
		`${product} gets ${volume} requests a week, cut here into ${segments}. Releases ${first} to ${last} touched ${touched}, and the team has to say what became of them.`,
		`The board of ${product.toLowerCase()} covers ${volume} requests a week: ${segments}. Lately, releases ${first} to ${last} changed ${touched}.`,
		`${volume} requests a week reach ${product.toLowerCase()}, and its tables tell ${segments} apart. What changed lately came with releases ${first} to ${last}: ${touched}.`,
	]);
}
