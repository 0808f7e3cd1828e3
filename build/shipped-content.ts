import type { Plugin } from 'rolldown';

/**
 * Provides `import content from 'virtual:NAME'`: content that is read and checked at build time and compiled into the
 * program. Works in Rolldown and Vitest.
 *
 * @param name letters only
 * @param files lists the files to watch
 * @param content returns plain data; throws if the files have problems
 * @param beside whether to emit a JSON file that the program reads, instead of a literal: a long literal would be
 *   scanned and decoded as JavaScript before it is parsed as JSON
 */
export function shippedContent(
	name: string,
	files: () => readonly string[],
	content: () => unknown,
	beside = false,
): Plugin {
	const id = `virtual:${name}`;
	return {
		name: `shipped-${name}`,
		resolveId: {
			filter: { id: new RegExp(`^${id}$`) },
			handler: () => `\0${id}`,
		},
		load: {
			filter: { id: new RegExp(`^\0${id}$`) },
			handler() {
				for (const file of files()) this.addWatchFile(file);
				const json = JSON.stringify(content());
				// JSON is parsed faster than a JavaScript literal.
				if (!beside) return `export default JSON.parse(${JSON.stringify(json)});`;
				this.emitFile({ type: 'asset', fileName: `${name}.json`, source: json });
				return [
					"import { readFileSync } from 'node:fs';",
					`export default JSON.parse(readFileSync(new URL('./${name}.json', import.meta.url), 'utf8'));`,
				].join('\n');
			},
		},
	};
}
