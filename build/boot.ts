import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'rolldown';

/** Name of the executable, which loads the bundle. */
const ENTRY = 'dispatch-board';

/**
 * Emits the executable and the code cache script next to the bundle. The bundle is CommonJS, because on Node 20 V8's
 * code cache works for nothing else.
 */
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
