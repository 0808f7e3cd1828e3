/** `npm run bench`: the benchmark is TypeScript, so it is bundled first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';

// Inside node_modules: packages are found from there, and nobody commits it.
const folder = mkdtempSync(resolve('node_modules/.bench-'));
try {
	const { output, ...input } = await loadConfig('test/bench/rolldown.config.ts');
	const bundle = await rolldown(input);
	await bundle.write({ ...output, dir: folder, entryFileNames: 'bench.mjs' });
	await bundle.close();
	const { bench } = await import(pathToFileURL(`${folder}/bench.mjs`).href);
	await bench();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
