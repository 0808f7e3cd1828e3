import type { GuardrailState, Verdict } from './outcome-types.js';

// What rounding can leave where the cost did not move.
const ROUNDING = 1e-12;

/**
 * Any breached guardrail: roll back; else any that cannot tell: canary; else no saving: no gain; else ship.
 * A saving that is not measured cannot tell either.
 */
export function verdictOf(guardrails: readonly Pick<GuardrailState, 'state'>[], saving: number | null): Verdict {
	if (guardrails.some(({ state }) => state === 'breached')) return 'roll-back';
	if (saving === null || guardrails.some(({ state }) => state === 'cannot-tell')) return 'canary';
	return saving <= ROUNDING ? 'no-gain' : 'ship';
}
