import type { Changes, Scenario } from '../../engine/scenario.js';
import type { Path } from '../yaml/locate.js';

/** Numbers that weeks, states and the baseline of a scenario set, by the names of the inputs, with their places in the file. */
export const setNumbers = (
	scenario: Scenario,
	name: RegExp,
): readonly { readonly path: Path; readonly value: number }[] =>
	changesOf(scenario).flatMap(({ path, set }) =>
		Object.entries(set).flatMap(([input, value]) =>
			name.test(input) && typeof value === 'number' ? [{ path: [...path, input], value }] : [],
		),
	);

/** Everything in a scenario that sets inputs by their paths, with the place of its `set` in the file. */
function changesOf({ weeks, states, baseline }: Scenario): readonly { readonly path: Path; readonly set: Changes }[] {
	return [
		...weeks.map(({ set }, i) => ({ path: ['weeks', i, 'set'], set })),
		...states.map(({ set }, i) => ({ path: ['states', i, 'set'], set })),
		...(baseline ? [{ path: ['baseline', 'set'], set: baseline.set }] : []),
	];
}
