import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';

/**
 * Shares cell objects and styles. Ink creates an object for each cell of a frame and compares its styles with those of
 * the previous cell, which takes half the time of a frame. Here all blank cells are one object, cells between two style
 * changes share one list of styles, and identical lists are not compared. Neither cells nor lists are ever modified.
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
