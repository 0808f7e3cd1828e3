import type { ScenarioDocument } from '../../content/index.js';
import { contextWords } from '../../present/format/focus-words.js';
import type { Surroundings } from '../../screens/around.js';
import type { Size } from '../../screens/size.js';
import { layoutProse } from '../../text/blocks.js';
import { styledLines } from '../theme.js';
import { proseWidth } from './overlay-props.js';

/** The story, what sets this kind of product apart, and where the figures come from. */
const markdownOf = (document: ScenarioDocument): string =>
	[document.story, ...contextWords(document).map((sentence) => `- ${sentence}`), `*Figures: ${document.source}*`].join(
		'\n\n',
	);

/** What happened, where to look, and where the figures come from. */
export function storyLines(
	document: ScenarioDocument,
	markdown: Surroundings['markdown'],
	size: Size,
): readonly string[] {
	const blocks = markdown(markdownOf(document));
	return (blocks ? layoutProse(blocks, proseWidth(size)) : [[{ text: '…' }]]).map((line) => `  ${styledLines([line])}`);
}
