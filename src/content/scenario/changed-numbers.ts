import type { Changes, Scenario } from '../../engine/scenario.js';
import type { Path } from '../yaml/locate.js';

/**
 * Finds the numbers that weeks, states and the baseline set for inputs whose path matches `name`, with their paths in
 * the file.
 */
export const findChangedNumbers = (
	scenario: Scenario,
	name: RegExp,
): readonly { readonly path: Path; readonly value: number }[] =>
	listChanges(scenario).flatMap(({ path, set }) =>
		Object.entries(set).flatMap(([input, value]) =>
			name.test(input) && typeof value === 'number' ? [{ path: [...path, input], value }] : [],
		),
	);

/** Lists everything in a scenario that sets inputs, with the path of its `set` in the file. */
function listChanges({ weeks, states, baseline }: Scenario): readonly { readonly path: Path; readonly set: Changes }[] {
	return [
		...weeks.map(({ set }, i) => ({ path: ['weeks', i, 'set'], set })),
		...states.map(({ set }, i) => ({ path: ['states', i, 'set'], set })),
		...(baseline ? [{ path: ['baseline', 'set'], set: baseline.set }] : []),
	];
}
