import { resolve } from 'node:path';
import type { PriceList, ScenarioDocument } from '../content/index.js';
import { readyWords } from '../present/worksheet/index.js';
import { describeProblem, OPENING, SHIPPED } from '../storage/index.js';
import { listWorksheets } from '../storage/worksheets/list.js';
import { deleteWorksheet, duplicateWorksheet, renameWorksheet } from '../storage/worksheets/manage.js';
import { type Opened, openWorksheet } from '../storage/worksheets/open.js';
import { worksheetFolder } from '../storage/worksheets/place.js';
import { restoreVersion } from '../storage/worksheets/restore.js';
import { saveWorksheet } from '../storage/worksheets/save.js';
import { versionsOf } from '../storage/worksheets/versions.js';
import { isInteractive } from '../terminal/index.js';
import { freeName, gapsOf, nameFrom, type Sheet, sheetFrom, sheetOf } from '../worksheet/index.js';
import { type Ask, askHere } from './ask.js';
import { findScenario, looksLikeFile } from './find-scenario.js';
import { chosenFormat } from './format.js';
import { readPrices } from './prices.js';
import { Stop } from './stop.js';

export interface WorksheetOptions {
	/** A name, or a file; null: all of them. */
	readonly name: string | null;
	/** The scenario that a new one starts from; null: it is asked for. */
	readonly from: string | null;
	readonly rename: string | null;
	readonly copy: string | null;
	readonly remove: boolean;
	/** Removes without asking. */
	readonly force: boolean;
	readonly versions: boolean;
	/** Number of the version to restore; null: none. */
	readonly restore: string | null;
	/** A file of model prices. */
	readonly prices: string | null;
	/** Whether the clock runs from the start. */
	readonly clock: boolean;
	readonly format: string;
}

const FORMATS = ['text', 'json'] as const;

/**
 * Opens worksheets, or does something to one of them; without a terminal it prints how they stand.
 *
 * @returns what to print; null: the workbook was on screen
 * @throws Stop with 2 for what does not exist, with 1 for a file with problems or a disk that refuses
 */
export async function worksheetCommand(options: WorksheetOptions, ask: Ask = askHere): Promise<string | null> {
	const format = chosenFormat(options.format, FORMATS);
	const prices = options.prices === null ? null : await readPrices(options.prices);
	const interactive = isInteractive(process.stdin, process.stdout, process.env);
	const { name } = options;
	if (name === null) {
		if (options.rename !== null || options.copy !== null || options.remove || options.versions || options.restore)
			throw new Stop('Say which worksheet: dispatch-board worksheet NAME …', 2);
		return interactive ? open(null, options, prices) : listed(format);
	}
	const path = await pathOf(name);
	if (options.versions) return versionsText(path);
	if (options.restore !== null) return restored(path, options.restore);
	if (options.rename !== null) return named(path, options.rename, 'rename');
	if (options.copy !== null) return named(path, options.copy, 'copy');
	if (options.remove) return removed(path, options.force, ask);
	const there = await openWorksheet(path, process.env, new Date());
	if (!there.ok && isMissing(there)) return made(name, path, options, prices, interactive);
	const opened = await sound(path, there);
	const sheet = sheetOf(opened.document);
	if (interactive) return open({ path, text: opened.text, notice: opened.notice, sheet }, options, prices);
	return format === 'json' ? `${JSON.stringify(standing(path, sheet), null, 2)}\n` : standingText(name, path, sheet);
}

interface OpenedSheet {
	readonly path: string;
	readonly text: string;
	readonly notice: string | null;
	readonly sheet: Sheet;
}

async function open(
	opened: OpenedSheet | null,
	{ clock }: WorksheetOptions,
	prices: PriceList | null,
	making: { readonly name: string; readonly path: string | null } | null = null,
): Promise<string | null> {
	const [{ openMemory }, { workbook }] = await Promise.all([import('./memory.js'), import('./workbook.js')]);
	const document: ScenarioDocument | undefined =
		opened?.sheet ?? SHIPPED.find(({ scenario }) => scenario.id === OPENING);
	if (!document) throw new Error(`the opening scenario ${OPENING} was not shipped`);
	const memory = await openMemory(process.env, (id) => (opened?.sheet.scenario.id === id ? opened.path : null));
	const worksheet = { open: opened, making, prices, clock };
	return workbook(document, opened?.path ?? OPENING, memory, { screen: 'contents', lesson: null, worksheet });
}

/** A new one: from the template that is named, or the one that is chosen on screen. */
async function made(
	name: string,
	path: string,
	options: WorksheetOptions,
	prices: PriceList | null,
	interactive: boolean,
): Promise<string | null> {
	const own = looksLikeFile(name) ? path : null;
	if (options.from === null) {
		if (!interactive)
			throw new Stop(`There is no worksheet ${name}. --from SCENARIO makes one, such as --from support-bot.`, 2);
		return open(null, options, prices, { name: titleOf(name), path: own });
	}
	const template = await findScenario(options.from);
	const sheet = sheetFrom(template, { id: nameFrom(titleOf(name)), title: titleOf(name) });
	const saved = await saveWorksheet({ path, document: sheet, previous: null, env: process.env, now: new Date() });
	if (!saved.ok) throw new Stop(`${saved.message}.`, 1);
	if (interactive) return open({ path, text: saved.text, notice: saved.notice, sheet }, options, prices);
	return `Made ${path} from ${template.scenario.id}.\n`;
}

const titleOf = (name: string): string =>
	looksLikeFile(name) ? name.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '') || name : name;

/** Where a worksheet is, or would be. */
async function pathOf(name: string): Promise<string> {
	if (looksLikeFile(name)) return resolve(name);
	const folder = await worksheetFolder(process.env);
	if (folder === null) throw new Stop('There is no home folder: DISPATCH_BOARD_HOME names another one.', 1);
	const words = nameFrom(name);
	if (words === '') throw new Stop(`${name} is no name: it needs a letter from a to z, or a digit.`, 2);
	if (SHIPPED.some(({ scenario }) => scenario.id === words))
		throw new Stop(
			`${words} is a scenario that comes with the program: name the worksheet otherwise, and start it --from ${words}.`,
			2,
		);
	return `${folder}/${words}.yaml`;
}

const isMissing = (opened: Extract<Opened, { ok: false }>): boolean =>
	'unreadable' in opened && opened.unreadable === 'there is no such file';

/** A worksheet that was read, or what keeps it from being. */
async function sound(path: string, opened: Opened): Promise<Extract<Opened, { ok: true }>> {
	if (opened.ok) return opened;
	if ('unreadable' in opened) throw new Stop(`${path}: ${opened.unreadable}.`, 2);
	const problems = await Promise.all(opened.problems.map(describeProblem));
	throw new Stop([...problems, ...(opened.notice === null ? [] : [opened.notice])].join('\n\n'), 1);
}

async function named(path: string, typed: string, deed: 'rename' | 'copy'): Promise<string> {
	const { document } = await sound(path, await openWorksheet(path, process.env, new Date()));
	const { entries } = await listWorksheets(process.env);
	const taken = [...SHIPPED.map(({ scenario }) => scenario.id), ...entries.map((entry) => entry.name)];
	const name = freeName(typed, taken);
	if (!name.ok) throw new Stop(`${name.message}. ${name.help}`, 2);
	const change = deed === 'rename' ? renameWorksheet : duplicateWorksheet;
	const done = await change(path, name.value, document, process.env);
	if (!done.ok) throw new Stop(`${done.message}.`, 1);
	return `${deed === 'rename' ? 'Renamed' : 'Copied'} to ${done.path}${done.notice === null ? '' : `; ${done.notice}`}.\n`;
}

async function removed(path: string, force: boolean, ask: Ask): Promise<string> {
	if (!force) {
		const answer = await ask(`Delete ${path}? Its last version is kept.`);
		if (answer === null) throw new Stop(`${path} is not deleted without a terminal to ask in: --force does.`, 1);
		if (!answer) throw new Stop(`${path} stays.`, 1);
	}
	const deleted = await deleteWorksheet(path, process.env, new Date());
	if (!deleted.ok) throw new Stop(`${deleted.message}.`, 1);
	return `${deleted.message}.\n`;
}

async function versionsText(path: string): Promise<string> {
	const versions = await versionsOf(path, process.env);
	if (versions.length === 0) return 'No earlier version is kept.\n';
	const lines = versions.map(({ path: file, at }, i) => `${String(i + 1).padStart(2)}  ${at.toISOString()}  ${file}`);
	return `${lines.join('\n')}\n--restore 1 brings the newest of them back.\n`;
}

async function restored(path: string, typed: string): Promise<string> {
	const number = Number(typed);
	if (!Number.isInteger(number) || number < 1) throw new Stop(`--restore takes a number from 1, not ${typed}.`, 2);
	const { notice } = await sound(path, await restoreVersion(path, number, process.env, new Date()));
	return `${path} is version ${number} again; what was there is a version now${notice === null ? '' : ` (${notice})`}.\n`;
}

async function listed(format: (typeof FORMATS)[number]): Promise<string> {
	const { entries, notices } = await listWorksheets(process.env);
	const sheets = entries.map(({ path, document, name, problem }) =>
		document ? standing(path, sheetOf(document)) : { name, path, problem },
	);
	if (format === 'json') return `${JSON.stringify(sheets, null, 2)}\n`;
	if (entries.length === 0)
		return `${[...notices, 'No worksheet yet. In a terminal, dispatch-board worksheet makes one; anywhere, dispatch-board worksheet NAME --from support-bot does.'].join('\n')}\n`;
	const lines = entries.map(({ name, document, problem }) =>
		document ? `${name}: ${document.scenario.title} (${readyWords(sheetOf(document))})` : `${name}: ${problem}`,
	);
	return `${[...notices, ...lines].join('\n')}\n`;
}

/** How a worksheet stands, for programs. */
const standing = (path: string, sheet: Sheet) => ({
	name: sheet.scenario.id,
	title: sheet.scenario.title,
	path,
	ready: gapsOf(sheet).length === 0,
	missing: gapsOf(sheet),
});

function standingText(name: string, path: string, sheet: Sheet): string {
	const gaps = gapsOf(sheet);
	return `${[
		`${sheet.scenario.title}: ${readyWords(sheet)}`,
		path,
		...gaps.map(({ says }) => `- ${says}`),
		'',
		`dispatch-board export ${name} prints its review artifact.`,
	].join('\n')}\n`;
}
