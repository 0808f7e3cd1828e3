import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';
import { fastPath } from './paths.js';

/**
 * Keeps Ink's output caches across frames: Ink measures and splits every row in every frame, although a key press
 * changes about two. These caches, and the two that Ink never clears, are bounded.
 */
export function inkCaches(): Plugin {
	const importMap = `import { BoundedMap } from ${JSON.stringify(fastPath('bounded-map.ts'))};\n`;
	return sourceEdits('ink-caches', [
		{
			file: '/ink/build/output.js',
			swaps: [
				['class OutputCaches {', `${importMap}class OutputCaches {`],
				['widths = new Map();\n    blockWidths', 'widths = new BoundedMap();\n    blockWidths'],
				['blockWidths = new Map();', 'blockWidths = new BoundedMap();'],
				['styledChars = new Map();', 'styledChars = new BoundedMap();'],
				['export default class Output {', 'const shared = new OutputCaches();\nexport default class Output {'],
				['caches = new OutputCaches();\n    constructor', 'caches = shared;\n    constructor'],
			],
		},
		{
			file: '/ink/build/measure-text.js',
			swaps: [['const cache = new Map();', `${importMap}const cache = new BoundedMap();`]],
		},
		{
			file: '/ink/build/wrap-text.js',
			swaps: [
				['const cache = {};', `${importMap}const cache = new BoundedMap();`],
				['const cachedText = cache[cacheKey];', 'const cachedText = cache.get(cacheKey);'],
				['cache[cacheKey] = wrappedText;', 'cache.set(cacheKey, wrappedText);'],
			],
		},
	]);
}
