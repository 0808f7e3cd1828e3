import type { Plugin } from 'rolldown';

/**
 * `import content from 'virtual:NAME'`: files that are read and checked while building, compiled into the program.
 * Works in Rolldown and in Vitest.
 *
 * @param name letters only
 * @param files what is watched
 * @param content plain data; throws where the files have problems
 */
export function shippedContent(name: string, files: () => readonly string[], content: () => unknown): Plugin {
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
				// A long literal is read faster as JSON than as JavaScript.
				return `export default JSON.parse(${JSON.stringify(JSON.stringify(content()))});`;
			},
		},
	};
}
