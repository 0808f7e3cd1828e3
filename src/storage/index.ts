export { contentFiles, isDeckFile } from './content-files.js';
export type { Environment } from './data-folder.js';
export {
	type Journal,
	type JournalOptions,
	type JournalReading,
	openJournal,
	readJournal,
} from './journal.js';
export { crossLessonProblems, lessonHeads, readContentId, readLessonFile } from './lesson-file.js';
export { describeProblem, readIdProblem, readPricesFile, readScenarioFile } from './scenario-file.js';
export { LESSONS, OPENING, SHIPPED } from './shipped.js';
