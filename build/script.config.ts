import { defineConfig } from 'rolldown';
import { shippedDecks } from './decks.js';
import { shippedLessons } from './lessons.js';
import { shippedScenarios } from './scenarios.js';

/** Scripts in TypeScript (`build/run.mjs SCRIPT`): our sources in one file, packages as they are installed. */
export default defineConfig({
	platform: 'node',
	// The engine's mathematics is bundled as in the program, so that what is measured is what runs.
	external: (id) => /^[@a-z]/.test(id) && !/^(?:virtual:|@stdlib\/)/.test(id),
	plugins: [shippedScenarios(), shippedLessons(), shippedDecks()],
	checks: { pluginTimings: false },
	output: { format: 'esm', entryFileNames: 'script.mjs' },
});
