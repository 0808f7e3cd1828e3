import { z } from 'zod';
import { metric } from './guardrail.js';
import { id, maybe, name, words } from './shared.js';

const checked = z
	.strictObject({
		answer: z.enum(['yes', 'no']).nullish().describe('yes or no; leave it out while it is open.'),
		evidence: maybe(words('Where that can be seen: a link, a number, a name.')),
	})
	.describe('One question of the review, with a line of evidence.');

/** What a reader says of a feature of their own, beside its numbers. Everything may be missing while it is being filled in. */
export const worksheet = z
	.strictObject({
		template: maybe(id('Id of the scenario whose figures it started from.')),
		models: z
			.strictObject({
				small: maybe(name('Name of the small model, as a price list calls it.')),
				strong: maybe(name('Name of the strong model, as a price list calls it.')),
			})
			.default({})
			.describe('Whose prices these are.'),
		change: maybe(words('What is going to change.')),
		slice: maybe(words('Which requests it is for.')),
		expected: maybe(words('What ought to get better and by how much, said before looking at the board.')),
		atRisk: metric.nullish().describe('The guardrail that is at risk, said before looking at the board.'),
		relieved: maybe(words('The pressure that the change relieves.')),
		created: maybe(words('The pressure that it creates.')),
		owner: maybe(words('Whose that new pressure is.')),
		trigger: z
			.strictObject({
				metric: metric.describe('The metric that would prove the change unsafe.'),
				segment: maybe(id('Id of the one segment in which it is watched. Default: the whole board.')),
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
