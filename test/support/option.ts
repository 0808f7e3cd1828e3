/** Returns the number after a command-line option of a test program; `fallback` if the option is missing. */
export function numberOption(args: readonly string[], name: string, fallback: number): number {
	const at = args.indexOf(name);
	const value = at < 0 ? fallback : Number(args[at + 1]);
	if (!(value >= 0)) throw new Error(`${name} takes a number`);
	return value;
}
