/** Whether a full-screen program makes sense here: keys come from a terminal, and it can move its cursor. */
export function isInteractive(
	stdin: { readonly isTTY?: boolean },
	stdout: { readonly isTTY?: boolean },
	env: Readonly<Record<string, string | undefined>>,
): boolean {
	return stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb';
}
