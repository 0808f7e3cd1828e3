import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'rolldown';

/** The program that people start; it loads the bundle. */
const ENTRY = 'dispatch-board';

/** Puts what starts the program beside the bundle, which is CommonJS: V8 keeps compiled code for nothing else on Node 20. */
export function boot(): Plugin {
	return {
		name: 'boot',
		generateBundle() {
			for (const name of [ENTRY, 'make-code-cache']) {
				const source = readFileSync(resolve('build/boot', `${name}.cjs`), 'utf8');
				this.emitFile({ type: 'asset', fileName: `${name}.js`, source });
			}
			this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
		},
		writeBundle({ dir = '.' }) {
			chmodSync(join(dir, `${ENTRY}.js`), 0o755);
		},
	};
}
