import { fromQuantiles, inSequence } from './lognormal.js';
import { type Branch, mixtureMean, mixtureQuantile } from './mixture.js';
import type { Check, Latency } from './scenario.js';
import { orNaN } from './unmeasured.js';

/** Milliseconds; NaN: not measured. */
export interface LatencyNumbers {
	readonly mean: number;
	readonly p50: number;
	readonly p95: number;
}

const UNMEASURED: LatencyNumbers = { mean: Number.NaN, p50: Number.NaN, p95: Number.NaN };

/**
 * What a user waits, over the board: small only, small and then strong where the
 * answer was repaired, and strong only. A check delays the first two.
 *
 * @param smallOnly Σwp(1 − r)
 * @param repaired Σwpr
 * @param strong Σw(1 − p)
 */
export function latencyNumbers(
	latency: Latency | null,
	check: Check | null,
	smallOnly: number,
	repaired: number,
	strong: number,
): LatencyNumbers {
	const total = smallOnly + repaired + strong;
	const delay = check === null || smallOnly + repaired === 0 ? 0 : orNaN(check.latency);
	if (latency === null || Number.isNaN(total + delay)) return UNMEASURED;
	const small = fromQuantiles(latency.small, delay);
	const large = fromQuantiles(latency.strong);
	const branches: Branch[] = [];
	if (smallOnly > 0) branches.push({ weight: smallOnly / total, time: small });
	if (repaired > 0) branches.push({ weight: repaired / total, time: inSequence(small, large) });
	if (strong > 0) branches.push({ weight: strong / total, time: large });
	return {
		mean: mixtureMean(branches),
		p50: mixtureQuantile(branches, 0.5),
		p95: mixtureQuantile(branches, 0.95),
	};
}
