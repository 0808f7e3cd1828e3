import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { packageOf } from './start-up-guard.js';

/** Emits one file with the licence notices of all bundled packages, unchanged, as the licences require. */
export function thirdPartyNotices(fileName = 'THIRD-PARTY.txt'): Plugin {
	return {
		name: 'third-party-notices',
		generateBundle(_, bundle) {
			const folders = new Set<string>();
			for (const file of Object.values(bundle))
				if (file.type === 'chunk') for (const id of file.moduleIds) folders.add(packageFolder(id) ?? '');
			folders.delete('');
			const packages = new Map<string, string[]>();
			for (const folder of folders) {
				const { heading, text } = readNotice(folder);
				packages.set(text, [...(packages.get(text) ?? []), heading]);
			}
			// Packages with identical licence texts are listed above one copy.
			const source = [...packages]
				.map(([text, headings]) => `${headings.sort().join('\n')}\n\n${text}\n`)
				.sort()
				.join(`\n${'-'.repeat(72)}\n\n`);
			this.emitFile({ type: 'asset', fileName, source });
		},
	};
}

function packageFolder(moduleId: string): string | null {
	const name = packageOf(moduleId);
	const end = name === null ? -1 : moduleId.lastIndexOf(`/node_modules/${name}/`);
	return end < 0 ? null : moduleId.slice(moduleId.startsWith('\0') ? 1 : 0, end + `/node_modules/${name}`.length);
}

function readNotice(folder: string): { readonly heading: string; readonly text: string } {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		readonly [key in 'name' | 'version' | 'license']: string;
	};
	const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
	const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
	return { heading: `${name} ${version} (${license})`, text };
}
