export type { Environment } from './data-folder.js';
export {
	type Journal,
	type JournalOptions,
	type JournalReading,
	openJournal,
	readJournal,
} from './journal.js';
export { describeProblem, readDuplicateId, readScenarioFile } from './scenario-file.js';
export { OPENING, SHIPPED } from './shipped.js';
export { yamlFiles } from './yaml-files.js';
