import type { Plugin } from 'rolldown';
import { fastPath } from './paths.js';

/**
 * Uses one width function for everything on screen, with a fast path for plain text. It also replaces the older copy
 * bundled with wrap-ansi, so that wrapping and layout agree. CommonJS importers keep the original.
 */
export function quickWidth(): Plugin {
	return {
		name: 'quick-width',
		resolveId: {
			filter: { id: /^string-width$/ },
			handler(_, importer, { kind }) {
				const isOwnImport = importer?.replaceAll('\\', '/') === fastPath('width.ts');
				return isOwnImport || kind !== 'import-statement' ? null : fastPath('width.ts');
			},
		},
	};
}
