import { checkOf } from '../../../engine/cost.js';
import { applyChanges } from '../../../engine/inputs/apply-changes.js';
import type { Changes, Check, Scenario } from '../../../engine/scenario.js';
import { alternatives } from '../../explain/words.js';
import type { Path } from '../../yaml/locate.js';
import type { ScenarioDocument } from '../document.js';
import type { Breach } from '../rules/rule.js';

/** What a check needs to be computed. Its delay may wait until somebody measures it. */
const NEEDED = ['catches', 'falseAlarms', 'cost'] as const satisfies readonly (keyof Check)[];

/** Changes that set a field of a check that is off, and by that turn one on of which the rest is not measured. */
export function checkDoubts({ scenario }: ScenarioDocument): readonly Breach[] {
	const { weeks, states, baseline } = scenario;
	const found: Breach[] = [];
	const look = (from: Scenario, set: Changes, path: Path): Scenario => {
		const to = applyChanges(from, set).scenario;
		found.push(...halfChecks(from, to, set).map((doubt) => ({ ...doubt, path: [...path, ...doubt.path] })));
		return to;
	};
	let week = scenario;
	weeks.forEach(({ set }, i) => {
		week = look(week, set, ['weeks', i, 'set']);
	});
	const known = new Map<string, Scenario>();
	states.forEach(({ id, from, set }, i) => {
		known.set(id, look(known.get(from ?? '') ?? scenario, set, ['states', i, 'set']));
	});
	if (baseline) look(scenario, baseline.set, ['baseline', 'set']);
	return found;
}

function halfChecks(from: Scenario, to: Scenario, set: Changes): readonly Breach[] {
	const checks = [
		{ prefix: 'check.', was: from.check, now: to.check },
		...to.segments.map((segment, i) => {
			const was = from.segments[i];
			return {
				prefix: `segments.${segment.id}.check.`,
				was: was ? checkOf(from, was) : null,
				now: checkOf(to, segment),
			};
		}),
	];
	return checks.flatMap(({ prefix, was, now }) => {
		const key = Object.keys(set).find((path) => path.startsWith(prefix));
		const missing = NEEDED.filter((field) => now !== null && now[field] === null);
		if (key === undefined || was !== null || missing.length === 0) return [];
		const check = prefix.slice(0, -1);
		return [
			{
				path: [key],
				name: true,
				message: `${key} turns a check on that was off, and its ${alternatives(missing).replace(' or ', ' and ')} ${missing.length > 1 ? 'are' : 'is'} not measured`,
				help: `Set ${alternatives(missing.map((field) => prefix + field)).replace(' or ', ' and ')} too, or write ${check}: on above it, which starts from a whole check.`,
			},
		];
	});
}
