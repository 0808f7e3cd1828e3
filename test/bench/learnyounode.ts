import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subject } from './session.js';

/** Installs learnyounode, a well-known terminal workbook, in a temporary folder; null if it cannot be installed. */
export function installLearnyounode(): { readonly subject: Subject; readonly remove: () => void } | null {
	const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-bench-'));
	const remove = (): void => rmSync(folder, { recursive: true, force: true });
	try {
		execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', 'learnyounode@4'], {
			stdio: 'ignore',
		});
		const args = [join(folder, 'node_modules/.bin/learnyounode')];
		return { subject: { name: 'learnyounode', args, shows: 'EXIT', keys: [], plain: true }, remove };
	} catch {
		remove();
		return null;
	}
}
