import type { Check, Scenario } from '../scenario.js';
import { findInput, inRange } from './read-input.js';
import type { Input } from './resolve.js';
import { type InputValue, type Result, refuse } from './result.js';
import { rowOf, setRow } from './rows.js';

/**
 * Sets one input; nothing is checked but the path and the value's own range, so that several edits that are
 * only right together (shares) can be applied one after the other. Check the result with `scenarioProblems`.
 */
export function setInput(scenario: Scenario, path: string, value: InputValue): Result<Scenario> {
	const row = rowOf(path);
	if (row !== null) return setRow(scenario, row, value);
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const input = found.value;
	if (typeof value === 'number') {
		const fits = inRange(input, value);
		if (!fits.ok) return fits;
	}
	if (scenario.check !== null && path.endsWith('.repairRate') && path.startsWith('segments.'))
		return refuse(`${path} is derived while a check is on`, 'Turn it off first with check=off.');
	if (input.kind === 'switch')
		return { ok: true, value: { ...scenario, check: value === null ? null : (scenario.check ?? FIRST_CHECK) } };
	return { ok: true, value: write(withContainers(scenario, input), input.keys, value) as Scenario };
}

/**
 * What a check starts with when it is switched on: rates to begin with, for the reader to replace. Its delay is not
 * measured, so that whatever waits on it says so.
 */
export const FIRST_CHECK: Check = { catches: 0.9, falseAlarms: 0.05, cost: 0.0016, latency: null };

/** The value an input has now. */
export function inputValue(scenario: Scenario, input: Input): InputValue {
	let at: unknown = withContainers(scenario, input);
	for (const key of input.keys) at = (at as Record<string | number, unknown> | null)?.[key] ?? null;
	if (input.kind === 'switch') return at === null ? null : 'on';
	return at as InputValue;
}

// A segment's own tokens start from the scenario's; a check's fields start unmeasured, as does what was observed.
function withContainers(scenario: Scenario, input: Input): Scenario {
	const [group, index, inner] = input.keys;
	if (group === 'check' && index !== undefined && scenario.check === null)
		return { ...scenario, check: { catches: null, falseAlarms: null, cost: null, latency: null } };
	if (inner === 'tokens' || inner === 'observed') {
		const holder = (scenario[group as 'segments'] as readonly object[])[index as number] as Record<string, unknown>;
		if (holder[inner] !== null) return scenario;
		const empty =
			inner === 'tokens' ? scenario.tokens : { routedSmall: null, smallSuccess: null, escalationRate: null };
		return write(scenario, [group as string, index as number, inner], empty) as Scenario;
	}
	return scenario;
}

/** A copy of `node` with the value at `keys` replaced; everything beside the path is shared. */
function write(node: unknown, keys: readonly (string | number)[], value: unknown): unknown {
	const [key, ...rest] = keys;
	if (key === undefined) return value;
	if (Array.isArray(node)) return node.map((item, i) => (i === key ? write(item, rest, value) : item));
	const from = node as Record<string, unknown>;
	return { ...from, [key]: write(from[key], rest, value) };
}
