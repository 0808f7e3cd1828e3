import { runProgram } from '../../src/commands/program.js';
import { Stop } from '../../src/stop.js';

/** Result of a command. */
export interface RunResult {
	readonly exitCode: number;
	readonly out: string;
	readonly err: string;
}

/** Runs a command in this process and returns its output. */
export async function runCommand(...args: string[]): Promise<RunResult> {
	let out = '';
	let err = '';
	try {
		const exitCode = await runProgram(args, '1.2.3', {
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
