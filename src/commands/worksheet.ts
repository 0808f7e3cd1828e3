import type { PriceList, ScenarioDocument } from '../content/index.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import type { LoadedSettings } from '../session/settings.js';
import { Stop } from '../stop.js';
import { OPENING, SHIPPED } from '../storage/index.js';
import { pathExists } from '../storage/read-file.js';
import { saveWorksheet } from '../storage/worksheets/save.js';
import { truncate } from '../text/safe-text.js';
import { checkName, type Sheet, sheetFromTemplate, sheetOf } from '../worksheet/index.js';
import { type Ask, askInTerminal } from './ask.js';
import { findScenario, isPathLike } from './find-scenario.js';
import { parseFormat } from './format.js';
import { choosePresentation, loadWorkbook, type PresentationKind } from './presentation.js';
import { readPrices } from './prices.js';
import {
	deleteWithConfirmation,
	readWorksheet,
	renameOrCopy,
	restoreEarlierVersion,
	SHIPPED_IDS,
	versionsText,
	worksheetPath,
} from './worksheet-actions.js';
import { listText, WORKSHEET_FORMATS, worksheetText } from './worksheet-text.js';

export interface WorksheetOptions {
	/** Name or file; null for all worksheets. */
	readonly name: string | null;
	/** Scenario that a new worksheet starts from; null to choose on screen. */
	readonly from: string | null;
	readonly rename: string | null;
	readonly copy: string | null;
	readonly remove: boolean;
	/** Whether to delete without asking. */
	readonly force: boolean;
	readonly versions: boolean;
	/** Number of the version to restore; null for none. */
	readonly restore: string | null;
	/** File with a price list. */
	readonly prices: string | null;
	/** Whether the clock runs from the start. */
	readonly clock: boolean;
	readonly format: string;
	readonly settings: LoadedSettings;
}

/**
 * Opens a worksheet or the list of them, or renames, copies, deletes or restores one. Without a terminal, prints their
 * state.
 *
 * @returns text to print; null if the workbook was on screen
 * @throws Stop with 2 for arguments that do not exist, with 1 for a file with problems or a file system error
 */
export async function worksheetCommand(options: WorksheetOptions, ask: Ask = askInTerminal): Promise<string | null> {
	const format = parseFormat(options.format, WORKSHEET_FORMATS);
	const { name, rename, copy, remove, versions, restore } = options;
	const interactive = presentationOf(options) !== 'none';
	if (name === null) {
		if (rename !== null || copy !== null || remove || versions || restore !== null || options.from !== null)
			throw new Stop('Say which worksheet: dispatch-board worksheet NAME …', 2);
		return interactive ? open(null, options) : listText(format);
	}
	const actions = [rename !== null, copy !== null, remove, versions, restore !== null, options.from !== null];
	if (actions.filter(Boolean).length > 1)
		throw new Stop('Only one of --from, --rename, --copy, --delete, --versions and --restore at a time.', 2);
	const path = await worksheetPath(name);
	if (versions) return versionsText(path);
	if (restore !== null) return restoreEarlierVersion(path, restore);
	if (rename !== null) return renameOrCopy(path, rename, 'rename');
	if (copy !== null) return renameOrCopy(path, copy, 'copy');
	if (remove) return deleteWithConfirmation(path, options.force, ask);
	if (!pathExists(path)) return createWorksheet(name, path, options, interactive);
	const { document, text, notice } = await readWorksheet(path);
	const sheet = sheetOf(document);
	refuseShipped(path, sheet);
	if (options.from !== null)
		throw new Stop(
			`${path} is there already, and --from starts a new one. Leave out --from to open it, or choose another name.`,
			2,
		);
	return interactive ? open({ path, text, notice, sheet }, options) : worksheetText(name, path, sheet, notice, format);
}

function refuseShipped(path: string, { scenario: { id } }: Sheet): void {
	if (SHIPPED_IDS.includes(id))
		throw new Stop(
			`${path} has the id ${id}, as a scenario of the program has: change it, or start one --from ${id}.`,
			2,
		);
}

interface OpenedSheet {
	readonly path: string;
	readonly text: string;
	readonly notice: string | null;
	readonly sheet: Sheet;
}

function presentationOf({ settings }: WorksheetOptions): PresentationKind {
	const { stdin, stdout, env } = process;
	return choosePresentation({ stdin, stdout, env, settings });
}

async function open(
	opened: OpenedSheet | null,
	options: WorksheetOptions,
	creation: { readonly name: string; readonly path: string | null } | null = null,
): Promise<string | null> {
	const { clock, prices, settings } = options;
	const list: PriceList | null = prices === null ? null : await readPrices(prices);
	const [{ openMemory }, runWorkbook] = await Promise.all([
		import('../session/memory.js'),
		loadWorkbook(presentationOf(options)),
	]);
	const document: ScenarioDocument | undefined =
		opened?.sheet ?? SHIPPED.find(({ scenario }) => scenario.id === OPENING);
	if (!document) throw new Error(`the opening scenario ${OPENING} was not shipped`);
	const memory = await openMemory(process.env, (id) => (opened?.sheet.scenario.id === id ? opened.path : null));
	const worksheet = { open: opened, making: creation, prices: list, clock };
	return runWorkbook(document, opened?.path ?? OPENING, memory, {
		settings,
		screen: 'contents',
		lesson: null,
		worksheet,
	});
}

/** Creates a worksheet from the given template, or from one chosen on screen. */
async function createWorksheet(
	name: string,
	path: string,
	options: WorksheetOptions,
	interactive: boolean,
): Promise<string | null> {
	const title = titleFrom(name);
	const id = checkName(title, SHIPPED_IDS);
	if (!id.ok) throw new Stop(`${id.message}. ${id.help}`, 2);
	if (options.from === null) {
		if (!interactive)
			throw new Stop(`There is no worksheet ${name}. --from SCENARIO makes one, such as --from support-bot.`, 2);
		return open(null, options, { name: title, path: isPathLike(name) ? path : null });
	}
	const template = await findScenario(options.from);
	const sheet = sheetFromTemplate(template, { id: id.value, title: truncate(title, 120) });
	const saved = await saveWorksheet({ path, document: sheet, previous: null, env: process.env, now: new Date() });
	if (!saved.ok) throw new Stop(`${saved.message}.`, 1);
	if (interactive) return open({ path, text: saved.text, notice: saved.notice, sheet }, options);
	return `Made ${drawUnsafeLine(path)} from ${template.scenario.id}.\n`;
}

/** Returns the title from the typed name; for a file, its base name. */
const titleFrom = (name: string): string =>
	isPathLike(name) ? name.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '') || name : name;
