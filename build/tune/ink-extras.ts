import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';

/**
 * What Ink brings and this program never uses: React's developer tools (with the awaits that would make start-up
 * asynchronous), the error screen (errors are reported after the terminal has been given back), and silence under
 * CI=1 (whether the screen opens at all is decided before, by asking for a terminal).
 */
export function withoutInkExtras(): Plugin {
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
