import { defineConfig } from 'rolldown';
import { shippedScenarios } from '../../build/scenarios.js';

/** The benchmark itself, bundled with the engine as the program is; its tools stay outside, as installed. */
export default defineConfig({
	input: 'test/bench/bench.ts',
	platform: 'node',
	external: ['@lydell/node-pty', '@xterm/headless', 'rolldown'],
	plugins: [shippedScenarios()],
	output: { format: 'esm' },
});
