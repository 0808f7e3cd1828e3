import type { ScenarioDocument } from '../content/index.js';
import { OPENING, SHIPPED } from '../storage/index.js';
import { isInteractive } from '../terminal/index.js';
import { findScenario } from './find-scenario.js';

/**
 * Opens the workbook, or prints the scenario's report where there is no terminal to open it in (a pipe, CI,
 * TERM=dumb).
 *
 * @param name a scenario's id or file; undefined: the next thing to do, which on a first visit is the opening failure
 * @returns what to print; null: the workbook was on screen
 */
export async function openCommand(name: string | undefined): Promise<string | null> {
	const document = name === undefined ? opening() : await findScenario(name);
	if (!isInteractive(process.stdin, process.stdout, process.env)) {
		const { reportDocument } = await import('./report.js');
		return reportDocument(document, { set: [], baseline: [], format: 'text' });
	}
	const { workbook } = await import('./workbook.js');
	await workbook(document);
	return null;
}

function opening(): ScenarioDocument {
	const document = SHIPPED.find(({ scenario }) => scenario.id === OPENING);
	if (!document) throw new Error(`the opening scenario ${OPENING} was not shipped`);
	return document;
}
