import {
	type Field,
	GUARDRAIL_LIMIT,
	isChoice,
	kindUnit,
	ROW_FIELDS,
	SCENARIO_FIELDS,
	SEGMENT_FIELDS,
} from '../inputs/fields.js';
import { formatInputValue } from '../inputs/format-value.js';
import { KIND_RANGES, type Kind } from '../inputs/kinds.js';
import { metricUnit, type Unit } from '../inputs/metric-unit.js';
import { guardrailPath } from '../inputs/resolve.js';
import type { ModelProblem } from '../outcome-types.js';
import type { Lane, Price, Scenario, Step, Tokens } from '../scenario.js';

/** Lists every number outside the range of its kind. Edits are checked against the same ranges. */
export function rangeProblems(scenario: Scenario): ModelProblem[] {
	return [
		...fieldProblems('', scenario, SCENARIO_FIELDS),
		...scenario.segments.flatMap((segment) => fieldProblems(`segments.${segment.id}.`, segment, SEGMENT_FIELDS)),
		...scenario.rows.flatMap((row) => fieldProblems(`rows.${row.id}.`, row, ROW_FIELDS)),
		...tierProblems('small', scenario.prices.small),
		...tierProblems('strong', scenario.prices.strong),
		...stepProblems('', scenario.steps),
		...scenario.segments.flatMap(({ id, steps }) => stepProblems(`segments.${id}.`, steps ?? [])),
		...scenario.guardrails.flatMap((guardrail) =>
			outOfRange(
				guardrailPath(guardrail),
				'limit',
				GUARDRAIL_LIMIT.label,
				metricUnit(guardrail.metric),
				guardrail.limit,
			),
		),
	];
}

const stepProblems = (prefix: string, steps: readonly Step[]): ModelProblem[] =>
	steps.flatMap(({ name, times, tokens }) => [
		...outOfRange(`${prefix}steps.${name}.times`, 'times', 'times', 'number', times),
		...tokenProblems(`${prefix}steps.${name}.tokens.`, tokens),
	]);

const tokenProblems = (path: string, tokens: Tokens | null): ModelProblem[] => {
	const { reasoning, ...visible } = tokens ?? {};
	const hidden = Object.entries(reasoning ?? {}).map(([lane, value]) => [`reasoning.${lane}`, value] as const);
	return [...Object.entries(visible), ...hidden].flatMap(([name, value]) =>
		outOfRange(`${path}${name}`, 'tokens', `${name} tokens`, 'number', value),
	);
};

const tierProblems = (lane: Lane, { above }: Price): ModelProblem[] =>
	above.flatMap(({ tokens, ...rates }) => [
		...outOfRange(`prices.${lane}.above`, 'tokens', 'tokens of a tier', 'number', tokens),
		...Object.values(rates).flatMap((rate) =>
			outOfRange(`prices.${lane}.above`, 'price', `a price above ${tokens} tokens`, 'money', rate),
		),
	]);

function fieldProblems(prefix: string, owner: object, fields: Readonly<Record<string, Field>>): ModelProblem[] {
	return Object.entries(fields).flatMap(([name, { kind, label }]) => {
		if (isChoice(kind)) return [];
		const unit = kind === 'limit' ? 'number' : kindUnit(kind);
		return outOfRange(`${prefix}${name}`, kind, label, unit, valueAt(owner, name));
	});
}

// Returns null or undefined for an absent value or one inside an absent object.
function valueAt(owner: object, name: string): unknown {
	let at: unknown = owner;
	for (const key of name.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[key];
	return at;
}

function outOfRange(path: string, kind: Kind, label: string, unit: Unit, value: unknown): ModelProblem[] {
	const { min, max } = KIND_RANGES[kind];
	if (typeof value !== 'number' || (value >= min && value <= max)) return [];
	const show = (number: number): string => formatInputValue({ kind, unit }, number);
	return [
		{ path, message: `${label} is ${show(value)}, out of range`, help: `Allowed: ${show(min)} to ${show(max)}.` },
	];
}
