import { z } from 'zod';
import { BUDGETS } from '../document.js';
import { metric } from './guardrail.js';
import { id, maybe, sentence } from './texts.js';

/** What sets a kind of product apart from the others. */
export const context = z
	.strictObject({
		budget: z.enum(BUDGETS).describe('The budget that decides here before all others.'),
		because: sentence('Why that one.'),
		metric: metric.describe('The number that this kind of product is judged by.'),
		segment: maybe(id('Id of the one segment in which that number counts. Default: the board.')),
		guardrail: metric.describe('The metric of the guardrail that no other kind of product needs as much.'),
	})
	.describe('For the picture of one kind of product: which budget dominates, and its own number and guardrail.');
