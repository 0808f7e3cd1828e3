import { resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { packageOf } from '../../build/start-up-guard.js';

const ENTRY = '\0entry';
const NAME = 'dispatchBoard';

/** Packages that no room from the engine up to the screens brings into a browser. */
const NEVER = ['chalk', 'react', 'react-reconciler', 'ink', 'zustand', 'marked'];

const entry = (code: string): Plugin => ({
	name: 'entry',
	resolveId: (id) => (id === ENTRY ? ENTRY : null),
	load: (id) => (id === ENTRY ? code : null),
});

/**
 * Bundles a module for browsers, as one script.
 *
 * @param code may import files by their full paths
 * @throws where it imports something that browsers have not, Node's modules above all
 */
export async function browserBuild(code: string): Promise<OutputChunk> {
	const bundle = await rolldown({
		input: ENTRY,
		// Where a package is found, whatever imports it.
		cwd: process.cwd(),
		platform: 'browser',
		plugins: [entry(code)],
		// The package's own build for browsers, which its exports name no condition for.
		resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
		checks: { pluginTimings: false },
		onLog(_, { message }) {
			throw new Error(message);
		},
	});
	try {
		const { output } = await bundle.generate({ format: 'iife', name: NAME });
		const [chunk, ...more] = output;
		const packages = new Set(chunk.moduleIds.map(packageOf));
		const faults = [
			...chunk.imports,
			...NEVER.filter((name) => packages.has(name)),
			...more.map(({ fileName }) => fileName),
		];
		if (faults.length > 0) throw new Error(`not for a browser: ${faults.join(', ')}`);
		return chunk;
	} finally {
		await bundle.close();
	}
}

/** A module that exports other modules whole, by their names. */
export const modulesIn = (folder: string, files: readonly string[]): string =>
	[
		...files.map((file, i) => `import * as m${i} from ${JSON.stringify(resolve(folder, file))};`),
		`export const modules = { ${files.map((file, i) => `${JSON.stringify(file)}: m${i}`).join(', ')} };`,
	].join('\n');

/** What such a build exports, run where there is the language and what every browser has, and nothing of Node. */
export function runInBrowser({ code }: OutputChunk): unknown {
	const context = createContext({ structuredClone, TextDecoder, TextEncoder });
	return new Script(`${code};\n${NAME}`).runInContext(context);
}
