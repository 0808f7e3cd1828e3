/** A pure function that remembers its last result. */
export interface Memo<Args extends readonly unknown[], Result> {
	(...args: Args): Result;
	/** Returns the remembered result if it is for these arguments; else null. */
	peek(...args: Args): Result | null;
}

/**
 * Remembers the last result of a pure function, by the identity of its arguments. An update and the view after it then
 * share one layout of the same state.
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
