import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { inkTuning } from '../../../build/tune/index.js';

/** A bundled test program. */
export interface Bundle {
	/** Path of the program. */
	readonly file: string;
	remove(): void;
}

/**
 * Bundles a small test program in the same way as the real one.
 *
 * @param tuned whether to apply the build's changes to Ink
 */
export async function bundle(entry: string, { tuned }: { readonly tuned: boolean }): Promise<Bundle> {
	const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-bundle-'));
	const input = await rolldown({
		input: { program: resolve(entry) },
		platform: 'node',
		transform: { target: 'node20', define: { 'process.env.NODE_ENV': '"production"' } },
		plugins: tuned ? inkTuning() : [],
		// Ink imports these only under DEV=true.
		external: ['react-devtools-core'],
		logLevel: 'silent',
	});
	await input.write({
		dir: folder,
		format: 'esm',
		minify: true,
		entryFileNames: '[name].mjs',
		chunkFileNames: '[name].mjs',
	});
	await input.close();
	return { file: join(folder, 'program.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
