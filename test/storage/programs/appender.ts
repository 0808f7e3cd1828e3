import { writeSync } from 'node:fs';
import { decodeEvent, stampEvent } from '../../../src/course/index.js';
import { openJournal } from '../../../src/storage/journal.js';

/** Task of this program, as JSON in its first argument. */
export interface Task {
	readonly home: string;
	readonly run: string;
	/** Number of events to append. */
	readonly count: number;
	/** Extra characters in every tenth event. */
	readonly longer: number;
	/** Drops root privileges first, because root can write to any folder. */
	readonly asNobody?: boolean;
}

/** Appends events 0, 1, 2 … to a journal; prints `kept N` or `lost N: why` for each. */
async function main({ home, run, count, longer, asNobody }: Task): Promise<void> {
	if (asNobody && process.getuid?.() === 0) process.setuid?.(65_534);
	const env = { DISPATCH_BOARD_HOME: home };
	const journal = await openJournal({ env, now: () => new Date(), runId: run, decode: decodeEvent, stamp: stampEvent });
	const print = (line: string): unknown => writeSync(1, `${line}\n`);
	print(journal.notice === null ? 'opened' : `notice ${journal.notice}`);
	for (let n = 0; n < count; n++) {
		const edits = [`n=${n}`, ...(n % 10 === 0 ? ['x'.repeat(longer)] : [])];
		const notice = journal.append({ type: 'edited', scenario: 'week-31', edits, baseline: null }) ?? journal.sync();
		print(notice === null ? `kept ${n}` : `lost ${n}: ${notice}`);
	}
	journal.close();
}

await main(JSON.parse(process.argv[2] ?? '') as Task);
