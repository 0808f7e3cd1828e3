import { writeSync } from 'node:fs';
import { decodeEvent, stampEvent } from '../../../src/course/index.js';
import { openJournal } from '../../../src/storage/journal.js';

/** What the program is asked for, as JSON in its first argument. */
export interface Task {
	readonly home: string;
	readonly run: string;
	/** How many events it appends. */
	readonly count: number;
	/** Characters that every tenth event is longer. */
	readonly longer: number;
	/** Gives up the rights of an administrator first: to those, no folder is read-only. */
	readonly asNobody?: boolean;
}

/** Appends events 0, 1, 2 … to a journal; says `kept N` when one is, `lost N: why` when it is not. */
async function main({ home, run, count, longer, asNobody }: Task): Promise<void> {
	if (asNobody && process.getuid?.() === 0) process.setuid?.(65_534);
	const env = { DISPATCH_BOARD_HOME: home };
	const journal = await openJournal({ env, now: () => new Date(), runId: run, decode: decodeEvent, stamp: stampEvent });
	const say = (line: string): unknown => writeSync(1, `${line}\n`);
	say(journal.notice === null ? 'opened' : `notice ${journal.notice}`);
	for (let n = 0; n < count; n++) {
		const edits = [`n=${n}`, ...(n % 10 === 0 ? ['x'.repeat(longer)] : [])];
		const notice = journal.append({ type: 'edited', scenario: 'week-31', edits, baseline: null }) ?? journal.sync();
		say(notice === null ? `kept ${n}` : `lost ${n}: ${notice}`);
	}
	journal.close();
}

await main(JSON.parse(process.argv[2] ?? '') as Task);
