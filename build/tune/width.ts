import type { Plugin } from 'rolldown';
import { fast } from './paths.js';

/**
 * One width function for everything on screen, with a short way for plain text. It also replaces the older copy that
 * wrap-ansi brings, so that wrapping and layout count alike. CommonJS importers keep what they require.
 */
export function quickWidth(): Plugin {
	return {
		name: 'quick-width',
		resolveId: {
			filter: { id: /^string-width$/ },
			handler(_, importer, { kind }) {
				const own = importer?.replaceAll('\\', '/') === fast('width.ts');
				return own || kind !== 'import-statement' ? null : fast('width.ts');
			},
		},
	};
}
