/** Exit codes: 0 success, 1 problems in content or output, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/**
 * Error that the user can fix. Its message is printed without a stack trace; any other error is a bug.
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

/** Returns a Stop for an error caused by a deleted working folder; null for other errors. */
export function missingFolderStop(error: unknown): Stop | null {
	const isMissing = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
	return isMissing
		? new Stop('The folder that you are in no longer exists. Go to another one, such as cd ~.', 2)
		: null;
}

/** Returns the Stop for output that could not be written; null if the reader closed the pipe (`| head`). */
export function outputStop({ code, message }: NodeJS.ErrnoException): Stop | null {
	if (code === 'EPIPE') return null;
	return new Stop(`The output could not be written: ${code === 'ENOSPC' ? 'the disk is full' : (code ?? message)}.`, 1);
}
