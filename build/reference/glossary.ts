import { TERMS } from '../../src/chapter/terms.js';
import { type Page, page, prose, table } from './page.js';

/** Returns the page of the glossary, which `Ctrl-G` shows in the workbook. */
export const glossaryPage = (): Page =>
	page('glossary.md', 'Glossary', [
		'The terms in reading order: first the taxi fleet, then the model from lanes to verdicts. In the workbook `Ctrl-G` shows them, those on screen first.',
		table(
			['term', 'means'],
			TERMS.map(({ name, definition }) => [prose(name), prose(definition)]),
		),
	]);
