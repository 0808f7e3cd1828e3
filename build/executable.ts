import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

const SHEBANG = '#!/usr/bin/env node\n';

/** The entry can be run as it is: a first line that names the interpreter, and the mode of a program. */
export function executable(): Plugin {
	return {
		name: 'executable',
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle))
				if (file.type === 'chunk' && file.isEntry && !file.code.startsWith('#!')) file.code = SHEBANG + file.code;
		},
		writeBundle({ dir = '.' }, bundle) {
			for (const file of Object.values(bundle))
				if (file.type === 'chunk' && file.isEntry) chmodSync(join(dir, file.fileName), 0o755);
		},
	};
}
