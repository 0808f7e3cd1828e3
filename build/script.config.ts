import { defineConfig } from 'rolldown';
import { shippedDecks } from './decks.js';
import { shippedLessons } from './lessons.js';
import { shippedScenarios } from './scenarios.js';

/** Configuration for TypeScript scripts (`build/run.mjs SCRIPT`): our sources in one file, packages as installed. */
export default defineConfig({
	platform: 'node',
	// The engine's mathematics is bundled as in the program, so that benchmarks measure the same code.
	external: (id) => /^[@a-z]/.test(id) && !/^(?:virtual:|@stdlib\/)/.test(id),
	plugins: [shippedScenarios(), shippedLessons(), shippedDecks()],
	checks: { pluginTimings: false },
	output: { format: 'esm', entryFileNames: 'script.mjs' },
});
