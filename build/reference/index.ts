import { commandsPage } from './commands.js';
import { fieldsPage } from './fields.js';
import { glossaryPage } from './glossary.js';
import { keysPage } from './keys.js';
import type { Page } from './page.js';

/** Returns every page of the reference that the program writes. */
export const referencePages = async (): Promise<readonly Page[]> => [
	await commandsPage(),
	keysPage(),
	fieldsPage(),
	glossaryPage(),
];
