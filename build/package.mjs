/**
 * `npm run package`: creates the package that `npm i -g` installs. It is this repository's package plus a postinstall
 * script that writes V8's code cache. In the repository the build writes the cache, so the script is not needed there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const stage = mkdtempSync(join(tmpdir(), 'dispatch-board-pack-'));
try {
	const { scripts: _, devDependencies: __, ...kept } = JSON.parse(readFileSync('package.json', 'utf8'));
	const folders = kept.files.filter((name) => !name.startsWith('!'));
	for (const name of [...folders, 'README.md', 'LICENSE']) cpSync(name, join(stage, name), { recursive: true });
	const packed = { ...kept, scripts: { postinstall: 'node dist/make-code-cache.js' } };
	writeFileSync(join(stage, 'package.json'), `${JSON.stringify(packed, null, '\t')}\n`);
	execFileSync('npm', ['pack', stage, '--loglevel', 'error'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
} finally {
	rmSync(stage, { recursive: true, force: true });
}
