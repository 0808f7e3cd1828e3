import { isBuiltin } from 'node:module';
import type { OutputChunk, Plugin } from 'rolldown';

/** Packages that must not be loaded at start-up, only when a screen or file needs them. */
const LAZY = ['marked', 'yaml', 'zod'];

/** The chunk that draws the first frame contains this package. */
const DRAWING_PACKAGE = 'ink';

/** Returns the package that a module belongs to, or null for our own modules. */
export function packageOf(moduleId: string): string | null {
	const path = moduleId.replaceAll('\\', '/');
	const at = path.lastIndexOf('/node_modules/');
	if (at < 0) return null;
	return /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(at + '/node_modules/'.length))?.[0] ?? null;
}

/**
 * Fails the build if a heavy package is loaded before the first frame (a static import of the entry or of the chunk
 * that draws), or if the program would need an installed package at run time.
 */
export function startUpGuard(): Plugin {
	return {
		name: 'start-up-guard',
		generateBundle(_, bundle) {
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
			const problems = [...findHeavyStart(chunks), ...findUnresolved(chunks), ...findLateModules(chunks)];
			if (problems.length > 0) throw new Error(`Start-up:\n${problems.join('\n')}`);
		},
	};
}

type Chunk = Pick<OutputChunk, 'fileName' | 'imports' | 'dynamicImports' | 'isEntry' | 'moduleIds'>;

export function findHeavyStart(chunks: readonly Chunk[]): readonly string[] {
	const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
	const starts = chunks.filter(
		(chunk) => chunk.isEntry || chunk.moduleIds.some((id) => packageOf(id) === DRAWING_PACKAGE),
	);
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

/**
 * Finds uses of `import()`, which code from V8's cache cannot run. The bundler turns it into `require` for our own
 * chunks, but not for Node's built-in modules.
 */
export function findLateModules(chunks: readonly Pick<OutputChunk, 'fileName' | 'code'>[]): readonly string[] {
	return chunks.flatMap(({ fileName, code }) =>
		/\bimport\(/.test(code) ? [`${fileName}: a module of Node is loaded with import(); import it statically`] : [],
	);
}

function findUnresolved(chunks: readonly Chunk[]): readonly string[] {
	const own = new Set(chunks.map(({ fileName }) => fileName));
	return chunks.flatMap(({ fileName, imports, dynamicImports }) =>
		[...imports, ...dynamicImports]
			.filter((name) => !own.has(name) && !isBuiltin(name))
			.map((name) => `${fileName}: ${name} would have to be installed`),
	);
}
