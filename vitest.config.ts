import { defineConfig } from 'vitest/config';
import { shippedDecks } from './build/decks.js';
import { shippedLessons } from './build/lessons.js';
import { shippedScenarios } from './build/scenarios.js';

// Rolldown's plugin type; Vite runs on Rolldown and takes the hooks it has.
const plugins = [shippedScenarios() as never, shippedLessons() as never, shippedDecks() as never];

/** The npm script that runs: its name asks for a kind of run, as no variable would in every shell. */
const script = process.env['npm_lifecycle_event'];
const env = {
	EFFORT: script === 'test:full' ? 'full' : 'quick',
	NET: script === 'net:accept' ? 'accept' : 'check',
};

export default defineConfig({
	test: {
		// The journeys come after the specs: they start programs of their own, and wait for them most of the time.
		maxWorkers: 2,
		projects: [
			{
				plugins,
				test: {
					name: 'specs',
					env,
					// No file leaves anything behind, and importing everything anew for each of them takes longer than the tests.
					isolate: false,
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['test/e2e/**', 'test/net/screens/**', 'test/bench/**', 'test/faults/**', 'test/monkey/**'],
					sequence: { groupOrder: 0 },
					testTimeout: 120_000,
				},
			},
			{
				plugins,
				test: {
					name: 'journeys',
					env,
					include: ['test/e2e/**/*.test.ts', 'test/net/screens/*.test.ts', 'test/{faults,monkey}/*.test.ts'],
					sequence: { groupOrder: 1 },
					isolate: false,
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
