import { isBuiltin } from 'node:module';
import type { OutputChunk, Plugin } from 'rolldown';

/** What may only be loaded when a screen or a file asks for it. */
const LAZY = ['marked', 'yaml', 'zod'];

/** Whoever draws the first frame contains this package. */
const DRAWS = 'ink';

/** The package a module belongs to, or null for our own modules. */
export function packageOf(moduleId: string): string | null {
	const path = moduleId.replaceAll('\\', '/');
	const at = path.lastIndexOf('/node_modules/');
	if (at < 0) return null;
	return /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(at + '/node_modules/'.length))?.[0] ?? null;
}

/**
 * Fails the build when something heavy is on the way to the first frame (what the entry loads without being asked,
 * and what the chunk that draws loads so), or when the program would look for a package at run time.
 */
export function startUpGuard(): Plugin {
	return {
		name: 'start-up-guard',
		generateBundle(_, bundle) {
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
			const faults = [...heavyStart(chunks), ...unresolved(chunks), ...lateModules(chunks)];
			if (faults.length > 0) throw new Error(`Start-up:\n${faults.join('\n')}`);
		},
	};
}

type Chunk = Pick<OutputChunk, 'fileName' | 'imports' | 'dynamicImports' | 'isEntry' | 'moduleIds'>;

export function heavyStart(chunks: readonly Chunk[]): readonly string[] {
	const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
	const starts = chunks.filter((chunk) => chunk.isEntry || chunk.moduleIds.some((id) => packageOf(id) === DRAWS));
	const seen = new Set(starts);
	for (const chunk of seen)
		for (const name of chunk.imports) {
			const next = byName.get(name);
			if (next) seen.add(next);
		}
	return [...seen].flatMap(({ fileName, moduleIds }) => {
		const heavy = new Set(moduleIds.map(packageOf).filter((name) => name !== null && LAZY.includes(name)));
		return [...heavy].map((name) => `${fileName}: ${name} is loaded at start-up; import it with import()`);
	});
}

/** Code from V8's cache cannot use `import()`: of our own chunks the bundler makes `require`, of Node's modules it does not. */
export function lateModules(chunks: readonly Pick<OutputChunk, 'fileName' | 'code'>[]): readonly string[] {
	return chunks.flatMap(({ fileName, code }) =>
		/\bimport\(/.test(code) ? [`${fileName}: a module of Node is loaded with import(); import it statically`] : [],
	);
}

function unresolved(chunks: readonly Chunk[]): readonly string[] {
	const own = new Set(chunks.map(({ fileName }) => fileName));
	return chunks.flatMap(({ fileName, imports, dynamicImports }) =>
		[...imports, ...dynamicImports]
			.filter((name) => !own.has(name) && !isBuiltin(name))
			.map((name) => `${fileName}: ${name} would have to be installed`),
	);
}
