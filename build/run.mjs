/**
 * `node build/run.mjs`: builds the program like `rolldown -c`, but without the list of files, and with readable errors
 * for scenarios with problems.
 *
 * `node build/run.mjs SCRIPT.ts [ARGUMENT…]`: runs a TypeScript script, which Node 20 cannot do by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';

/**
 * @param {string} config
 * @param {{ input?: string }} [extraInput]
 * @param {{ dir?: string }} [extraOutput]
 */
async function bundle(config, extraInput, extraOutput) {
	const { output, ...input } = await loadConfig(config);
	const bundle = await rolldown({ ...input, ...extraInput });
	try {
		await bundle.write({ ...output, ...extraOutput });
	} finally {
		await bundle.close();
	}
}

/** @param {string} script */
async function run(script) {
	// Inside node_modules, so that packages resolve and the folder is not committed.
	const dir = mkdtempSync(resolve('node_modules/.script-'));
	try {
		await bundle('build/script.config.ts', { input: script }, { dir });
		await import(pathToFileURL(`${dir}/script.mjs`).href);
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/** @param {unknown} error */
function why(error) {
	if (!(error instanceof Error)) return String(error);
	if (script) return error.stack;
	// Print the problems of scenarios and lessons in full, without the bundler's stack.
	const scenarios = /^Error: ((?:Scenarios|Lessons|Decks) with problems:.*)/ms.exec(error.message)?.[1];
	return scenarios?.replace(/\n\s+at [^\n]*:\d+:\d+\)?(?=\n|$)/g, '').trimEnd() ?? error.message;
}

const [script] = process.argv.splice(2, 1);
try {
	if (script) await run(script);
	else await bundle('rolldown.config.ts');
} catch (error) {
	const what = script ? `${script} failed.` : 'The build failed.';
	process.stderr.write(`${what}\n\n${why(error)}\n`);
	process.exitCode = 1;
}
