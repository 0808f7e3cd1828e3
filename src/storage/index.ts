export { contentFiles } from './content-files.js';
export type { Environment } from './data-folder.js';
export {
	type Journal,
	type JournalOptions,
	type JournalReading,
	openJournal,
	readJournal,
} from './journal.js';
export { problemsTogether, readLessonFile } from './lesson-file.js';
export { readPricesFile } from './prices.js';
export { describeProblem, readDuplicateId, readScenarioFile } from './scenario-file.js';
export { LESSONS, OPENING, SHIPPED } from './shipped.js';
export { writeWhole } from './whole-file.js';
export { listWorksheets, type WorksheetEntry, type WorksheetList } from './worksheets/list.js';
export {
	type Deleted,
	deleteWorksheet,
	duplicateWorksheet,
	type Named,
	renameWorksheet,
} from './worksheets/manage.js';
export { type Opened, openWorksheet } from './worksheets/open.js';
export { worksheetFolder } from './worksheets/place.js';
export { restoreVersion } from './worksheets/restore.js';
export { openWriter, type Saved, type SaveRequest, saveWorksheet, type WorksheetWriter } from './worksheets/save.js';
export { type Version, versionsOf } from './worksheets/versions.js';
