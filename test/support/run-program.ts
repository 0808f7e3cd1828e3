import type { ColorLevel } from '../../src/app/theme.js';
import { runProgram } from '../../src/commands/program.js';
import { Stop } from '../../src/stop.js';

/** Result of a command. */
export interface RunResult {
	readonly exitCode: number;
	readonly out: string;
	readonly err: string;
}

/** Runs a command in this process and returns its output, without colours. */
export const runCommand = (...args: string[]): Promise<RunResult> => runColored(0, ...args);

/** Runs a command in this process and returns its output, with so many colours. */
export async function runColored(level: ColorLevel, ...args: string[]): Promise<RunResult> {
	let out = '';
	let err = '';
	try {
		const exitCode = await runProgram(args, '1.2.3', {
			level,
			print: (text) => {
				out += text;
			},
			printError: (text) => {
				err += text;
			},
		});
		return { exitCode, out, err };
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		return { exitCode: error.exitCode, out, err: `${err}${error.message}\n` };
	}
}
