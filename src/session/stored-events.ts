import { decodeEvent } from '../course/index.js';
import { Stop } from '../stop.js';
import { type Environment, type JournalReading, readJournal } from '../storage/index.js';

/**
 * Reads the journal of the reader's progress without opening it for writing.
 *
 * @throws Stop with 1 if the journal cannot be read
 */
export async function readStoredEvents(env: Environment): Promise<JournalReading> {
	const reading = await readJournal({ env, decode: decodeEvent });
	if (reading.fault !== null) throw new Stop(`${reading.fault}. DISPATCH_BOARD_HOME names another folder for it.`, 1);
	return reading;
}
