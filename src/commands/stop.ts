/** Exit codes: 0 fine, 1 the content or the check failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/**
 * Something that the person at the keyboard can mend. It is printed as it stands, without a stack; anything else
 * that is thrown is a bug of ours.
 */
export class Stop extends Error {
	constructor(
		message: string,
		readonly exitCode: ExitCode,
	) {
		super(message);
		this.name = 'Stop';
	}
}
