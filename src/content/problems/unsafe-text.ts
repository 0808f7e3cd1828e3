import { UNSAFE_CHARACTERS } from '../../text/safe-text.js';

/** Start and end of a run of unsafe characters, in UTF-16 units. */
interface UnsafeRun {
	readonly start: number;
	readonly end: number;
}

/**
 * Finds runs of unsafe characters in `text`, in order, at most `maxRuns` of them. A carriage return right before a
 * line feed is part of a line end and safe.
 */
export function unsafeRuns(text: string, maxRuns: number): readonly UnsafeRun[] {
	const runs: { start: number; end: number }[] = [];
	for (const { index } of text.matchAll(UNSAFE_CHARACTERS)) {
		if (text[index] === '\r' && text[index + 1] === '\n') continue;
		const last = runs.at(-1);
		if (last?.end === index) last.end = index + 1;
		else if (runs.length === maxRuns) break;
		else runs.push({ start: index, end: index + 1 });
	}
	return runs;
}

/** Replaces every unsafe character by U+FFFD, which has the same length, so that offsets still hold. */
export function blankUnsafe(text: string): string {
	return text.replace(UNSAFE_CHARACTERS, (found, index: number) =>
		found === '\r' && text[index + 1] === '\n' ? found : '\ufffd',
	);
}

/** Draws unsafe characters visibly: ␛ for escape, `\u009b` if there is no picture. */
export function drawUnsafe(text: string): string {
	return text.replace(UNSAFE_CHARACTERS, drawUnit);
}

/** Draws unsafe characters visibly, and line feeds and tabs too, so that the result is one line. */
export function drawUnsafeLine(text: string): string {
	return drawUnsafe(text).replace(/[\n\t]/g, drawUnit);
}

/** Describes a run of unsafe characters for a message: `␛ (U+001B), which starts a terminal escape sequence`. */
export function describeUnsafe(run: string): string {
	const distinct = [...new Set(run.split(''))].slice(0, 3);
	const names = distinct.map((unit) => `${drawUnit(unit)} (U+${hex(unit).toUpperCase()})`).join(', ');
	return `${names}, ${kindOfUnsafe(run)}`;
}

function kindOfUnsafe(run: string): string {
	if (run === '\r') return 'a carriage return that ends no line';
	if (run.includes('\u001b') || run.includes('\u009b')) return 'which starts a terminal escape sequence';
	if (/[\u202a-\u202e\u2066-\u2069]/.test(run)) return 'an invisible character that reorders text';
	if (/^\ufeff+$/.test(run)) return 'a byte order mark, which is invisible';
	if (/[\u2028\u2029\ufeff]/.test(run)) return 'an invisible character';
	return /[\ud800-\udfff]/.test(run) ? 'half of a character' : 'a control character';
}

// Unicode has one-cell pictures for the C0 controls and DEL, so a caret below them stays in place.
function drawUnit(unit: string): string {
	const code = unit.charCodeAt(0);
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	return code === 0x7f ? '\u2421' : `\\u${hex(unit)}`;
}

/** Returns a UTF-16 unit in four hexadecimal digits. */
export const hex = (unit: string): string => unit.charCodeAt(0).toString(16).padStart(4, '0');

/** Formats a number for a message: with thousands separators, unrounded. */
export const formatGrouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 20 });
