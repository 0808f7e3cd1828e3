import process from 'node:process';
import type { Settings } from '../settings/settings.js';

interface AsciiOptions {
	readonly setting: Settings['ascii'];
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Whether the output is shown by a terminal, whose locale then counts. */
	readonly isTerminal: boolean;
}

/** Returns whether to draw with ASCII alone: as the setting says, and by itself in a terminal as its locale says. */
export const usesAscii = ({ setting, env, isTerminal }: AsciiOptions): boolean =>
	setting === 'auto' ? isTerminal && lacksUnicode(env) : setting === 'on';

/** Returns the setting that arguments give, before they are parsed: errors of parsing are printed with it too. */
export function asciiFlag(args: readonly string[]): Partial<Pick<Settings, 'ascii'>> {
	const end = args.indexOf('--');
	const last = (end < 0 ? args : args.slice(0, end)).findLast((arg) => /^--(?:no-)?ascii$/.test(arg));
	return last === undefined ? {} : { ascii: last === '--ascii' ? 'on' : 'off' };
}

/** Terminals that show little more than ASCII unless the locale says otherwise: the Linux console, VT100 and its kind. */
const PLAIN_TERMINAL = /^(?:linux|ansi|vt[12]\d\d)\b/;

/** Returns whether the locale excludes UTF-8, or leaves it open on a terminal that is known to be plain. */
function lacksUnicode({ LC_ALL, LC_CTYPE, LANG, TERM = '' }: AsciiOptions['env']): boolean {
	const locale = LC_ALL || LC_CTYPE || LANG || '';
	if (/utf-?8/i.test(locale)) return false;
	return /^(?:C|POSIX)$|\./.test(locale) || PLAIN_TERMINAL.test(TERM);
}

/**
 * Returns a function that encodes what the program prints: in ASCII if that is asked for, otherwise as it is. Neither
 * the replacement nor its table is loaded unless it is needed.
 */
export async function createEncoder(
	setting: Settings['ascii'],
	isTerminal = process.stdout.isTTY === true,
): Promise<(text: string) => string> {
	if (!usesAscii({ setting, env: process.env, isTerminal })) return (text) => text;
	const { toAscii } = await import('../text/ascii.js');
	return toAscii;
}
