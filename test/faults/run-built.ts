import { spawn } from 'node:child_process';
import { cleanEnvironment, type Home } from '../e2e/harness/home.js';
import { PROGRAM } from '../e2e/harness/tty.js';
import { ensure } from './trial.js';

/** A command of each kind; those that make or change something come with a name that is free. */
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
	// What is refused has to be said somewhere too.
	['report', 'nope'],
	['nope'],
];

export const spelt = (args: readonly string[]): string => `dispatch-board ${args.join(' ')}`.trim();

export interface Ran {
	/** 128 + the number of the signal that ended it, as a shell says it. */
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

export interface RunOptions {
	readonly home: Home;
	/** Shell that comes before the program, such as `ulimit -f 8;`. */
	readonly before?: string;
	/** Shell that comes after its arguments, such as `>&-`. */
	readonly after?: string;
	/** Nobody reads what it prints: its end of the pipe is closed before the program starts to write. */
	readonly unread?: 'stdout' | 'stderr';
	readonly dataFolder?: string;
}

/** Runs the built program without a terminal, to its end. */
export function runBuilt(args: readonly string[], options: RunOptions): Promise<Ran> {
	const { home, before = '', after = '', unread, dataFolder } = options;
	const env = cleanEnvironment(home.folder, dataFolder === undefined ? {} : { DISPATCH_BOARD_HOME: dataFolder });
	const command = `${before}\nexec "$@" ${after}`;
	const child = spawn('/bin/sh', ['-c', command, 'sh', process.execPath, PROGRAM, ...args], {
		env,
		cwd: home.folder,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const said = { stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr'] as const) {
		child[stream].on('data', (text) => {
			said[stream] += String(text);
		});
		if (unread === stream) child[stream].destroy();
	}
	return new Promise((settle, fail) => {
		child.on('error', fail);
		child.on('close', (code, signal) =>
			settle({
				code: signal === null ? (code ?? 0) : 128 + (signal === 'SIGPIPE' ? 13 : 0),
				out: said.stdout,
				err: said.stderr,
			}),
		);
	});
}

/** Throws for a crash, a stack, or an exit code that nobody promised. */
export function ensureOrderly({ code, out, err }: Ran, allowed: readonly number[]): void {
	const said = `${out.slice(-200)}${err.slice(0, 400)}`;
	ensure(allowed.includes(code), `exit ${code}, not ${allowed.join(' or ')}: ${said}`);
	ensure(!/bug in dispatch-board|^\s+at .*:\d+:\d+|node:internal/m.test(out + err), `it crashed: ${said}`);
}
