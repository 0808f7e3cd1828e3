import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary home folder. */
export interface Home {
	readonly folder: string;
	remove(): void;
}

/** Creates a home that `remove` deletes with everything in it. */
export function temporaryHome(): Home {
	const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	return {
		folder,
		remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
	};
}

/** Returns an environment with only what the program needs, without CI, NO_COLOR and the like. */
export function cleanEnvironment(home: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
	return {
		PATH: process.env['PATH'] ?? '',
		HOME: home,
		DISPATCH_BOARD_HOME: join(home, 'dispatch-board'),
		LANG: 'C.UTF-8',
		TERM: 'xterm-256color',
		COLORTERM: 'truecolor',
		...extra,
	};
}
