import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stampEvent } from '../../../src/course/index.js';

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

/** Creates a home whose reader turned to a lesson, so that the program opens it, and has done nothing in it. */
export function homeInLesson(lesson = 'the-bill-fell'): Home {
	const home = temporaryHome();
	turnToLesson(home.folder, lesson);
	return home;
}

/** Writes to a home that its reader turned to a lesson. */
export function turnToLesson(home: string, lesson = 'the-bill-fell'): void {
	const folder = join(home, 'dispatch-board');
	mkdirSync(folder, { mode: 0o700 });
	const event = stampEvent({ type: 'went', screen: 'lesson', lesson }, '2026-07-01T09:00:00.000Z', 'before');
	writeFileSync(join(folder, 'progress.jsonl'), `${JSON.stringify(event)}\n`, { mode: 0o600 });
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
