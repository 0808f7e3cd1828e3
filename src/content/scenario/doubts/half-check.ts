import { effectiveCheck } from '../../../engine/cost.js';
import { applyChanges } from '../../../engine/inputs/apply-changes.js';
import type { Changes, Check, Scenario } from '../../../engine/scenario.js';
import { joinWithOr } from '../../explain/describe.js';
import type { Path } from '../../yaml/locate.js';
import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';

/** The fields of a check that figures depend on. Its latency may stay unmeasured. */
const NEEDED = ['catches', 'falseAlarms', 'cost'] as const satisfies readonly (keyof Check)[];

/** Finds changes that set one field of a check that is off, and so switch it on with the other fields unmeasured. */
export function checkDoubts({ scenario }: ScenarioDocument): readonly RuleViolation[] {
	const { weeks, states, baseline } = scenario;
	const found: RuleViolation[] = [];
	const applyAndCheck = (from: Scenario, set: Changes, path: Path): Scenario => {
		const to = applyChanges(from, set).scenario;
		found.push(...findHalfChecks(from, to, set).map((doubt) => ({ ...doubt, path: [...path, ...doubt.path] })));
		return to;
	};
	let week = scenario;
	weeks.forEach(({ set }, i) => {
		week = applyAndCheck(week, set, ['weeks', i, 'set']);
	});
	const known = new Map<string, Scenario>();
	states.forEach(({ id, from, set }, i) => {
		known.set(id, applyAndCheck(known.get(from ?? '') ?? scenario, set, ['states', i, 'set']));
	});
	if (baseline) applyAndCheck(scenario, baseline.set, ['baseline', 'set']);
	return found;
}

function findHalfChecks(from: Scenario, to: Scenario, set: Changes): readonly RuleViolation[] {
	const checks = [
		{ prefix: 'check.', was: from.check, now: to.check },
		...to.segments.map((segment, i) => {
			const before = from.segments[i];
			return {
				prefix: `segments.${segment.id}.check.`,
				was: before ? effectiveCheck(from, before) : null,
				now: effectiveCheck(to, segment),
			};
		}),
	];
	return checks.flatMap(({ prefix, was: before, now }) => {
		const key = Object.keys(set).find((path) => path.startsWith(prefix));
		const missing = NEEDED.filter((field) => now !== null && now[field] === null);
		if (key === undefined || before !== null || missing.length === 0) return [];
		const check = prefix.slice(0, -1);
		return [
			{
				path: [key],
				name: true,
				message: `${key} turns a check on that was off, and its ${joinWithOr(missing).replace(' or ', ' and ')} ${missing.length > 1 ? 'are' : 'is'} not measured`,
				help: `Set ${joinWithOr(missing.map((field) => prefix + field)).replace(' or ', ' and ')} too, or write ${check}: on above it, which starts from a whole check.`,
			},
		];
	});
}
