import type { Finding } from './finding.js';
import { placeOf, type SourceText } from './source-text.js';
import { hex } from './unsafe-text.js';

/** Characters that look like a space, but are not one to YAML. */
const SPACE_LIKE = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
/** Characters without width. */
const ZERO_WIDTH = '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2060-\\u206f\\u3164\\ufeff\\uffa0';
const RUN = new RegExp(`[${SPACE_LIKE}${ZERO_WIDTH}]+`);
/**
 * Characters that are drawn as escapes. Joiners after a non-ASCII character are not: emoji and some scripts need them.
 */
const DRAWN = new RegExp(`(?![\\u200c\\u200d])[${SPACE_LIKE}${ZERO_WIDTH}]|(?<=[\\0-\\x7f])[\\u200c\\u200d]`, 'g');
/** An invisible character where YAML needs a space: at the start of a line, or after punctuation. */
const IN_PLACE_OF_SPACE = new RegExp(`(?:^[ \\t]*|[-:,{[?])[${SPACE_LIKE}${ZERO_WIDTH}]`);

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

/** Draws characters that are invisible or look like a space: `share:\u00a00.3`. */
export const drawInvisible = (text: string): string => text.replace(DRAWN, (unit) => `\\u${hex(unit)}`);

/** Returns whether a line has an invisible character where YAML needs a space. */
export const hasWrongSpace = (line: string): boolean => IN_PLACE_OF_SPACE.test(line);

/**
 * Replaces a finding whose span contains an invisible character by one about that character. Returns any other finding
 * unchanged.
 */
export function explainInvisible(source: SourceText, finding: Finding): Finding {
	const [run] = RUN.exec(source.text.slice(finding.start, finding.end)) ?? [];
	if (run === undefined) return finding;
	const start = source.text.indexOf(run, finding.start);
	const { lineText, lineStart } = placeOf(source, start);
	const before = lineText.slice(0, start - lineStart).trimEnd();
	const after = lineText[start - lineStart + run.length] ?? '';
	const [word] = /[^\s"'{[,]+$/.exec(before) ?? [];
	const unit = run.charAt(0);
	const name = NAMES[unit] ?? (isSpaceLike(unit) ? 'a blank that is no space' : 'an invisible character');
	return {
		start,
		end: start + run.length,
		message: `\\u${hex(unit)} (U+${hex(unit).toUpperCase()}), ${name}, stands ${word === undefined ? 'here' : `after ${word}`}`,
		help: isSpaceLike(unit) ? spaceHelp(before.slice(-1), after) : 'Delete it.',
	};
}

/** Returns the help for a space-like character between two characters. */
function spaceHelp(before: string, after: string): string {
	if (/^\d\d$/.test(before + after)) return 'Delete it: nothing stands between the digits of a number.';
	return /[\p{L}\p{N}]/u.test(before)
		? 'Delete it, or write a plain space.'
		: 'Replace it by a space: YAML takes no other blank.';
}

const isSpaceLike = (unit: string): boolean => new RegExp(`[${SPACE_LIKE}]`).test(unit);
