import type { Check, Scenario, Segment } from '../scenario.js';
import { ROW_FIELDS, SCENARIO_FIELDS, SEGMENT_FIELDS } from './fields.js';
import { guardrailPath, inputAt } from './resolve.js';
import type { Edit, InputValue } from './result.js';
import { FIRST_CHECK, inputValue } from './set-input.js';
import { tiersText } from './tiers.js';

/**
 * The edits that make one state of a scenario from another, in an order in which they can be applied: what they
 * give is `to` exactly, with what its check hides and what its segments hold of their own.
 *
 * @param from the scenario as loaded
 * @param to the same scenario after any edits
 */
export function editsBetween(from: Scenario, to: Scenario): readonly Edit[] {
	const inside = [
		...segmentEdits(from, to),
		...rowEdits(from, to),
		...guardrailEdits(from, to),
		...ownEdits(from, to),
		...tierEdits(from, to),
	];
	// Repair rates cannot be set while a check derives them: the check goes first and comes back last.
	const rated = new Set(inside.flatMap(({ path }) => /^segments\.(.*)\.repairRate$/.exec(path)?.[1] ?? []));
	const hidden = from.check !== null && rated.size > 0;
	const ownHidden = from.segments.filter(({ id, check }) => isCheck(check) && rated.has(id));
	return [
		...(from.check !== null && (to.check === null || hidden) ? [{ path: 'check', value: null }] : []),
		...ownHidden.map(({ id }): Edit => ({ path: `segments.${id}.check`, value: null })),
		...inside,
		...checkEdits('check', hidden ? null : from.check, to.check),
		...to.segments.flatMap((segment, i) => ownCheckEdits(from.segments[i], segment, rated.has(segment.id))),
	];
}

function checkEdits(path: string, from: Check | null, to: Check | null): Edit[] {
	if (to === null) return [];
	const start = from ?? FIRST_CHECK;
	const fields = CHECK_NAMES.flatMap((field): Edit[] =>
		start[field] === to[field] ? [] : [{ path: `${path}.${field}`, value: to[field] }],
	);
	return from === null ? [{ path, value: 'on' }, ...fields] : fields;
}

const CHECK_NAMES = ['catches', 'falseAlarms', 'cost', 'latency', 'labels'] as const satisfies readonly (keyof Check)[];

const isCheck = (check: Segment['check']): check is Check => check !== null && check !== 'off';

// What a segment's check starts from depends on the scenario's: one that is new says all of itself.
function ownCheckEdits(was: Segment | undefined, { id, check }: Segment, hidden: boolean): Edit[] {
	const path = `segments.${id}.check`;
	const from = was?.check ?? null;
	if (check === null || (check === from && !hidden)) return [];
	if (check === 'off') return check === from ? [] : [{ path, value: null }];
	if (isCheck(from) && !hidden) return checkEdits(path, from, check);
	return [
		{ path, value: 'on' },
		...CHECK_NAMES.map((field): Edit => ({ path: `${path}.${field}`, value: check[field] })),
	];
}

function segmentEdits(from: Scenario, to: Scenario): Edit[] {
	return to.segments.flatMap((segment, i) => {
		const was = from.segments[i];
		// Edits share what they leave alone.
		if (!was || was === segment) return [];
		const prefix = `segments.${segment.id}.`;
		return Object.keys(SEGMENT_FIELDS)
			.filter((field) => field !== 'check' && !field.startsWith('check.') && holds(segment, field))
			.flatMap((field) => changed(from, to, prefix + field, isOwn(was, segment, field)));
	});
}

/** Whether a segment has the field itself; without tokens of its own it shows the scenario's. */
function holds(segment: Segment, field: string): boolean {
	if (field.startsWith('tokens.')) return segment.tokens !== null;
	return !field.startsWith('observed.') || segment.observed !== null;
}

// A segment's own tokens, and what was observed, count as changed once it has them at all: they no longer follow
// the scenario's, even while they are the same.
function isOwn(was: Segment, now: Segment, field: string): boolean {
	if (field.startsWith('tokens.')) return was.tokens === null && now.tokens !== null;
	return field.startsWith('observed.') && was.observed === null && now.observed !== null;
}

function rowEdits(from: Scenario, to: Scenario): Edit[] {
	const gone = from.rows.filter(({ id }) => !to.rows.some((row) => row.id === id));
	return [
		...gone.map(({ id }): Edit => ({ path: `rows.${id}`, value: null })),
		...to.rows.flatMap((row) => {
			const was = from.rows.find(({ id }) => id === row.id);
			if (was === row) return [];
			const own = row.tokens !== null && (was?.tokens ?? null) === null;
			const names = Object.keys(ROW_FIELDS).filter((field) => row.tokens !== null || !field.startsWith('tokens.'));
			const fields = names.flatMap((field) =>
				changed(from, to, `rows.${row.id}.${field}`, own && field.startsWith('tokens.'), was ? undefined : NEW_ROW),
			);
			return was ? fields : [{ path: `rows.${row.id}`, value: 'new' }, ...fields];
		}),
	];
}

/** Values of a row as it is added. */
const NEW_ROW: Readonly<Record<string, InputValue>> = { routedSmall: 0, repairRate: 0, override: null };

const guardrailEdits = (from: Scenario, to: Scenario): Edit[] =>
	to.guardrails === from.guardrails
		? []
		: to.guardrails.flatMap((guardrail) => changed(from, to, guardrailPath(guardrail)));

const ownEdits = (from: Scenario, to: Scenario): Edit[] =>
	Object.keys(SCENARIO_FIELDS)
		.filter((path) => path !== 'check' && !path.startsWith('check.'))
		.flatMap((path) => changed(from, to, path));

const tierEdits = (from: Scenario, to: Scenario): Edit[] =>
	(['small', 'strong'] as const).flatMap((lane) => {
		const value = tiersText(to.prices[lane].above);
		return tiersText(from.prices[lane].above) === value ? [] : [{ path: `prices.${lane}.above`, value }];
	});

/** The edit of one input, where its value differs, or is said in any case. */
function changed(from: Scenario, to: Scenario, path: string, always = false, start?: typeof NEW_ROW): Edit[] {
	const input = inputAt(to, path);
	if (!input) return [];
	const value = inputValue(to, input);
	const was = inputAt(from, path);
	const before = start ? start[path.split('.').at(-1) ?? ''] : was ? inputValue(from, was) : undefined;
	return always || before !== value ? [{ path, value }] : [];
}
