import { z } from 'zod';
import { METRIC_NAMES } from '../../../engine/scenario.js';
import { id, line, maybe, name, quantity, words } from './shared.js';

export const metric = z.enum(METRIC_NAMES);

/** A limit on one metric; which of `atMost` and `atLeast` it has is left to the rules. */
export const guardrail = z
	.strictObject({
		metric: metric.describe('The metric that is limited.'),
		atMost: quantity('limit')
			.optional()
			.describe('The metric may not be above this, in its own unit; with relativeTo, an offset such as 0.01.'),
		atLeast: quantity('limit')
			.optional()
			.describe('The metric may not be below this, in its own unit; with relativeTo, an offset such as -0.01.'),
		relativeTo: z
			.enum(['baseline'])
			.optional()
			.describe("baseline: the limit is an offset to the baseline's value. Leave it out for an absolute limit."),
		segment: maybe(id('Id of the one segment it watches. Default: the whole board.')),
		window: line(120).nullish().describe('How long the metric is watched, such as 7 days.'),
		owner: name('Who decides when it breaks.'),
		action: words('What the owner does when it breaks: the rollback.'),
	})
	.describe('A limit on one metric (atMost or atLeast), with its owner and the rollback.')
	// Said again for editors: zod cannot express it without an unreadable union.
	.meta({ oneOf: [{ required: ['atMost'] }, { required: ['atLeast'] }] });
