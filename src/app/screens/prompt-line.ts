import type { State } from '../../screens/state.js';
import { editorLine } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import { width } from '../../text/width.js';

const ASKS = {
	new: 'a name for the worksheet',
	rename: 'its new name',
	duplicate: 'a name for the copy',
	export: 'write the review artifact to (.md .html .json)',
	prices: 'price list (a JSON file)',
	assumption: 'its other value',
} as const;

/** The line that is typed below the screen, around its cursor; null: none is. */
export function promptLine({ prompt, notice }: State, columns: number): Line | null {
	if (!prompt) return null;
	const asks = ` ${notice ? notice.text : `${ASKS[prompt.ask.for]}:`} `;
	const shown = width(asks) > columns - 16 ? asks.slice(0, Math.max(10, columns - 20)) : asks;
	return [
		{ text: shown, tone: notice?.tone === 'refused' ? 'bad' : 'title' },
		{ text: editorLine(prompt.editor, Math.max(13, columns - width(asks) - 2)), tone: 'plain' },
	];
}

/** The question that waits for y or n, where it is about files; null: it is none of these. */
export function fileQuestion({ asking, overwriting, sheets }: State): string | null {
	switch (asking) {
		case 'sheet-delete':
			return `Delete ${sheets.deleting?.name ?? ''}? Its last version is kept. y or n`;
		case 'sheet-unsaved':
			return 'It is not saved, and is lost once you leave. Leave it? y or n';
		case 'sheet-conflict':
			return 'Another program changed the file. y: yours over it (theirs is kept); n: yours as a new one';
		case 'export-over':
			return `${overwriting} exists. Write over it? y or n`;
		default:
			return null;
	}
}
