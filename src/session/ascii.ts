import process from 'node:process';

interface AsciiOptions {
	/** Arguments of the command line. */
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Whether the output is shown by a terminal, whose locale then counts. */
	readonly isTerminal: boolean;
	/** What the reader's settings say; null: nothing. */
	readonly setting?: boolean | null;
}

/**
 * Returns whether to draw with ASCII alone. The first that says something decides: the flags `--ascii` and
 * `--no-ascii`, `DISPATCH_BOARD_ASCII`, the settings, and in a terminal its locale.
 */
export function usesAscii({ args, env, isTerminal, setting = null }: AsciiOptions): boolean {
	return flagOf(args) ?? variableOf(env) ?? setting ?? (isTerminal && lacksUnicode(env));
}

function flagOf(args: readonly string[]): boolean | null {
	const end = args.indexOf('--');
	const last = (end < 0 ? args : args.slice(0, end)).findLast((arg) => /^--(?:no-)?ascii$/.test(arg));
	return last === undefined ? null : last === '--ascii';
}

function variableOf({ DISPATCH_BOARD_ASCII: value = '' }: AsciiOptions['env']): boolean | null {
	return value === '' ? null : !/^(?:0|no|off|false)$/i.test(value);
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
	args: readonly string[],
	isTerminal = process.stdout.isTTY === true,
): Promise<(text: string) => string> {
	if (!usesAscii({ args, env: process.env, isTerminal })) return (text) => text;
	const { toAscii } = await import('../text/ascii.js');
	return toAscii;
}
