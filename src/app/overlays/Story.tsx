import type { ReactElement } from 'react';
import { contextWords } from '../../present/format/focus-words.js';
import type { Surroundings } from '../../screens/around.js';
import { layoutProse } from '../../text/blocks.js';
import { Scrolled } from '../parts/Scrolled.js';
import { styledLines } from '../theme.js';
import { type OverlayProps, overlayHeight, proseWidth } from './overlay-props.js';

export interface StoryProps extends OverlayProps {
	readonly markdown: Surroundings['markdown'];
}

/** The story, what sets this kind of product apart, and where the figures come from. */
const markdownOf = (document: OverlayProps['document']): string =>
	[document.story, ...contextWords(document).map((sentence) => `- ${sentence}`), `*Figures: ${document.source}*`].join(
		'\n\n',
	);

/** What happened, where to look, and where the figures come from. */
export function Story({ markdown, document, offset, size, onMeasured }: StoryProps): ReactElement {
	const blocks = markdown(markdownOf(document));
	const lines = (blocks ? layoutProse(blocks, proseWidth(size)) : [[{ text: '…' }]]).map(
		(line) => `  ${styledLines([line])}`,
	);
	return <Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />;
}
