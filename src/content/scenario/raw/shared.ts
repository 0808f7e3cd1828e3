import { z } from 'zod';
import { defaulted, measured, required } from './numbers.js';
import { maybe, name } from './texts.js';

export const risk = z.enum(['low', 'medium', 'high']);

export const override = z
	.enum(['strong'])
	.nullish()
	.describe('strong: never routed small, whatever the mix says. Leave it out otherwise.');

export const tokens = (description: string) =>
	z
		.strictObject({
			fresh: required('tokens', 'Input tokens that are paid in full, per call.'),
			cached: defaulted('tokens', 0, 'Input tokens from the prompt cache, in addition to the fresh ones. Default 0.'),
			output: required('tokens', 'Output tokens, per call.'),
		})
		.describe(description);

export const price = (description: string) =>
	z
		.strictObject({
			input: required('price', 'USD per 1,000,000 fresh input tokens.'),
			cachedInput: required('price', 'USD per 1,000,000 cached input tokens.'),
			output: required('price', 'USD per 1,000,000 output tokens.'),
		})
		.describe(description);

export const laneLatency = (description: string) =>
	z
		.strictObject({
			p50: required('duration', 'Median, in milliseconds.'),
			p95: required('duration', '95th percentile, in milliseconds; at least the median.'),
		})
		.describe(description);

export const check = z
	.strictObject({
		catches: measured('percent', 'Share of wrong small answers that it flags, 0 to 1.'),
		falseAlarms: measured('percent', 'Share of right small answers that it flags, 0 to 1.'),
		cost: measured('money', 'USD per checked answer.'),
		latency: measured('delay', 'Milliseconds that it adds to every small answer.'),
	})
	.nullish()
	.describe(
		'A verifier that reads every small answer; what it flags runs again on the strong model. Leave it out if there is none.',
	);

const step = z
	.strictObject({
		name: name('What the call does, such as rewrite, answer, judge.'),
		lane: z
			.enum(['routed', 'small', 'strong'])
			.describe('routed: the lane the request is in. small or strong: always that one.'),
		tokens: maybe(tokens("The call's own tokens. Default: the segment's, or else the scenario's.")),
		times: defaulted('times', 1, 'How often the call is made for one request. Default 1.'),
	})
	.describe('One of the calls that make up a request.');

export const steps = (description: string) => z.array(step).min(1).max(100).nullish().describe(description);
