import { decodeEvent } from '../course/index.js';
import { Stop } from '../stop.js';
import { type Environment, type JournalReading, readJournal } from '../storage/index.js';

/**
 * What the reader did so far, from the journal, which is only read.
 *
 * @throws Stop with 1 for a journal that cannot be read
 */
export async function keptEvents(env: Environment): Promise<JournalReading> {
	const reading = await readJournal({ env, decode: decodeEvent });
	if (reading.fault !== null) throw new Stop(`${reading.fault}. DISPATCH_BOARD_HOME names another folder for it.`, 1);
	return reading;
}
