import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';
import { fastPath } from './paths.js';

const BINARY = 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
const WASM = '\0yoga-wasm';

/** Starts the layout engine synchronously, from build/fast/yoga.js, and removes the loader's own copy of the binary. */
export function synchronousYoga(): Plugin[] {
	const base64 = /base64,([A-Za-z0-9+/=]+)"/.exec(readFileSync(BINARY, 'utf8'))?.[1];
	if (base64 === undefined) throw new Error(`${BINARY}: no WebAssembly found`);
	return [
		{
			name: 'synchronous-yoga',
			resolveId: {
				filter: { id: /^(?:yoga-layout|virtual:yoga-wasm)$/ },
				handler: (id) => (id === 'yoga-layout' ? fastPath('yoga.js') : WASM),
			},
			load: {
				filter: { id: /^\0yoga-wasm$/ },
				handler: () => `export default ${JSON.stringify(base64)};`,
			},
		},
		sourceEdits('synchronous-yoga-binary', [
			{
				file: '/yoga-wasm-base64-esm.js',
				swaps: [
					[base64, ''],
					['import.meta.url', '""'],
				],
			},
		]),
	];
}
