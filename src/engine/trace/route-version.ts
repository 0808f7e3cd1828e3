import type { Check, Scenario } from '../scenario.js';

/**
 * A name for the routing that is in force: the scenario's id, and six hexadecimal digits that change with its mix,
 * overrides, repairs, dial or check. A ledger that keeps it can join outcomes with the route that made them.
 */
export function routeVersion({ id, segments, threshold, check }: Scenario): string {
	const rules = segments.map(({ id, routedSmall, override, repairRate, check: own }) => [
		...[id, routedSmall, override, repairRate],
		...(own === null ? [] : [own === 'off' ? own : reading(own)]),
	]);
	return `${id}@${fingerprint(JSON.stringify([rules, threshold, check && reading(check)]))}`;
}

/** What a check does, without what is known of it. */
const reading = ({ catches, falseAlarms, cost, latency }: Check): object => ({ catches, falseAlarms, cost, latency });

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units, folded to 24 bits: short, and not a secret. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
}
