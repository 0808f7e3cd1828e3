import type { Check, Scenario, Segment } from '../scenario.js';
import { ROW_FIELDS, SCENARIO_FIELDS, SEGMENT_FIELDS } from './fields.js';
import { guardrailPath, inputAt } from './resolve.js';
import type { Edit, InputValue } from './result.js';
import { DEFAULT_CHECK, storedValue } from './set-input.js';
import { formatTiers } from './tiers.js';

/**
 * Computes the edits that turn one state of a scenario into another, in an order in which they can be applied. The
 * result is exactly `to`, including repair rates hidden by a check and values that segments override.
 *
 * @param from the scenario as loaded
 * @param to the same scenario after any edits
 */
export function editsBetween(from: Scenario, to: Scenario): readonly Edit[] {
	const innerEdits = [
		...segmentEdits(from, to),
		...rowEdits(from, to),
		...guardrailEdits(from, to),
		...scenarioEdits(from, to),
		...tierEdits(from, to),
	];
	// Repair rates cannot be set while a check derives them: switch the check off first and on again last.
	const repairRateIds = new Set(innerEdits.flatMap(({ path }) => /^segments\.(.*)\.repairRate$/.exec(path)?.[1] ?? []));
	const isCheckLifted = from.check !== null && repairRateIds.size > 0;
	const liftedChecks = from.segments.filter(({ id, check }) => isCheck(check) && repairRateIds.has(id));
	return [
		...(from.check !== null && (to.check === null || isCheckLifted) ? [{ path: 'check', value: null }] : []),
		...liftedChecks.map(({ id }): Edit => ({ path: `segments.${id}.check`, value: null })),
		...innerEdits,
		...checkEdits('check', isCheckLifted ? null : from.check, to.check),
		...to.segments.flatMap((segment, i) => ownCheckEdits(from.segments[i], segment, repairRateIds.has(segment.id))),
	];
}

function checkEdits(path: string, from: Check | null, to: Check | null): Edit[] {
	if (to === null) return [];
	const start = from ?? DEFAULT_CHECK;
	const fields = CHECK_NAMES.flatMap((field): Edit[] =>
		start[field] === to[field] ? [] : [{ path: `${path}.${field}`, value: to[field] }],
	);
	return from === null ? [{ path, value: 'on' }, ...fields] : fields;
}

const CHECK_NAMES = ['catches', 'falseAlarms', 'cost', 'latency', 'labels'] as const satisfies readonly (keyof Check)[];

const isCheck = (check: Segment['check']): check is Check => check !== null && check !== 'off';

// A new segment check starts from the scenario's check, which may differ on replay: set every field.
function ownCheckEdits(previous: Segment | undefined, { id, check }: Segment, isCheckLifted: boolean): Edit[] {
	const path = `segments.${id}.check`;
	const from = previous?.check ?? null;
	if (check === null || (check === from && !isCheckLifted)) return [];
	if (check === 'off') return check === from ? [] : [{ path, value: null }];
	if (isCheck(from) && !isCheckLifted) return checkEdits(path, from, check);
	return [
		{ path, value: 'on' },
		...CHECK_NAMES.map((field): Edit => ({ path: `${path}.${field}`, value: check[field] })),
	];
}

function segmentEdits(from: Scenario, to: Scenario): Edit[] {
	return to.segments.flatMap((segment, i) => {
		const previous = from.segments[i];
		// Edits keep the identity of segments they do not touch.
		if (!previous || previous === segment) return [];
		const prefix = `segments.${segment.id}.`;
		return Object.keys(SEGMENT_FIELDS)
			.filter((field) => field !== 'check' && !field.startsWith('check.') && hasOwnField(segment, field))
			.flatMap((field) => inputEdits(from, to, prefix + field, isNewlyOwn(previous, segment, field)));
	});
}

/** Returns whether a segment has the field itself rather than inheriting the scenario's. */
function hasOwnField(segment: Segment, field: string): boolean {
	if (field.startsWith('tokens.')) return segment.tokens !== null;
	return !field.startsWith('observed.') || segment.observed !== null;
}

// Tokens or observations that a segment has newly gained count as changed even if their values are equal: they no
// longer follow the scenario's.
function isNewlyOwn(previous: Segment, now: Segment, field: string): boolean {
	if (field.startsWith('tokens.')) return previous.tokens === null && now.tokens !== null;
	return field.startsWith('observed.') && previous.observed === null && now.observed !== null;
}

function rowEdits(from: Scenario, to: Scenario): Edit[] {
	const removed = from.rows.filter(({ id }) => !to.rows.some((row) => row.id === id));
	return [
		...removed.map(({ id }): Edit => ({ path: `rows.${id}`, value: null })),
		...to.rows.flatMap((row) => {
			const previous = from.rows.find(({ id }) => id === row.id);
			if (previous === row) return [];
			const gainsTokens = row.tokens !== null && (previous?.tokens ?? null) === null;
			const names = Object.keys(ROW_FIELDS).filter((field) => row.tokens !== null || !field.startsWith('tokens.'));
			const fields = names.flatMap((field) =>
				inputEdits(
					from,
					to,
					`rows.${row.id}.${field}`,
					gainsTokens && field.startsWith('tokens.'),
					previous ? undefined : NEW_ROW,
				),
			);
			return previous ? fields : [{ path: `rows.${row.id}`, value: 'new' }, ...fields];
		}),
	];
}

/** Values of a newly added row. */
const NEW_ROW: Readonly<Record<string, InputValue>> = { routedSmall: 0, repairRate: 0, override: null };

const guardrailEdits = (from: Scenario, to: Scenario): Edit[] =>
	to.guardrails === from.guardrails
		? []
		: to.guardrails.flatMap((guardrail) => inputEdits(from, to, guardrailPath(guardrail)));

const scenarioEdits = (from: Scenario, to: Scenario): Edit[] =>
	Object.keys(SCENARIO_FIELDS)
		.filter((path) => path !== 'check' && !path.startsWith('check.'))
		.flatMap((path) => inputEdits(from, to, path));

const tierEdits = (from: Scenario, to: Scenario): Edit[] =>
	(['small', 'strong'] as const).flatMap((lane) => {
		const value = formatTiers(to.prices[lane].above);
		return formatTiers(from.prices[lane].above) === value ? [] : [{ path: `prices.${lane}.above`, value }];
	});

/** Returns the edit of one input if its value differs, or in any case if `always` is set. */
function inputEdits(from: Scenario, to: Scenario, path: string, always = false, start?: typeof NEW_ROW): Edit[] {
	const input = inputAt(to, path);
	if (!input) return [];
	const value = storedValue(to, input);
	const previous = inputAt(from, path);
	const before = start ? start[path.split('.').at(-1) ?? ''] : previous ? storedValue(from, previous) : undefined;
	return always || before !== value ? [{ path, value }] : [];
}
