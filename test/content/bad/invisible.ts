import { replaceInBase } from '../base.js';
import { badFile, type Case } from './case.js';

const NO_BREAK = /^\\u00a0 \(U\+00A0\), a no-break space, stands /;

/** Files with characters that are invisible or look like a space. */
export const INVISIBLE: readonly Case[] = [
	badFile(
		'a no-break space after a colon inside braces',
		replaceInBase('input: 0.5,', 'input:\u00a00.5,'),
		'6:18',
		'\\u00a0',
		/^\\u00a0 \(U\+00A0\), a no-break space, stands after input:$/,
		/^Replace it by a space/,
	),
	badFile(
		'a no-break space after a colon',
		replaceInBase('share: 0.75', 'share:\u00a00.75'),
		'12:11',
		'\\u00a0',
		NO_BREAK,
		/^Replace it by a space/,
	),
	badFile(
		'no-break spaces as indentation',
		replaceInBase('    share: 0.75', '\u00a0\u00a0\u00a0\u00a0share: 0.75'),
		'12:1',
		'\\u00a0\\u00a0\\u00a0\\u00a0',
		/stands here$/,
		/^Replace it by a space/,
	),
	badFile(
		'a no-break space after a dash',
		replaceInBase('- id: refund', '-\u00a0id: refund'),
		'19:4',
		'\\u00a0',
		/stands after -$/,
		/^Replace it by a space/,
	),
	badFile(
		'a no-break space after a number',
		replaceInBase('share: 0.75', 'share: 0.75\u00a0'),
		'12:16',
		'\\u00a0',
		NO_BREAK,
		/^Delete it, or write a plain space/,
	),
	badFile(
		'a narrow no-break space between thousands',
		replaceInBase('labels: 2400', 'labels: 2\u202f400'),
		'18:14',
		'\\u202f',
		/U\+202F\), a narrow no-break space, stands after 2$/,
		/between the digits/,
	),
	badFile(
		'a full-width space before a choice',
		replaceInBase('risk: low', 'risk: \u3000low'),
		'13:11',
		'\\u3000',
		/a full-width space/,
		/^Replace/,
	),
	badFile(
		'a soft hyphen in a field name',
		replaceInBase('share: 0.75', 'sh\u00adare: 0.75'),
		'12:7',
		'\\u00ad',
		/a soft hyphen, stands after sh$/,
		/^Delete it\.$/,
	),
	badFile(
		'a zero-width space in an id',
		replaceInBase('id: refund', 'id: re\u200bfund'),
		'19:11',
		'\\u200b',
		/a zero-width space, stands after re$/,
		/^Delete it\.$/,
	),
	badFile(
		'a zero-width joiner in a number',
		replaceInBase('share: 0.75', 'share: 0.7\u200d5'),
		'12:15',
		'7\\u200d',
		/a zero-width joiner/,
		/^Delete it\.$/,
	),
	badFile(
		'a byte order mark inside a line',
		replaceInBase('share: 0.75', 'share: \ufeff0.75'),
		'12:12',
		'\\ufeff',
		/a byte order mark, which is invisible/,
		/^Delete it/,
	),
];

/** Files with a missing space. */
export const SPACES: readonly Case[] = [
	badFile(
		'no space after a colon',
		replaceInBase('share: 0.75', 'share:0.75'),
		'12:5',
		'share:0.75',
		/not valid YAML/,
		/^Put a space after the colon\.$/,
	),
	badFile(
		'no space after a colon inside braces',
		replaceInBase('input: 0.5,', 'input:0.5,'),
		'6:12',
		'input:0.5',
		/not a field of prices\.small/,
		/^Put a space after the colon\.$/,
	),
];
