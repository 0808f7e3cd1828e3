import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';

/**
 * Escape sequences that are no key, such as the colours in a pasted log, have no name; Ink reads some of them as a key
 * with Ctrl, takes the missing name for text, and throws. They are their own text instead.
 */
export function namelessKeys(): Plugin {
	return sourceEdits('nameless-keys', [
		{
			file: '/ink/build/hooks/use-input.js',
			swaps: [
				[
					'else if (keypress.ctrl) {\n                input = keypress.name;',
					'else if (keypress.ctrl) {\n                input = keypress.name ?? keypress.sequence;',
				],
			],
		},
	]);
}
