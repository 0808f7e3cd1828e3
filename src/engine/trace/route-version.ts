import type { Scenario } from '../scenario.js';

/**
 * A name for the routing that is in force: the scenario's id, and six hexadecimal digits that change with its mix,
 * overrides, repairs, dial or check. A ledger that keeps it can join outcomes with the route that made them.
 */
export function routeVersion({ id, segments, threshold, check }: Scenario): string {
	const rules = segments.map((segment) => [segment.id, segment.routedSmall, segment.override, segment.repairRate]);
	return `${id}@${fingerprint(JSON.stringify([rules, threshold, check]))}`;
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units, folded to 24 bits: short, and not a secret. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
}
