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

/** What to say of an error that comes from a working folder that was deleted; null: it is another one. */
export function goneFolder(error: unknown): Stop | null {
	const isGone = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
	return isGone
		? new Stop('The folder that you are in does not exist any more: go to another one, such as cd ~.', 2)
		: null;
}

/** What to end with when the output could not be written; null: whoever read it had enough (`| head`), which is fine. */
export function outputFault({ code, message }: NodeJS.ErrnoException): Stop | null {
	if (code === 'EPIPE') return null;
	return new Stop(`The output could not be written: ${code === 'ENOSPC' ? 'the disk is full' : (code ?? message)}.`, 1);
}
