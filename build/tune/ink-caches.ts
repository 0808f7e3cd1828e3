import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';
import { fast } from './paths.js';

/**
 * Ink measures and splits every row of every frame anew, though a key changes two of them: its output caches live
 * for one frame. Here they live on, and they and the two caches that Ink never empties are bounded.
 */
export function inkCaches(): Plugin {
	const bring = `import { BoundedMap } from ${JSON.stringify(fast('bounded-map.ts'))};\n`;
	return sourceEdits('ink-caches', [
		{
			file: '/ink/build/output.js',
			swaps: [
				['class OutputCaches {', `${bring}class OutputCaches {`],
				['widths = new Map();\n    blockWidths', 'widths = new BoundedMap();\n    blockWidths'],
				['blockWidths = new Map();', 'blockWidths = new BoundedMap();'],
				['styledChars = new Map();', 'styledChars = new BoundedMap();'],
				['export default class Output {', 'const shared = new OutputCaches();\nexport default class Output {'],
				['caches = new OutputCaches();\n    constructor', 'caches = shared;\n    constructor'],
			],
		},
		{
			file: '/ink/build/measure-text.js',
			swaps: [['const cache = new Map();', `${bring}const cache = new BoundedMap();`]],
		},
		{
			file: '/ink/build/wrap-text.js',
			swaps: [
				['const cache = {};', `${bring}const cache = new BoundedMap();`],
				['const cachedText = cache[cacheKey];', 'const cachedText = cache.get(cacheKey);'],
				['cache[cacheKey] = wrappedText;', 'cache.set(cacheKey, wrappedText);'],
			],
		},
	]);
}
