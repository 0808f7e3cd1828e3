import { z } from 'zod';
import { BUDGETS, SCENARIO_KINDS } from '../document.js';
import { expectation } from './expectation.js';
import { changes, guardrail, metric, namedState, segment, worksheet } from './parts.js';
import {
	cache,
	check,
	id,
	laneLatency,
	line,
	markdown,
	measurable,
	name,
	optional,
	override,
	price,
	required,
	sentence,
	steps,
	tokens,
	withDefault,
	words,
} from './shared.js';

/** The characteristics of a kind of product. */
const context = z
	.strictObject({
		budget: z.enum(BUDGETS).describe('The budget that decides here before all others.'),
		because: sentence('Why that one.'),
		metric: metric.describe('The number that this kind of product is judged by.'),
		segment: optional(id('Id of the one segment in which that number counts. Default: all requests.')),
		guardrail: metric.describe('The metric of the guardrail that no other kind of product needs as much.'),
	})
	.describe('For the picture of one kind of product: which budget dominates, and its own number and guardrail.');

/** A row of the cost table. */
const costRow = z
	.strictObject({
		id: id('Short and unique among the rows: letters, digits, - and _.'),
		name: name('As the table calls it.'),
		routedSmall: required('percent', 'Share of this row that is routed small, 0 to 1.'),
		repairRate: withDefault(
			'percent',
			0,
			'Share of the requests routed small that run again on the strong model, 0 to 1. Default 0.',
		),
		override,
		tokens: optional(tokens("The row's own tokens per call. Default: the scenario's.")),
		improved: optional(words('What this row improved. A row that cannot say is not ready for review.')),
		mayHaveWorsened: optional(words('What this row may have worsened. A row that cannot say is not ready for review.')),
	})
	.describe('A row of the cost table: a population of requests of its own, at the prices of the scenario.');

const latency = z
	.strictObject({
		measures: name('What the figures measure: full answer, first token, first audio …'),
		small: laneLatency('The small lane.'),
		strong: laneLatency('The strong lane.'),
	})
	.nullish()
	.describe('How long each lane takes. Leave it out if it was not measured.');

const week = z
	.strictObject({
		week: z.int().min(0).max(9_999).describe('Number of the week.'),
		label: name('What happened in it.'),
		set: changes('Input path → value, such as segments.faq.routedSmall: 0.5, on top of the weeks before.'),
	})
	.describe('The changes of one week.');

const artifact = z
	.strictObject({
		title: name('Heading of the table.'),
		columns: z.array(line(120)).min(1).max(20).describe('Headings of the columns.'),
		rows: z
			.array(z.array(z.union([line(200), z.number()]).describe('Text or a number, shown as it is.')))
			.min(1)
			.max(200)
			.describe('The rows, each as long as columns.'),
	})
	.nullish()
	.describe('The table as it was first seen. Shown as it stands: edits do not change it.');

/** The schema of a scenario file. Constraints between fields are checked by the rules. */
export const rawScenario = z
	.strictObject({
		id: id("Equal to the file's name without .yaml."),
		title: name('Heading of the scenario.'),
		summary: sentence('One line that says what it shows.'),
		source: words('Where the figures come from, or that they are illustrative.'),
		kind: z
			.enum(SCENARIO_KINDS)
			.optional()
			.describe('Where the catalogue lists it: opening, mechanism, failure shape, or context (a kind of product).'),
		teaches: z
			.array(
				z
					.string()
					.regex(/^[A-Z][0-9]{1,2}$/)
					.describe('Id of a fact, such as O1.'),
			)
			.max(100)
			.default([])
			.describe('Ids of the facts in the book that it teaches, such as O1.'),
		story: optional(markdown('Markdown: what happened, where to look first, which number to change.')),
		artifact,
		prices: z
			.strictObject({ small: price('Prices of the small model.'), strong: price('Prices of the strong model.') })
			.describe('USD per 1,000,000 tokens.'),
		tokens: tokens('Tokens of one call, unless a segment, step or row has its own.'),
		steps: steps('The calls that make up one request. Default: one routed call.'),
		attempts: z
			.strictObject({
				small: withDefault('attempts', 1, 'Mean attempts per call in the small lane, at least 1. Default 1.'),
				strong: withDefault('attempts', 1, 'Mean attempts per call in the strong lane, at least 1. Default 1.'),
			})
			.prefault({})
			.describe("Retries: they multiply a lane's cost."),
		cache: cache.prefault({}),
		routerCost: withDefault('money', 0, 'USD per request for the classifier in front. Default 0.'),
		routerLatency: withDefault(
			'delay',
			0,
			'Milliseconds per request for the classifier in front. Overridden requests skip it. Default 0.',
		),
		shares: z
			.enum(['normalize'])
			.nullish()
			.describe(
				'normalize: the shares of the segments were rounded at the source, and are divided by their sum, which is 98% to 102%.',
			),
		segments: z.array(segment).min(1).max(1_000).describe('The segments of the traffic. Their shares sum to 1.'),
		strongDetection: measurable(
			'percent',
			'Share of strong-lane failures that are noticed and handed to a person, 0 to 1.',
		),
		handoffCost: measurable('money', 'USD for one hand-off to a person.'),
		check,
		latency,
		threshold: withDefault(
			'threshold',
			0,
			'The threshold of all segments; above 0, more requests are routed strong. Default 0.',
		),
		volumePerWeek: measurable('count', 'Requests per week.'),
		workers: measurable('count', 'Requests that are served at the same time.'),
		weeks: z
			.array(week)
			.max(520)
			.default([])
			.describe('The weeks before and after a change, each on top of the one before.'),
		signals: z
			.strictObject({
				lag: z
					.partialRecord(metric, z.int().min(0).max(520).describe('Weeks until a value of this metric is known.'))
					.default({})
					.describe('Metric → weeks until an alarm can be seen, such as resolution: 2. Default: at once.'),
			})
			.prefault({})
			.describe('How the Signals pane reads the weeks.'),
		baseline: z
			.strictObject({
				name: optional(name('As people call it, such as the mix of today.')),
				set: changes('Input path → value, applied to the scenario as edited.'),
			})
			.nullish()
			.describe('What the scenario is compared with. Default: everything strong, without check and router.'),
		states: z
			.array(namedState)
			.max(50)
			.default([])
			.describe('States with a name: the healthy start, the fault, how it is mended. The lab enters them by a key.'),
		expect: z
			.array(expectation)
			.max(200)
			.default([])
			.describe('What the scenario claims of itself, proved whenever it is loaded.'),
		context: optional(context),
		worksheet: optional(worksheet),
		guardrails: z.array(guardrail).max(100).default([]).describe('Limits that may veto the saving.'),
		rows: z.array(costRow).max(200).default([]).describe('The cost table.'),
		owners: z
			.partialRecord(metric, name('Who owns this pressure.'))
			.default({})
			.describe('Metric → who owns that pressure, where it is somebody else than usual.'),
	})
	.describe('A scenario of Dispatch Board: prices, traffic and outcomes behind one routing decision.');

/** A scenario as written in the file, with defaults filled in. */
export type RawScenario = z.output<typeof rawScenario>;
