import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';

/**
 * A frame is an object for each of its cells, joined to text by comparing the styles of each cell with those of the
 * one before: half the time of a frame. Here blank cells are one object, cells between two style changes share one
 * list of styles, and what is the same list is not compared. Nobody writes to either.
 */
export function inkRows(): Plugin {
	return sourceEdits('ink-rows', [
		{
			file: '/ink/build/output.js',
			swaps: [
				[
					`row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });`,
					'row.push(BLANK);',
				],
				[
					'class OutputCaches {',
					"const BLANK = { type: 'char', value: ' ', fullWidth: false, styles: [] };\nclass OutputCaches {",
				],
			],
		},
		{
			file: '/ansi-tokenize/build/styledChars.js',
			swaps: [
				['styles: [...codes],', 'styles: codes,'],
				[
					'ret += ansiCodesToString(diffAnsiCodes(chars[i - 1].styles, char.styles));',
					'if (chars[i - 1].styles !== char.styles) ret += ansiCodesToString(diffAnsiCodes(chars[i - 1].styles, char.styles));',
				],
			],
		},
	]);
}
