import type { Changes, Scenario } from '../../../engine/scenario.js';
import type { Path } from '../../yaml/locate.js';

/** Everything in a scenario that sets inputs by their paths, with the place of its `set` in the file. */
export function changesOf({
	weeks,
	states,
	baseline,
}: Scenario): readonly { readonly path: Path; readonly set: Changes }[] {
	return [
		...weeks.map(({ set }, i) => ({ path: ['weeks', i, 'set'], set })),
		...states.map(({ set }, i) => ({ path: ['states', i, 'set'], set })),
		...(baseline ? [{ path: ['baseline', 'set'], set: baseline.set }] : []),
	];
}
