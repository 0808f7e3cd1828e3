import type { ProseBlock, ProseItem, ProseSpan } from '../../text/prose.js';
import { counted, speakText } from './sentences.js';
import { inWords } from './symbols.js';
import { speakTexts } from './table.js';

/** Speaks a text: each of its paragraphs, headings, list items and table rows. */
export const speakProse = (blocks: readonly ProseBlock[]): readonly string[] =>
	blocks.flatMap(speakProseBlock).filter(Boolean);

function speakProseBlock(block: ProseBlock): readonly string[] {
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
			return [speakText(spoken(block.spans))];
		case 'list':
			return [`A list of ${counted(block.items.length, 'item')}:`, ...block.items.flatMap(speakItem)];
		case 'table': {
			const [columns = [], ...rows] = block.rows.map((row) => row.map(spoken));
			return [`A table of ${counted(rows.length, 'row')}.`, ...speakTexts(columns, rows)];
		}
		case 'quote':
			return ['Quote:', ...speakProse(block.blocks), 'End of the quote.'];
		case 'verbatim':
			return block.lines.map(inWords);
		case 'rule':
			return [];
	}
}

/** Speaks a list item with its number or tick; a bullet is not spoken. */
function speakItem({ mark, blocks }: ProseItem): readonly string[] {
	const [first = '', ...rest] = speakProse(blocks);
	return [speakText(`${mark.replace('. ', ': ')}${first}`), ...rest];
}

const OWN = /^(?:lesson|scenario|term):/;

const spoken = (spans: readonly ProseSpan[]): string => spans.map(spokenSpan).join('');

function spokenSpan(span: ProseSpan): string {
	switch (span.kind) {
		case 'text':
		case 'code':
			return span.text;
		case 'break':
			return ' ';
		case 'link': {
			const text = spoken(span.spans);
			// An internal link has no address that would help a reader.
			return OWN.test(span.href) || text === span.href ? text : `${text} (link to ${span.href})`.trim();
		}
		default:
			return spoken(span.spans);
	}
}
