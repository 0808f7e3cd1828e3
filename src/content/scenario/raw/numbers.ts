import { z } from 'zod';
import { KINDS, type Kind } from '../../../engine/inputs/kinds.js';

/** Which kind of value a number of the schema holds: messages about it depend on that. */
export const numberKinds = z.registry<{ readonly kind: Kind }>();

/** A number in its kind's range. */
export const quantity = (kind: Kind) =>
	z.number().min(KINDS[kind].min).max(KINDS[kind].max).register(numberKinds, { kind });

/** A number that may be missing, or null: not measured. */
export const measured = (kind: Kind, description: string) => quantity(kind).nullish().describe(description);

/** A number that must be there. */
export const required = (kind: Kind, description: string) => quantity(kind).describe(description);

/** A number that may be left out, in which case it is `value`. */
export const defaulted = (kind: Kind, value: number, description: string) =>
	quantity(kind).default(value).describe(description);
