import { spawn } from 'node:child_process';
import { cleanEnvironment, type Home } from '../e2e/harness/home.js';
import { PROGRAM } from '../e2e/harness/tty.js';
import { ensure } from './trial.js';

/** Commands of every kind; those that create something use a free name. */
export const COMMANDS: readonly (readonly string[])[] = [
	[],
	['--help'],
	['--version'],
	['help', 'report'],
	['lab', 'week-31'],
	...['text', 'md', 'json', 'csv'].map((format) => ['report', 'week-31', '--format', format]),
	['report', 'mmlu-mixtral-gpt4'],
	...['md', 'html', 'json'].map((format) => ['export', 'week-31', '--format', format]),
	['scenarios'],
	['scenarios', 'week-31'],
	['lesson'],
	['lesson', 'the-rule', '--answers'],
	['drill'],
	['worksheet'],
	['worksheet', 'New one', '--from', 'support-bot'],
	['check', PROGRAM.replace(/dist.*$/, 'scenarios')],
	['progress'],
	['progress', '--format', 'json'],
	// Error messages need an output too.
	['report', 'nope'],
	['nope'],
];

export const commandLine = (args: readonly string[]): string => `dispatch-board ${args.join(' ')}`.trim();

export interface RunResult {
	/** Exit code, or 128 + the number of the signal, as a shell reports it. */
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

export interface RunOptions {
	readonly home: Home;
	/** Shell code before the program, such as `ulimit -f 8;`. */
	readonly before?: string;
	/** Shell code after its arguments, such as `>&-`. */
	readonly after?: string;
	/** Stream whose pipe is closed before the program starts to write. */
	readonly unread?: 'stdout' | 'stderr';
	readonly dataFolder?: string;
}

/** Runs the built program without a terminal, to its end. */
export function runBuilt(args: readonly string[], options: RunOptions): Promise<RunResult> {
	const { home, before = '', after = '', unread, dataFolder } = options;
	const env = cleanEnvironment(home.folder, dataFolder === undefined ? {} : { DISPATCH_BOARD_HOME: dataFolder });
	const command = `${before}\nexec "$@" ${after}`;
	const child = spawn('/bin/sh', ['-c', command, 'sh', process.execPath, PROGRAM, ...args], {
		env,
		cwd: home.folder,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output = { stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr'] as const) {
		child[stream].on('data', (text) => {
			output[stream] += String(text);
		});
		if (unread === stream) child[stream].destroy();
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) =>
			resolve({
				code: signal === null ? (code ?? 0) : 128 + (signal === 'SIGPIPE' ? 13 : 0),
				out: output.stdout,
				err: output.stderr,
			}),
		);
	});
}

/** Throws for a crash, a stack trace or an unexpected exit code. */
export function ensureCleanExit({ code, out, err }: RunResult, allowed: readonly number[]): void {
	const output = `${out.slice(-200)}${err.slice(0, 400)}`;
	ensure(allowed.includes(code), `exit ${code}, not ${allowed.join(' or ')}: ${output}`);
	ensure(!/bug in dispatch-board|^\s+at .*:\d+:\d+|node:internal/m.test(out + err), `it crashed: ${output}`);
}
