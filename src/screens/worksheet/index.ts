import type { SheetTools } from '../screen.js';
import { answerQuestion, askExport, handleSheetEvent, takeLab } from './events.js';
import { openWorksheets } from './open.js';
import { PROMPT } from './prompt.js';
import { WORKSHEET_SCREEN } from './screen.js';
import { saveDraft } from './text-field.js';

/** Functions of worksheets that the rest of the program uses. Loaded after the first frame. */
export const worksheetTools = {
	screen: WORKSHEET_SCREEN,
	prompt: PROMPT,
	handleEvent: handleSheetEvent,
	answerQuestion,
	open: openWorksheets,
	takeLab,
	askExport,
	saveDraft,
} satisfies Partial<SheetTools>;

export { UNLISTED_PREFIX } from './picker.js';
