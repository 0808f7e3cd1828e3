import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';

/**
 * Removes parts of Ink that this program does not use: React's developer tools (whose awaits would make start-up
 * asynchronous), the error screen (errors are reported after the terminal is restored), and the check for CI=1 that
 * suppresses output (the program checks for a terminal itself).
 */
export function removeInkExtras(): Plugin {
	return sourceEdits('without-ink-extras', [
		{
			file: '/ink/build/utils.js',
			swaps: [["const isDev = () => process.env['DEV'] === 'true';", 'const isDev = () => false;']],
		},
		{
			file: '/ink/build/reconciler.js',
			swaps: [
				["await import('./devtools.js');", ''],
				["const fs = await import('node:fs');", ''],
				[
					"const content = fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8');",
					"const content = '{}';",
				],
				['? await loadPackageJson()', '? {}'],
			],
		},
		{
			file: '/ink/build/components/ErrorBoundary.js',
			swaps: [
				["import ErrorOverview from './ErrorOverview.js';", ''],
				['return React.createElement(ErrorOverview, { error: this.state.error });', 'return null;'],
			],
		},
		{
			file: '/is-in-ci/index.js',
			swaps: [["const isInCi = check('CI') || check('CONTINUOUS_INTEGRATION');", 'const isInCi = false;']],
		},
	]);
}
