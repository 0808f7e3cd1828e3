import type { Asking, State } from './state.js';

/** What the reader is asked, for each thing that waits for y or n. */
const WORDS: Readonly<Record<Asking, (state: State) => string>> = {
	reset: () => 'Put every number back to how the scenario has it? y or n (u undoes it)',
	skip: () => 'Enter a solution of the challenge? y or n (u takes it back)',
	restart: () => 'Start this lesson afresh, its answers and hints forgotten? y or n',
	'restart-all': () => 'Start every lesson afresh, all answers and hints forgotten? y or n',
	'sheet-delete': ({ sheets }) => `Delete ${sheets.deleting?.name ?? ''}? Its last version is kept. y or n`,
	'sheet-unsaved': () => 'It is not saved, and is lost once you leave. Leave it? y or n',
	'sheet-conflict': () => 'Another program changed the file. y: yours over it (theirs is kept); n: yours as a new one',
	'export-over': ({ overwriting }) => `${overwriting} exists. Write over it? y or n`,
};

/** Returns the question that waits for y or n; null: none does. */
export const questionWords = (state: State): string | null => state.asking && WORDS[state.asking](state);
