import { resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { packageOf } from '../../build/start-up-guard.js';

const ENTRY = '\0entry';
const NAME = 'dispatchBoard';

/** Packages that must not be part of a browser build. */
const FORBIDDEN_PACKAGES = ['chalk', 'react', 'react-reconciler', 'ink', 'zustand', 'marked'];

const entry = (code: string): Plugin => ({
	name: 'entry',
	resolveId: (id) => (id === ENTRY ? ENTRY : null),
	load: (id) => (id === ENTRY ? code : null),
});

/**
 * Bundles a module for browsers as one script.
 *
 * @param code source of the module, which imports files by absolute paths
 * @throws if it imports something that browsers do not have, such as a module of Node
 */
export async function browserBuild(code: string): Promise<OutputChunk> {
	const bundle = await rolldown({
		input: ENTRY,
		// Packages are resolved from here, wherever the importing file is.
		cwd: process.cwd(),
		platform: 'browser',
		plugins: [entry(code)],
		// The package has a build for browsers, but its exports have no condition for it.
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
			...FORBIDDEN_PACKAGES.filter((name) => packages.has(name)),
			...more.map(({ fileName }) => fileName),
		];
		if (faults.length > 0) throw new Error(`not for a browser: ${faults.join(', ')}`);
		return chunk;
	} finally {
		await bundle.close();
	}
}

/** Returns the source of a module that exports other modules by file name. */
export const modulesIn = (folder: string, files: readonly string[]): string =>
	[
		...files.map((file, i) => `import * as m${i} from ${JSON.stringify(resolve(folder, file))};`),
		`export const modules = { ${files.map((file, i) => `${JSON.stringify(file)}: m${i}`).join(', ')} };`,
	].join('\n');

/** Runs a build with the globals of a browser and none of Node; returns its exports. */
export function runInBrowser({ code }: OutputChunk): unknown {
	const context = createContext({ structuredClone, TextDecoder, TextEncoder });
	return new Script(`${code};\n${NAME}`).runInContext(context);
}
