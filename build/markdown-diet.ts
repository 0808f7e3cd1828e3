import { resolve } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * marked-terminal brings every emoji name and every language of highlight.js, a megabyte together. Lessons need the
 * three languages of build/fast/highlight.ts and no emoji names.
 */
export function markdownDiet(): Plugin {
	const stand: Readonly<Record<string, string>> = {
		'cli-highlight': resolve('build/fast/highlight.ts'),
		'node-emoji': resolve('build/fast/no-emoji.ts'),
	};
	return {
		name: 'markdown-diet',
		resolveId: {
			filter: { id: /^(?:cli-highlight|node-emoji)$/ },
			handler: (id) => stand[id] ?? null,
		},
	};
}
