import { Tty, type TtyOptions } from './tty.js';

// The last output of a program can be lost when it ends, so both shells stay until they are stopped.
const STAY = 'while :; do read -r _ || sleep 1; done';

/**
 * Script that runs its arguments, then prints the terminal's settings. Ignores signals to their common process group.
 */
const LOOK = `trap : HUP INT QUIT TERM ALRM USR2 VTALRM XCPU
"$@"
code=$?
stty -a
echo "left with $code"
${STAY}`;

/** The same with job control: after a stop it waits for a line, then resumes the program. */
const JOBS = `set -m
"$@"
code=$?
stty -a
echo "stopped with $code"
read -r line
fg >/dev/null
code=$?
stty -a
echo "left with $code"
${STAY}`;

/**
 * Runs the program under a shell that prints the settings of the terminal driver after it ended, so that a test can
 * check whether they were restored. Signals go to the shell's whole process group.
 */
export function ttyThatLooks(args: readonly string[] = [], options: TtyOptions = {}): Tty {
	return new Tty(args, { ...options, command: ['/bin/sh', '-c', LOOK, 'sh', process.execPath] });
}

/** Runs the program under a shell with job control: Ctrl-Z stops it, Enter after `stopped` resumes it. */
export function ttyWithJobs(args: readonly string[] = [], options: TtyOptions = {}): Tty {
	return new Tty(args, { ...options, command: ['/bin/sh', '-c', JOBS, 'sh', process.execPath] });
}
