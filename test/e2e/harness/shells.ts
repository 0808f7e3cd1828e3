import { Tty, type TtyOptions } from './tty.js';

// What a program writes last can be lost with it, so both shells stay until they are stopped.
const STAY = 'while :; do read -r _ || sleep 1; done';

/** Runs its arguments, then prints how the terminal was left. Outlives signals to the group that both belong to. */
const LOOK = `trap : HUP INT QUIT TERM ALRM USR2 VTALRM XCPU
"$@"
code=$?
stty -a
echo "left with $code"
${STAY}`;

/** The same with job control: after a stop it waits for a line, and brings the program back. */
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
 * The program under a shell that prints the terminal driver's settings when it has ended, so that a test can see
 * whether they were given back. Signals go to the shell's whole group.
 */
export function ttyThatLooks(args: readonly string[] = [], options: TtyOptions = {}): Tty {
	return new Tty(args, { ...options, command: ['/bin/sh', '-c', LOOK, 'sh', process.execPath] });
}

/** The program under a shell that does job control: Ctrl-Z stops it, Enter at `stopped` brings it back. */
export function ttyWithJobs(args: readonly string[] = [], options: TtyOptions = {}): Tty {
	return new Tty(args, { ...options, command: ['/bin/sh', '-c', JOBS, 'sh', process.execPath] });
}
