import { nearestNames } from '../inputs/nearest.js';
import { guardrailPath } from '../inputs/resolve.js';
import type { ModelProblem } from '../outcome-types.js';
import type { Guardrail, Scenario, Segment } from '../scenario.js';
import { formatPercentExactly } from './format.js';

const SHARE_TOLERANCE = 1e-9;

/** Lists parts that do not fit together: shares, ids, guardrails, latency, price tiers. */
export function structureProblems(scenario: Scenario): ModelProblem[] {
	return [
		...shareProblems(scenario.segments),
		...duplicateIds('segments', scenario.segments),
		...duplicateIds('rows', scenario.rows),
		...duplicateIds('states', scenario.states),
		...duplicateGuardrails(scenario.guardrails),
		...scenario.guardrails.flatMap((guardrail) => unknownSegment(guardrail, scenario.segments)),
		...latencyProblems(scenario),
		...tierProblems(scenario),
	];
}

function shareProblems(segments: readonly Segment[]): ModelProblem[] {
	const [first] = segments;
	if (!first)
		return [{ path: 'segments', message: 'there is no segment', help: 'Give at least one, with a share of 100%.' }];
	const sum = segments.reduce((total, { share }) => total + share, 0);
	// Written so that a NaN fails too.
	if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
	const largest = segments.reduce((most, segment) => (segment.share > most.share ? segment : most), first);
	const needed = largest.share + 1 - sum;
	const suggestion =
		needed >= 0 && needed <= 1
			? ` With the others as they are, ${largest.id} would be ${formatPercentExactly(needed)}.`
			: '';
	return [
		{
			path: `segments.${largest.id}.share`,
			message: `the shares of the segments sum to ${formatPercentExactly(sum)}, not 100%`,
			help: `Make them sum to 100%.${suggestion}`,
		},
	];
}

/** Returns the values that occur more than once, each once. */
function duplicates(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

function duplicateIds(
	group: 'segments' | 'rows' | 'states',
	items: readonly { readonly id: string }[],
): ModelProblem[] {
	return duplicates(items.map(({ id }) => id)).map((id) => ({
		path: `${group}.${id}`,
		message: `the id ${id} is used more than once in ${group}`,
		help: 'Give each its own id: paths and guardrails find them by it.',
	}));
}

const guardrailBasePath = (guardrail: Guardrail): string => guardrailPath(guardrail).replace(/\.limit$/, '');

function duplicateGuardrails(guardrails: readonly Guardrail[]): ModelProblem[] {
	return duplicates(guardrails.map(guardrailBasePath)).map((path) => ({
		path,
		message: 'there is more than one guardrail on this metric and segment',
		help: 'Keep one of them: its path must name one limit.',
	}));
}

function unknownSegment(guardrail: Guardrail, segments: readonly Segment[]): ModelProblem[] {
	const ids = segments.map(({ id }) => id);
	if (guardrail.segment === null || ids.includes(guardrail.segment)) return [];
	const near = nearestNames(guardrail.segment, ids);
	return [
		{
			path: guardrailBasePath(guardrail),
			message: `there is no segment ${guardrail.segment} for this guardrail to watch`,
			help: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `The segments are ${ids.join(', ')}.`,
		},
	];
}

function latencyProblems({ latency }: Scenario): ModelProblem[] {
	if (latency === null) return [];
	return (['small', 'strong'] as const).flatMap((lane) => {
		const { p50, p95 } = latency[lane];
		if (!(p95 < p50)) return [];
		return [
			{
				path: `latency.${lane}.p95`,
				message: `the ${lane} lane's p95 of ${p95} ms is below its p50 of ${p50} ms`,
				help: `Give a p95 of at least ${p50} ms; equal means that every call takes the same time.`,
			},
		];
	});
}

function tierProblems({ prices }: Scenario): ModelProblem[] {
	return (['small', 'strong'] as const).flatMap((lane) =>
		prices[lane].above.flatMap(({ tokens }, i, tiers) => {
			const before = tiers[i - 1];
			if (before === undefined || tokens > before.tokens) return [];
			return [
				{
					path: `prices.${lane}.above`,
					message: `the ${lane} model’s prices above ${tokens} tokens stand after those above ${before.tokens}`,
					help: 'Order them by their tokens, ascending, each once: the last one that a prompt exceeds prices the call.',
				},
			];
		}),
	);
}
