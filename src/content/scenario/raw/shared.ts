import { z } from 'zod';
import { MAX_TIERS } from '../../../engine/inputs/index.js';
import { KIND_RANGES, type Kind } from '../../../engine/inputs/kinds.js';

/** The kind of value of each number in the schema, for messages about it. */
export const numberKinds = z.registry<{ readonly kind: Kind }>();

/** Schema of a number in its kind's range. */
export const quantity = (kind: Kind) =>
	z.number().min(KIND_RANGES[kind].min).max(KIND_RANGES[kind].max).register(numberKinds, { kind });

/** Schema of a number that may be missing or null: not measured. */
export const measurable = (kind: Kind, description: string) => quantity(kind).nullish().describe(description);

/** Schema of a required number. */
export const required = (kind: Kind, description: string) => quantity(kind).describe(description);

/** Schema of a number that defaults to `value`. */
export const withDefault = (kind: Kind, value: number, description: string) =>
	quantity(kind).default(value).describe(description);

/** Letters, digits, hyphen and underscore, starting with a letter or digit: ids are used in paths and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export const id = (description: string) => z.string().regex(ID).max(64).describe(description);

const ONE_LINE = { error: 'one line' };

/** Schema of text on one line. Spaces around it are dropped, so that YAML's folded texts are valid too. */
export const line = (max: number) =>
	z
		.string()
		.trim()
		.min(1)
		.max(max)
		.refine((text) => !/[\n\r\t]/.test(text), ONE_LINE);

/** Schema of a name or heading. */
export const name = (description: string) => line(120).describe(description);

/** Schema of a sentence or two. */
export const sentence = (description: string) => line(600).describe(description);

/** Schema of free text; a long pasted paragraph fits. */
export const words = (description: string) => line(12_000).describe(description);

/** Schema of Markdown over several lines. */
export const markdown = (description: string) => z.string().trim().min(1).max(20_000).describe(description);

/** Makes a schema optional and nullable, keeping its description on the outside, where editors look for it. */
export const optional = <S extends z.ZodType>(schema: S) => schema.nullish().describe(schema.description ?? '');

export const risk = z.enum(['low', 'medium', 'high']);

export const override = z
	.enum(['strong'])
	.nullish()
	.describe('strong: never routed small, whatever the mix says. Leave it out otherwise.');

export const tokens = (description: string) =>
	z
		.strictObject({
			fresh: required('tokens', 'Input tokens that are paid in full, per call.'),
			cached: withDefault('tokens', 0, 'Input tokens from the prompt cache, in addition to the fresh ones. Default 0.'),
			output: required('tokens', 'Output tokens, per call.'),
			reasoning: z
				.strictObject({
					small: withDefault('tokens', 0, 'On the small model. Default 0.'),
					strong: withDefault('tokens', 0, 'On the strong model. Default 0.'),
				})
				.prefault({})
				.describe('Hidden output tokens of a call in each lane, paid as output. Default: none.'),
		})
		.describe(description);

const rates = {
	input: required('price', 'USD per 1,000,000 fresh input tokens.'),
	cachedInput: measurable('price', 'USD per 1,000,000 cached input tokens. Default: as input.'),
	output: required('price', 'USD per 1,000,000 output tokens.'),
};

export const price = (description: string) =>
	z
		.strictObject({
			...rates,
			request: withDefault('money', 0, 'USD per call, whatever it holds. Default 0.'),
			above: z
				.array(
					z
						.strictObject({
							tokens: required('tokens', 'A prompt of more tokens than this, fresh and cached, is priced here.'),
							...rates,
						})
						.describe('Prices of a call with a long prompt, for the whole call.'),
				)
				.max(MAX_TIERS)
				.default([])
				.describe('Prices by context length, ascending: the last one that a prompt exceeds prices the whole call.'),
		})
		.describe(description);

export const cache = z
	.strictObject({
		onSwitch: z
			.enum(['kept', 'lost'])
			.default('kept')
			.describe(
				'lost: a prefix is warm only if the request before it in its session took the same lane. Default kept.',
			),
		write: withDefault(
			'multiple',
			1.25,
			'What a cached token costs when it is written anew, as a multiple of input. Default 1.25.',
		),
	})
	.describe('What a change of lanes does to the prompt cache of a session.');

export const laneLatency = (description: string) =>
	z
		.strictObject({
			p50: required('duration', 'Median, in milliseconds.'),
			p95: required('duration', '95th percentile, in milliseconds; at least the median.'),
		})
		.describe(description);

const checkShares = z
	.strictObject({
		catches: measurable('percent', 'Share of wrong small answers that it flags, 0 to 1.'),
		falseAlarms: measurable('percent', 'Share of right small answers that it flags, 0 to 1.'),
		cost: measurable('money', 'USD per checked answer.'),
		latency: measurable('delay', 'Milliseconds that it adds to every small answer.'),
		labels: measurable(
			'labels',
			'Labelled answers behind catches and falseAlarms. Default: the labels of the segments it serves.',
		),
	})
	.describe('A verifier of small answers.');

export const check = checkShares
	.nullish()
	.describe(
		'A verifier that reads every small answer; what it flags runs again on the strong model. Leave it out if there is none.',
	);

export const ownCheck = z
	.union([checkShares, z.enum(['off'])])
	.nullish()
	.describe("The segment's own check, or off for none. Default: the scenario's.");

const step = z
	.strictObject({
		name: name('What the call does, such as rewrite, answer, judge.'),
		lane: z
			.enum(['routed', 'small', 'strong'])
			.describe('routed: the lane the request is in. small or strong: always that one.'),
		tokens: optional(tokens("The call's own tokens. Default: the segment's, or else the scenario's.")),
		times: withDefault('times', 1, 'How often the call is made for one request. Default 1.'),
	})
	.describe('One of the calls that make up a request.');

export const steps = (description: string) => z.array(step).min(1).max(100).nullish().describe(description);
