import { nameOf } from '../../explain/name-of.js';
import { isGroup } from '../../is-group.js';
import { fields, isMissing, list, type Rule } from './rule.js';

/** Checks that every segment has a share routed small, in `routedSmall` or in `observed`. */
export const routeMix: Rule = (file) =>
	list(file.segments).flatMap((item, index) => {
		const segment = fields(item);
		const hasMix = !isMissing(segment.routedSmall) || !isMissing(fields(segment.observed).routedSmall);
		if (hasMix || !isGroup(item)) return [];
		const path = ['segments', index, 'routedSmall'];
		return [
			{
				path,
				message: `${nameOf(file, path)} is missing, and so is observed.routedSmall, which it would default to; expected a rate or share from 0 to 1`,
				help: 'Add routedSmall: the share of this segment that is routed small, such as 0.5.',
			},
		];
	});
