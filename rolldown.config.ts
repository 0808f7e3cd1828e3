import { defineConfig } from 'rolldown';
import { boot } from './build/boot.js';
import { shippedDecks } from './build/decks.js';
import { shippedLessons } from './build/lessons.js';
import { thirdPartyNotices } from './build/notices.js';
import { shippedScenarios } from './build/scenarios.js';
import { startUpGuard } from './build/start-up-guard.js';
import { inkTuning } from './build/tune/index.js';

/** One program in dist/ with everything in it; what `import()` asks for becomes a file of its own. */
export default defineConfig({
	input: { program: 'src/cli.ts' },
	platform: 'node',
	transform: { target: 'node20', define: { 'process.env.NODE_ENV': '"production"' } },
	plugins: [
		shippedScenarios({ beside: true }),
		shippedLessons({ beside: true }),
		shippedDecks(),
		...inkTuning(),
		startUpGuard(),
		thirdPartyNotices(),
		boot(),
	],
	// How long a plugin takes depends on what else the machine does: it is no fault of the program.
	checks: { pluginTimings: false },
	// A warning is a fault that has not happened yet.
	onLog(level, log, pass) {
		if (level === 'warn') throw new Error(log.message);
		pass(level, log);
	},
	output: {
		dir: 'dist',
		format: 'cjs',
		minify: true,
		cleanDir: true,
		entryFileNames: '[name].js',
		chunkFileNames: '[name]-[hash].js',
		// Third-party notices have a file of their own.
		comments: { legal: false },
	},
});
