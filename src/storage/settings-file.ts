import { join } from 'node:path';
import { dataFolder, type Environment, makeFolder } from './data-folder.js';
import { codeOf, describeFault } from './fault.js';
import { readWhole } from './read-file.js';

/** Version of the file's layout. A file with a higher one is left alone. */
const VERSION = 1;

const LAYOUT = `{"version": ${VERSION}, "settings": {"theme": "dark"}}`;

/** What the settings file says. */
export interface SettingsFile {
	/** null: there is no data folder. */
	readonly path: string | null;
	/** Unchecked values by name; empty if there is no file, or it cannot be used. */
	readonly values: Readonly<Record<string, unknown>>;
	/** Why the file cannot be used, with its place and what to do; null: it can, or there is none. */
	readonly problem: string | null;
}

/** Reads the settings file. What is wrong with it is returned, not thrown: the program runs with the defaults. */
export async function readSettingsFile(env: Environment): Promise<SettingsFile> {
	const folder = await dataFolder(env);
	if (folder === null) return { path: null, values: {}, problem: null };
	const path = join(folder, 'settings.json');
	const refuse = (problem: string): SettingsFile => ({ path, values: {}, problem });
	let text: string | undefined;
	try {
		text = readWhole(path)?.toString('utf8');
	} catch (error) {
		// A file where the folder should be contains no settings; what needs the folder reports it.
		if (codeOf(error) === 'ENOTDIR') return { path, values: {}, problem: null };
		return refuse(`${path} cannot be read: ${describeFault(error)}. Correct that, or move the file away.`);
	}
	if (text === undefined) return { path, values: {}, problem: null };
	const parsed = parseJson(text);
	if (parsed === INVALID) return refuse(await describeSyntax(path, text));
	if (!isRecord(parsed) || typeof parsed['version'] !== 'number')
		return refuse(`${path}:1:1: this is not a settings file. Expected ${LAYOUT}: correct it, or move it away.`);
	if (parsed['version'] > VERSION)
		return refuse(
			`${path} was written by a newer version of dispatch-board. Update the program, or move the file away.`,
		);
	const { settings } = parsed;
	if (!isRecord(settings))
		return refuse(`${path}:1:1: it has no object "settings". Expected ${LAYOUT}: correct it, or move it away.`);
	return { path, values: settings, problem: null };
}

export type WriteResult = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string };

/**
 * Sets a value in the settings file, or takes it out for null; the others stay, also those that this version does not
 * know. A file that cannot be used is never overwritten.
 */
export async function writeSetting(env: Environment, name: string, value: string | null): Promise<WriteResult> {
	const { path, values, problem } = await readSettingsFile(env);
	if (problem !== null) return { ok: false, why: problem };
	if (path === null) return { ok: false, why: 'There is no folder for settings. Name one in DISPATCH_BOARD_HOME.' };
	const { [name]: _, ...others } = values;
	const settings = value === null ? others : { ...others, [name]: value };
	const { writeWhole } = await import('./whole-file.js');
	try {
		makeFolder(join(path, '..'));
	} catch (error) {
		return { ok: false, why: `${path} was not written: ${describeFault(error)}.` };
	}
	const content = `${JSON.stringify({ version: VERSION, settings }, null, 2)}\n`;
	const fault = writeWhole(path, content, { force: true, mode: 0o600 });
	return fault === null ? { ok: true, path } : { ok: false, why: `${path} was not written: ${fault}.` };
}

const INVALID = Symbol('not JSON');

function parseJson(text: string): unknown {
	try {
		// Editors of some systems write a byte order mark.
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return INVALID;
	}
}

async function describeSyntax(path: string, text: string): Promise<string> {
	const { findJsonError } = await import('../content/prices/json-error.js');
	const { start, message } = findJsonError(text.replace(/^\ufeff/, ''));
	const before = text.slice(0, start).split('\n');
	return `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}: ${message}. Mend it, or move it away.`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
