import type { Finding } from './finding.js';
import { placeOf, type SourceText } from './source-text.js';

/** Blanks that are no spaces to YAML, though they look like one. */
const BLANK = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
/** What takes no room at all. */
const WIDTHLESS = '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2060-\\u206f\\u3164\\ufeff\\uffa0';
const RUN = new RegExp(`[${BLANK}${WIDTHLESS}]+`);
/** The joiners that emoji and scripts need stand after what is no ASCII. */
const DRAWN = new RegExp(`(?![\\u200c\\u200d])[${BLANK}${WIDTHLESS}]|(?<=[\\0-\\x7f])[\\u200c\\u200d]`, 'g');
/** Where only a space belongs: in front of a line, and after what YAML takes for punctuation. */
const IN_PLACE_OF_SPACE = new RegExp(`(?:^[ \\t]*|[-:,{[?])[${BLANK}${WIDTHLESS}]`);

const NAMES: Readonly<Record<string, string>> = {
	'\u00a0': 'a no-break space',
	'\u00ad': 'a soft hyphen',
	'\u200b': 'a zero-width space',
	'\u200c': 'a zero-width non-joiner',
	'\u200d': 'a zero-width joiner',
	'\u200e': 'a left-to-right mark',
	'\u200f': 'a right-to-left mark',
	'\u202f': 'a narrow no-break space',
	'\u2060': 'a word joiner',
	'\u3000': 'a full-width space',
	'\ufeff': 'a byte order mark',
};

/** The same text with characters drawn that nobody sees, or takes for a space: `share:\u00a00.3`. */
export const drawInvisible = (text: string): string => text.replace(DRAWN, (unit) => `\\u${hex(unit)}`);

/** Tells whether a line has a character that cannot be seen where YAML needs a space. */
export const isSpacedWrongly = (line: string): boolean => IN_PLACE_OF_SPACE.test(line);

/**
 * A finding about a span in which a character stands that cannot be seen: that character is then what is wrong. Any
 * other finding stays as it is.
 */
export function nameInvisible(source: SourceText, finding: Finding): Finding {
	const [run] = RUN.exec(source.text.slice(finding.start, finding.end)) ?? [];
	if (run === undefined) return finding;
	const start = source.text.indexOf(run, finding.start);
	const { lineText, lineStart } = placeOf(source, start);
	const before = lineText.slice(0, start - lineStart).trimEnd();
	const after = lineText[start - lineStart + run.length] ?? '';
	const [word] = /[^\s"'{[,]+$/.exec(before) ?? [];
	const unit = run.charAt(0);
	const name = NAMES[unit] ?? (isBlank(unit) ? 'a blank that is no space' : 'an invisible character');
	return {
		start,
		end: start + run.length,
		message: `\\u${hex(unit)} (U+${hex(unit).toUpperCase()}), ${name}, stands ${word === undefined ? 'here' : `after ${word}`}`,
		help: isBlank(unit) ? blankHelp(before.slice(-1), after) : 'Delete it.',
	};
}

/** What to do about a blank between two characters. */
function blankHelp(before: string, after: string): string {
	if (/^\d\d$/.test(before + after)) return 'Delete it: nothing stands between the digits of a number.';
	return /[\p{L}\p{N}]/u.test(before)
		? 'Delete it, or write a plain space.'
		: 'Replace it by a space: YAML takes no other blank.';
}

const isBlank = (unit: string): boolean => new RegExp(`[${BLANK}]`).test(unit);
const hex = (unit: string): string => unit.charCodeAt(0).toString(16).padStart(4, '0');
