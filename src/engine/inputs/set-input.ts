import { effectiveCheck } from '../cost.js';
import type { Check, Lane, Scenario, Segment } from '../scenario.js';
import { checkRange, findInput } from './read-input.js';
import type { Input } from './resolve.js';
import { type InputValue, type Result, refuse } from './result.js';
import { parseRowPath, setRow } from './rows.js';
import { parseTiersPath, setTiers } from './tiers.js';

/**
 * Sets one input. Checks only the path and the value's own range, so that edits that are valid only together (shares)
 * can be applied one after the other. Check the result with `scenarioProblems`.
 */
export function setInput(scenario: Scenario, path: string, value: InputValue): Result<Scenario> {
	const row = parseRowPath(path);
	if (row !== null) return setRow(scenario, row, value);
	const tiers = parseTiersPath(path);
	if (tiers !== null) return setTiers(scenario, tiers, value);
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const input = found.value;
	if (typeof value === 'number') {
		const fits = checkRange(input, value);
		if (!fits.ok) return fits;
	}
	const segment = segmentAt(scenario, input);
	if (segment && input.keys[2] === 'repairRate' && effectiveCheck(scenario, segment) !== null)
		return refuse(
			`${path} is derived while a check is on`,
			`Turn it off first with ${effectiveCheckPath(segment)}=off.`,
		);
	if (input.kind === 'switch') return { ok: true, value: withCheckSwitched(scenario, input, value !== null) };
	return { ok: true, value: replaceAt(ensureContainer(scenario, input), input.keys, value) as Scenario };
}

/** Returns the path of the check that reads a segment's small answers. */
export const effectiveCheckPath = ({ id, check }: Pick<Segment, 'id' | 'check'>): string =>
	check === null ? 'check' : `segments.${id}.check`;

/**
 * The check that is used when one is switched on, with example rates for the reader to replace. Its delay is not
 * measured, so figures that depend on it say so.
 */
export const DEFAULT_CHECK: Check = { catches: 0.9, falseAlarms: 0.05, cost: 0.0016, latency: null, labels: null };

const EMPTY_CHECK: Check = { catches: null, falseAlarms: null, cost: null, latency: null, labels: null };

// A segment's own check starts as a copy of the scenario's.
function withCheckSwitched(scenario: Scenario, input: Input, on: boolean): Scenario {
	const segment = segmentAt(scenario, input);
	if (!segment) return { ...scenario, check: on ? (scenario.check ?? DEFAULT_CHECK) : null };
	const now = effectiveCheck(scenario, segment) ?? scenario.check ?? DEFAULT_CHECK;
	return replaceAt(scenario, input.keys, on ? now : 'off') as Scenario;
}

/** Returns the current value of an input; a cached input price that was left out equals the input price. */
export function inputValue(scenario: Scenario, input: Input): InputValue {
	const stored = storedValue(scenario, input);
	const [group, lane, field] = input.keys;
	return stored === null && group === 'prices' && field === 'cachedInput'
		? scenario.prices[lane as Lane].input
		: stored;
}

/** Returns the value as the scenario stores it: null if it was left out. */
export function storedValue(scenario: Scenario, input: Input): InputValue {
	const segment = segmentAt(scenario, input);
	if (input.kind === 'switch')
		return (segment ? effectiveCheck(scenario, segment) : scenario.check) === null ? null : 'on';
	let at: unknown = ensureContainer(scenario, input);
	for (const key of input.keys) at = (at as Record<string | number, unknown> | null)?.[key] ?? null;
	return at as InputValue;
}

function segmentAt(scenario: Scenario, { keys: [group, index] }: Input): Segment | undefined {
	return group === 'segments' && typeof index === 'number' ? scenario.segments[index] : undefined;
}

// Creates the object that contains the input, if it is missing: tokens start from the scenario's, a check from the one
// in force or else unmeasured, observations unmeasured.
function ensureContainer(scenario: Scenario, input: Input): Scenario {
	const [group, index, inner] = input.keys;
	if (group === 'check' && scenario.check === null) return { ...scenario, check: EMPTY_CHECK };
	if (inner !== 'tokens' && inner !== 'observed' && inner !== 'check') return scenario;
	const owner = (scenario[group as 'segments'] as readonly Segment[])[index as number] as Segment;
	if (owner[inner] !== null && owner[inner] !== 'off') return scenario;
	const start = {
		tokens: scenario.tokens,
		observed: { routedSmall: null, smallSuccess: null, escalationRate: null },
		check: (inner === 'check' ? effectiveCheck(scenario, owner) : null) ?? EMPTY_CHECK,
	};
	return replaceAt(scenario, [group as string, index as number, inner], start[inner]) as Scenario;
}

/** Returns a copy of `node` with the value at `keys` replaced; everything off the path is shared. */
function replaceAt(node: unknown, keys: readonly (string | number)[], value: unknown): unknown {
	const [key, ...rest] = keys;
	if (key === undefined) return value;
	if (Array.isArray(node)) return node.map((item, i) => (i === key ? replaceAt(item, rest, value) : item));
	const from = node as Record<string, unknown>;
	return { ...from, [key]: replaceAt(from[key], rest, value) };
}
