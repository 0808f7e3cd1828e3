import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { inkTuning } from '../../../build/tune/index.js';

export interface Bundle {
	/** The program, runnable from anywhere. */
	readonly file: string;
	remove(): void;
}

/**
 * A small program of the tests, bundled as the real one is.
 *
 * @param tuned with the real one's changes to Ink, or with Ink as it comes
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
