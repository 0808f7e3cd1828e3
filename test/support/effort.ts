/** Whether this is a full run, `npm run test:full`. */
const FULL = process.env['EFFORT'] === 'full';

/** One value in a full run, another otherwise. */
export const byEffort = <T>(full: T, quick: T): T => (FULL ? full : quick);

/** Runs of a property or rounds of a fuzz: a quarter of what a full run does. */
export const rounds = (full: number): number => byEffort(full, Math.ceil(full / 4));

/**
 * Spreads a grid over subjects: in a full run each gets all of it; otherwise the nth gets every `every`th item from its own
 * on, so that `every` subjects together get all of it.
 */
export const spread = <T>(all: readonly T[], nth: number, every: number): readonly T[] =>
	FULL ? all : all.filter((_, at) => at % every === nth % every);

/** Every pair of two lists. */
export const pairs = <A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] =>
	first.flatMap((a) => second.map((b) => [a, b] as const));
