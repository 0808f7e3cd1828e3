import { writeSync } from 'node:fs';
import { openCommand } from './commands/open.js';
import { asciiFlag, createEncoder } from './session/ascii.js';
import { openSettings } from './session/settings.js';
import { missingFolderStop, outputStop, Stop } from './stop.js';
import { crashReport, sanitizeText } from './terminal/index.js';
import { version } from './version.js';

/** Runs the command line, and returns the exit code, which is set nowhere else. */
async function main(args: readonly string[]): Promise<number> {
	// chalk knows FORCE_COLOR alone, and follows it rather than --no-color.
	const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
	if (options.includes('--no-color') || (process.env['NO_COLOR'] && !process.env['FORCE_COLOR']))
		process.env['FORCE_COLOR'] = '0';
	const print = (text: string): void => void process.stdout.write(text);
	const printError = (text: string): void => void process.stderr.write(text);
	try {
		if (args.length > 0) {
			const { runProgram } = await import('./commands/program.js');
			return await runProgram(args, version, { print, printError });
		}
		const settings = (await openSettings(process.env))({});
		const text = await openCommand(undefined, {
			settings,
			complain: () => undefined,
			drawLine: async () =>
				(await import('./commands/draw-line.js')).loadDrawLine(settings, { stream: 'stdout', printError }),
		});
		if (text !== null) print((await createEncoder(settings.values.ascii))(text));
		return 0;
	} catch (error) {
		const stop = error instanceof Stop ? error : missingFolderStop(error);
		if (stop) {
			const { drawUnsafe } = await import('./content/problems/unsafe-text.js');
			const { values } = (await openSettings(process.env))(asciiFlag(args));
			const encode = await createEncoder(values.ascii, process.stderr.isTTY);
			printError(encode(`${drawUnsafe(stop.message)}\n`));
			return stop.exitCode;
		}
		printError(crashReport(error));
		return 1;
	}
}

process.stdout.on('error', (error) => {
	const fault = outputStop(error);
	try {
		if (fault) writeSync(process.stderr.fd, `${sanitizeText(fault.message)}\n`);
	} finally {
		process.exit(fault?.exitCode ?? 0);
	}
});
// With a file size limit (`ulimit -f`) the write itself fails. Node ignores this signal, but Ink's listener would end
// the program.
process.on('SIGXFSZ', () => undefined);
// There is nowhere left to report this.
process.stderr.on('error', () => undefined);

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
