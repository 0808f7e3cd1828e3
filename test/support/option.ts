/** The number that follows an option of a program of the tests. */
export function optionOf(args: readonly string[], name: string, otherwise: number): number {
	const at = args.indexOf(name);
	const value = at < 0 ? otherwise : Number(args[at + 1]);
	if (!(value >= 0)) throw new Error(`${name} takes a number`);
	return value;
}
