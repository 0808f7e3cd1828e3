import type { Plugin } from 'rolldown';

/**
 * `import content from 'virtual:NAME'`: files that are read and checked while building, compiled into the program.
 * Works in Rolldown and in Vitest.
 *
 * @param name letters only
 * @param files what is watched
 * @param content plain data; throws where the files have problems
 * @param beside writes it to a file beside the program, which reads it: a long literal would be scanned and decoded as
 * JavaScript before it is parsed as JSON
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
				// Read faster as JSON than as JavaScript.
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
