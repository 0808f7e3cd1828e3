import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario } from '../../src/content/index.js';
import { decodeEvent, type JournalEvent } from '../../src/course/index.js';
import { readJournal } from '../../src/storage/index.js';
import { openWorksheet } from '../../src/storage/worksheets/open.js';
import { saveWorksheet } from '../../src/storage/worksheets/save.js';
import { versionsOf } from '../../src/storage/worksheets/versions.js';
import { sheetFromTemplate } from '../../src/worksheet/index.js';
import type { Home } from '../e2e/harness/home.js';
import { shippedScenario } from '../support/shipped.js';
import { ensure } from './trial.js';

/** Returns the program's data folder in a test home. */
export const dataIn = ({ folder }: Home): string => join(folder, 'dispatch-board');
const envIn = (home: Home) => ({ DISPATCH_BOARD_HOME: dataIn(home) });

export const journalIn = (home: Home): string => join(dataIn(home), 'progress.jsonl');
export const worksheetIn = (home: Home, name: string): string => join(dataIn(home), 'worksheets', `${name}.yaml`);

/** Returns the journal's events; throws if a line is damaged or skipped. */
export async function storedEvents(home: Home): Promise<readonly JournalEvent[]> {
	const { events, skipped, fault, notice } = await readJournal({ env: envIn(home), decode: decodeEvent });
	const strange = skipped.newer + skipped.unknown + skipped.malformed;
	ensure(fault === null && notice === null && strange === 0, `the journal: ${fault ?? notice} (${strange} skipped)`);
	return events;
}

/** Returns the `change` text of a worksheet; throws if the file does not load. */
export async function storedChange(home: Home, name: string): Promise<string> {
	const opened = await openWorksheet(worksheetIn(home, name), envIn(home), new Date());
	ensure(opened.ok && opened.notice === null, `the worksheet does not load: ${JSON.stringify(opened).slice(0, 300)}`);
	return opened.document.worksheet?.change ?? '';
}

/** Returns the `change` texts of a worksheet's earlier versions, newest first. */
export async function storedChanges(home: Home, name: string): Promise<readonly string[]> {
	const versions = await versionsOf(worksheetIn(home, name), envIn(home));
	return versions.map(({ path }) => {
		const loaded = loadScenario(readFileSync(path), path);
		ensure(loaded.ok, `${path} does not load`);
		return loaded.document.worksheet?.change ?? '';
	});
}

/** Creates a worksheet as the program does. */
export async function makeWorksheet(home: Home, name: string): Promise<void> {
	const document = sheetFromTemplate(shippedScenario('support-bot'), { id: name, title: 'Mine' });
	const path = worksheetIn(home, name);
	const saved = await saveWorksheet({ path, document, previous: null, env: envIn(home), now: new Date() });
	ensure(saved.ok, 'no worksheet could be made');
}
