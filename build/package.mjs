/**
 * `npm run package`: makes the package that `npm i -g` installs. It is this repository's own package with one script more:
 * the install writes V8's code cache. In the repository the build does that, so the script would only be noise there.
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
