/** Whether this is a full run, `npm run test:full`. */
const FULL = process.env['EFFORT'] === 'full';

/** Returns one value in a full run, another otherwise. */
export const byEffort = <T>(full: T, quick: T): T => (FULL ? full : quick);

/** Returns the number of runs of a property or fuzz test: a quarter, except in a full run. */
export const rounds = (full: number): number => byEffort(full, Math.ceil(full / 4));

/**
 * Spreads a grid over subjects: in a full run each gets all of it; otherwise the nth gets every `every`th item,
 * starting at its own index, so that `every` subjects together get all of it.
 */
export const sampleGrid = <T>(all: readonly T[], nth: number, every: number): readonly T[] =>
	FULL ? all : all.filter((_, at) => at % every === nth % every);

/** Lists every pair of items from two lists. */
export const pairs = <A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] =>
	first.flatMap((a) => second.map((b) => [a, b] as const));
