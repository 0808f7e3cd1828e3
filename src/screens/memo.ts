/** A pure function that remembers its last result. */
export interface Memo<Args extends readonly unknown[], Result> {
	(...args: Args): Result;
	/** Returns the result for these arguments if it is the remembered one; else null. */
	peek(...args: Args): Result | null;
}

/**
 * Remembers the last result of a pure function, by the identity of its arguments: an update lays a page out for the
 * state that the view then draws.
 */
export function memoLast<Args extends readonly unknown[], Result>(
	compute: (...args: Args) => Result,
): Memo<Args, Result> {
	let last: { readonly args: Args; readonly result: Result } | null = null;
	const peek = (...args: Args): Result | null =>
		last?.args.every((arg, i) => Object.is(arg, args[i])) ? last.result : null;
	const memo = (...args: Args): Result => {
		const known = peek(...args);
		if (known !== null) return known;
		const result = compute(...args);
		last = { args, result };
		return result;
	};
	return Object.assign(memo, { peek });
}
