import type { SheetTools } from '../screen.js';
import { answerQuestion, askExport, handleSheetEvent, takeLab } from './events.js';
import { toWorksheet } from './open.js';
import { PROMPT } from './prompt.js';
import { WORKSHEET_SCREEN } from './screen.js';
import { saveDraft } from './words.js';

/** What the rest of the program uses of worksheets. Loaded after the first frame. */
export const worksheetTools = {
	screen: WORKSHEET_SCREEN,
	prompt: PROMPT,
	handle: handleSheetEvent,
	answer: answerQuestion,
	open: toWorksheet,
	takeLab,
	askExport,
	saveDraft,
} satisfies Partial<SheetTools>;

export { UNLISTED } from './pick.js';
