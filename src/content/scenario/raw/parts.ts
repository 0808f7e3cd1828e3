import { z } from 'zod';
import { METRIC_NAMES } from '../../../engine/scenario.js';
import {
	id,
	line,
	measurable,
	name,
	optional,
	override,
	ownCheck,
	quantity,
	required,
	risk,
	steps,
	tokens,
	withDefault,
	words,
} from './shared.js';

export const metric = z.enum(METRIC_NAMES);

/** A limit on one metric. The rules check that it has either `atMost` or `atLeast`. */
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
		segment: optional(id('Id of the one segment it watches. Default: all requests.')),
		window: line(120).nullish().describe('How long the metric is watched, such as 7 days.'),
		owner: name('Who decides when it breaks.'),
		action: words('What the owner does when it breaks: the rollback.'),
	})
	.describe('A limit on one metric (atMost or atLeast), with its owner and the rollback.')
	// Repeated for editors: zod could express it only as an unreadable union.
	.meta({ oneOf: [{ required: ['atMost'] }, { required: ['atLeast'] }] });

const observed = z
	.strictObject({
		routedSmall: measurable('percent', 'Share of the segment that was routed small, 0 to 1.'),
		smallSuccess: measurable('percent', 'Share of the requests routed small that the small model got right, 0 to 1.'),
		escalationRate: measurable('percent', 'Share of the requests routed small whose failure somebody noticed, 0 to 1.'),
	})
	.nullish()
	.describe('What a dashboard or log shows of this segment: it calibrates the router and the detection of failures.');

/** A slice of the traffic that is routed, measured and owned as one. */
export const segment = z
	.strictObject({
		id: id('Short and unique in the file: letters, digits, - and _. Stands in paths such as segments.faq.routedSmall.'),
		name: name('As people call it.'),
		share: required('percent', 'Share of all requests, 0 to 1. The shares of a scenario sum to 1.'),
		risk: risk.describe('How bad a wrong answer is here: low, medium or high.'),
		override,
		// Its default depends on another field: the rules and `toDocument` handle it.
		routedSmall: measurable(
			'percent',
			'The route mix: share of the segment that is routed small, 0 to 1. Default: observed.routedSmall.',
		),
		repairRate: withDefault(
			'percent',
			0,
			'Share of the requests routed small that run again on the strong model, 0 to 1. Default 0.',
		),
		easyShare: measurable('percent', 'Share that the small model would get right on its own, 0 to 1.'),
		strongOnEasy: measurable('percent', "Strong model's success where the small one would succeed, 0 to 1."),
		strongOnHard: measurable('percent', "Strong model's success where the small one would fail, 0 to 1."),
		observed,
		routerAuc: measurable('auc', 'Router skill: 0.5 is a coin flip, at most 0.9999. Wins over observed.'),
		detection: measurable('percent', 'Share of small-lane failures that somebody notices, 0 to 1. Wins over observed.'),
		labels: measurable('labels', "Labelled outcomes behind this segment's small success."),
		strongLabels: measurable(
			'labels',
			'Labelled outcomes behind strongOnEasy and strongOnHard together. Default: as many as labels.',
		),
		silentCost: measurable('money', 'USD that one silent failure costs.'),
		check: ownCheck,
		tokens: optional(tokens("The segment's own tokens per call. Default: the scenario's.")),
		steps: steps("The calls that make up one request of this segment. Default: the scenario's steps."),
	})
	.describe('A group of similar requests that is routed, measured and owned as one.');

const checked = z
	.strictObject({
		answer: z.enum(['yes', 'no']).nullish().describe('yes or no; leave it out while it is open.'),
		evidence: optional(words('Where that can be seen: a link, a number, a name.')),
	})
	.describe('One question of the review, with a line of evidence.');

/**
 * The reader's description of their own feature, besides its numbers. Everything may be missing while it is being
 * filled in.
 */
export const worksheet = z
	.strictObject({
		template: optional(id('Id of the scenario whose figures it started from.')),
		models: z
			.strictObject({
				small: optional(name('Name of the small model, as a price list calls it.')),
				strong: optional(name('Name of the strong model, as a price list calls it.')),
			})
			.default({})
			.describe('Whose prices these are.'),
		change: optional(words('What is going to change.')),
		slice: optional(words('Which requests it is for.')),
		expected: optional(words('What ought to get better and by how much, said before looking at the figures.')),
		atRisk: metric.nullish().describe('The guardrail that is at risk, said before looking at the figures.'),
		relieved: optional(words('The pressure that the change relieves.')),
		created: optional(words('The pressure that it creates.')),
		owner: optional(words('Whose that new pressure is.')),
		trigger: z
			.strictObject({
				metric: metric.describe('The metric that would prove the change unsafe.'),
				segment: optional(id('Id of the one segment in which it is watched. Default: all requests.')),
			})
			.nullish()
			.describe('Which of the guardrails is the rollback trigger.'),
		review: z
			.strictObject({
				D1: checked.optional().describe('Are there labelled evaluations per segment?'),
				D2: checked.optional().describe('Can every override rule be explained?'),
				D3: checked.optional().describe('What is saved once repairs and fallbacks are paid?'),
				D4: checked.optional().describe('Can product metrics veto a cheaper route?'),
			})
			.default({})
			.describe('The four questions of the review.'),
	})
	.describe('A feature of your own: what changes, what that relieves and creates, and what would take it back.');

/** Changes of a week or state: input path → value. */
export const changes = (description: string) =>
	z
		.record(z.string().max(200), z.union([z.number(), line(200), z.boolean(), z.null()]))
		.default({})
		.describe(description);

/** A named state of the scenario. */
export const namedState = z
	.strictObject({
		id: id('Short and unique among the states, such as healthy or mended. Expectations name it.'),
		name: name('As people call it.'),
		from: optional(id('Id of a state before it, on top of which it lies. Default: the file’s own state.')),
		set: changes('Input path → value, such as segments.faq.override: strong.'),
	})
	.describe('A state that readers can enter in the lab, and that expectations look at.');
