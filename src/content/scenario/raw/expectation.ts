import { z } from 'zod';
import { ROLES, SEGMENT_FIGURES } from '../../../engine/expectations/condition.js';
import { METRIC_NAMES } from '../../../engine/scenario.js';
import { metric } from './parts.js';
import { id, optional, quantity, sentence } from './shared.js';

const week = z.int().min(0).max(9_999);

/** The fields of a condition. The rules check which of them belong together. */
export const conditionFields = {
	metric: z
		.enum([...METRIC_NAMES, ...SEGMENT_FIGURES])
		.optional()
		.describe('The figure that is held to atLeast and atMost. A figure such as smallSuccess needs its segment.'),
	segment: optional(id('Id of the one segment that is meant, as if it were the whole traffic. Default: all requests.')),
	atLeast: quantity('limit').optional().describe('The figure is not below this, in its own unit.'),
	atMost: quantity('limit').optional().describe('The figure is not above this, in its own unit.'),
	against: z
		.union([z.string().max(64), week])
		.optional()
		.describe('What it is compared with first: baseline, own (the file’s own state), the id of a state, or a week.'),
	as: z
		.enum(['difference', 'ratio'])
		.optional()
		.describe('How it is compared. difference (the default) is in the unit of the figure; ratio has none.'),
	verdict: z
		.enum(['ship', 'canary', 'roll-back', 'no-gain', 'measure-first'])
		.optional()
		.describe('The verdict is this one.'),
	guardrail: metric.optional().describe('The guardrail on this metric (and segment) stands as stands says.'),
	stands: z
		.enum(['held', 'breached', 'cannot-tell', 'not-applicable'])
		.optional()
		.describe('How that guardrail stands.'),
	alarm: metric.optional().describe('The signal of this metric alarms: in inWeek, and before the one named by before.'),
	inWeek: z
		.union([week, z.enum(['never'])])
		.optional()
		.describe('The week in which the signal alarms; never: it does not.'),
	input: z
		.string()
		.max(200)
		.optional()
		.describe('The input at this path is within atLeast and atMost, or is what is says.'),
	is: z.enum(['on', 'strong', 'off']).optional().describe('What an override (strong, off) or a check (on, off) is.'),
	before: metric.optional().describe('A metric whose signal alarms later, or never.'),
};

/** A claim of the scenario about its own figures, proved whenever the file is loaded. */
export const expectation = z
	.strictObject({
		says: sentence('The claim in words.'),
		role: z
			.enum(ROLES)
			.default('shows')
			.describe(
				'betrays: what gives the fault away; calm: what looks fine meanwhile; mends: what the mending edits bring; number: what this kind of product is judged by; shows: anything else. Default shows.',
			),
		state: optional(id('Id of the state in which it holds. Default: the file’s own state.')),
		week: week.nullish().describe('The week in which it holds.'),
		...conditionFields,
	})
	.describe('A claim about the figures. It is proved when the file is loaded: one that does not hold is a problem.')
	// For editors; when a file is loaded, the rules report the same in words.
	.meta({
		oneOf: [
			{ required: ['metric'], anyOf: [{ required: ['atLeast'] }, { required: ['atMost'] }] },
			{ required: ['verdict'] },
			{ required: ['guardrail', 'stands'] },
			{ required: ['alarm'] },
			{ required: ['input'], anyOf: [{ required: ['atLeast'] }, { required: ['atMost'] }, { required: ['is'] }] },
		],
	});

export type RawExpectation = z.output<typeof expectation>;
/** The fields of a condition as written in the file. */
export type RawCondition = Pick<RawExpectation, keyof typeof conditionFields>;
