import { TRACE_STAGES } from '../../engine/index.js';
import type { PageBlock } from '../lesson/page.js';
import { type Spoken, speakBlocks } from './blocks.js';
import { speakProse } from './prose.js';
import { speakLines, toSentence } from './sentences.js';
import { inWords } from './symbols.js';
import { speakTexts } from './table.js';

/** Speaks the blocks of a lesson. `focus` of a block is the path of its focused input. */
export function speakPageBlock(block: PageBlock, { input, focus }: Spoken): readonly string[] {
	switch (block.kind) {
		case 'prose':
			return speakProse(block.blocks);
		case 'artifact':
			return speakArtifact(block.artifact);
		case 'live': {
			// No key of a lesson walks a request: it is shown whole.
			const trace = { ...input.trace, stage: TRACE_STAGES.length - 1 };
			return speakBlocks(block.blocks, { input: { ...input, trace }, focus });
		}
		case 'ruled':
			return speakLines(block.sentences);
	}
}

type Artifact = Extract<PageBlock, { kind: 'artifact' }>['artifact'];

/** Speaks a table as it was first seen, before anything was computed. */
export const speakArtifact = ({ title, columns, rows }: Artifact): readonly string[] => [
	toSentence(`${inWords(title)}, by ${inWords(columns[0] ?? '')}`),
	...speakTexts(columns, rows),
];
