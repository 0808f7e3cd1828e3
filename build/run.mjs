/**
 * `npm run build`: what `rolldown -c` does, without its list of files, and with faults as plain words: a scenario
 * with a problem is no crash.
 */
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';

try {
	const { output, ...input } = await loadConfig('rolldown.config.ts');
	const bundle = await rolldown(input);
	await bundle.write(output);
	await bundle.close();
} catch (error) {
	process.stderr.write(`The build failed.\n\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
