import { z } from 'zod';
import { defaulted, id, maybe, measured, name, override, ownCheck, required, risk, steps, tokens } from './shared.js';

const observed = z
	.strictObject({
		routedSmall: measured('percent', 'Share of the segment that was routed small, 0 to 1.'),
		smallSuccess: measured('percent', 'Share of small-routed requests that went right, 0 to 1.'),
		escalationRate: measured('percent', 'Share of small-routed requests whose failure somebody noticed, 0 to 1.'),
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
		// Its default depends on a field beside it: the rules and `clean` see to that.
		routedSmall: measured(
			'percent',
			'The route mix: share of the segment that is routed small, 0 to 1. Default: observed.routedSmall.',
		),
		repairRate: defaulted(
			'percent',
			0,
			'Share of small-routed requests that run again on the strong model, 0 to 1. Default 0.',
		),
		easyShare: measured('percent', 'Share that the small model would get right on its own, 0 to 1.'),
		strongOnEasy: measured('percent', "Strong model's success where the small one would succeed, 0 to 1."),
		strongOnHard: measured('percent', "Strong model's success where the small one would fail, 0 to 1."),
		observed,
		routerAuc: measured('auc', 'Router skill: 0.5 is a coin flip, at most 0.9999. Wins over observed.'),
		detection: measured('percent', 'Share of small-lane failures that somebody notices, 0 to 1. Wins over observed.'),
		labels: measured('labels', "Labelled outcomes behind this segment's small success."),
		strongLabels: measured(
			'labels',
			'Labelled outcomes behind strongOnEasy and strongOnHard together. Default: as many as labels.',
		),
		silentCost: measured('money', 'USD that one unnoticed failure costs.'),
		check: ownCheck,
		tokens: maybe(tokens("The segment's own tokens per call. Default: the scenario's.")),
		steps: steps("The calls that make up one request of this segment. Default: the scenario's steps."),
	})
	.describe('A slice of the traffic that is routed, measured and owned as one.');
