import { writeSync } from 'node:fs';
import { openCommand } from './commands/open.js';
import { goneFolder, outputFault, Stop } from './stop.js';
import { crashReport, harmlessText } from './terminal/index.js';
import { version } from './version.js';

/** argv → command, and the one owner of the exit code. */
async function main(args: readonly string[]): Promise<number> {
	// chalk knows FORCE_COLOR and --no-color; NO_COLOR is the convention beyond it.
	if (process.env['NO_COLOR'] && !process.env['FORCE_COLOR']) process.env['FORCE_COLOR'] = '0';
	const print = (text: string): void => void process.stdout.write(text);
	const complain = (text: string): void => void process.stderr.write(text);
	try {
		if (args.length > 0) {
			const { runProgram } = await import('./commands/program.js');
			return await runProgram(args, version, { print, complain });
		}
		const text = await openCommand(undefined, () => undefined);
		if (text !== null) print(text);
		return 0;
	} catch (error) {
		const stop = error instanceof Stop ? error : goneFolder(error);
		if (stop) {
			const { harmless } = await import('./content/problems/harmless.js');
			complain(`${harmless(stop.message)}\n`);
			return stop.exitCode;
		}
		complain(crashReport(error));
		return 1;
	}
}

process.stdout.on('error', (error) => {
	const fault = outputFault(error);
	try {
		if (fault) writeSync(process.stderr.fd, `${harmlessText(fault.message)}\n`);
	} finally {
		process.exit(fault?.exitCode ?? 0);
	}
});
// Where a file may not grow (`ulimit -f`), the write says so. Node ignores this signal, but Ink listens to it, which would end the program.
process.on('SIGXFSZ', () => undefined);
// Nobody is left to be told.
process.stderr.on('error', () => undefined);

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
