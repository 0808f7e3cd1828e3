import { TRACE_STAGES } from '../../engine/index.js';
import { hideInText } from '../lesson/hidden.js';
import type { PageBlock } from '../lesson/page.js';
import { type Spoken, speakBlocks } from './blocks.js';
import { speakProse } from './prose.js';
import { speakLines, toSentence } from './sentences.js';
import { inWords } from './symbols.js';
import { speakTexts } from './table.js';

/** Speaks a block of a lesson. `focus` is the path of its focused input. */
export function speakPageBlock(block: PageBlock, focus: Spoken['focus']): readonly string[] {
	switch (block.kind) {
		case 'prose':
			return speakProse(block.blocks);
		case 'artifact':
			return speakArtifact(block.artifact);
		case 'live': {
			// A lesson has no key to step through a request, so it is spoken up to its last stage.
			const trace = { ...block.input.trace, stage: TRACE_STAGES.length - 1 };
			const spoken = speakBlocks(block.blocks, { input: { ...block.input, trace }, focus });
			return spoken.map((sentence) => hideInText(sentence, block.hidden));
		}
		case 'ruled':
			return speakLines(block.sentences);
	}
}

type Artifact = Extract<PageBlock, { kind: 'artifact' }>['artifact'];

/** Speaks an artifact: its title and its rows. */
export const speakArtifact = ({ title, columns, rows }: Artifact): readonly string[] => [
	toSentence(`${inWords(title)}, by ${inWords(columns[0] ?? '')}`),
	...speakTexts(columns, rows),
];
