import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that stands for everything a reader has; removed with everything in it. */
export interface Home {
	readonly folder: string;
	remove(): void;
}

export function temporaryHome(): Home {
	const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	return {
		folder,
		remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
	};
}

/** What a program needs of the environment and nothing else: CI, NO_COLOR and the like stay out. */
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
