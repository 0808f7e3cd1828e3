import { z } from 'zod';
import { id, line, maybe, name } from './shared.js';

/** Input path → value, as weeks and states have it. */
export const changes = (description: string) =>
	z
		.record(z.string().max(200), z.union([z.number(), line(200), z.boolean(), z.null()]))
		.default({})
		.describe(description);

/** A state of the scenario that has a name. */
export const namedState = z
	.strictObject({
		id: id('Short and unique among the states, such as healthy or mended. Expectations name it.'),
		name: name('As people call it.'),
		from: maybe(id('Id of a state before it, on top of which it lies. Default: the file’s own state.')),
		set: changes('Input path → value, such as segments.faq.override: strong.'),
	})
	.describe('A state that readers can enter in the lab, and that expectations look at.');
