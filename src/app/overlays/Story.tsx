import { type ReactElement, useMemo } from 'react';
import { contextWords } from '../../present/format/focus-words.js';
import { layoutProse } from '../../text/blocks.js';
import { Scrolled } from '../parts/Scrolled.js';
import { useLoaded } from '../parts/use-loaded.js';
import { type OverlayProps, overlayHeight, proseWidth } from './overlay-props.js';

const loadParser = () => import('../markdown.js');

/** The story, what sets this kind of product apart, and where the figures come from. */
const markdownOf = (document: OverlayProps['document']): string =>
	[document.story, ...contextWords(document).map((sentence) => `- ${sentence}`), `*Figures: ${document.source}*`].join(
		'\n\n',
	);

/** What happened, where to look, and where the figures come from. */
export function Story({ document, offset, size, onMeasured }: OverlayProps): ReactElement {
	const parser = useLoaded(loadParser);
	const width = proseWidth(size);
	const lines = useMemo(
		() => (parser ? layoutProse(parser.parseProse(markdownOf(document)), width) : ['…']).map((line) => `  ${line}`),
		[parser, document, width],
	);
	return <Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />;
}
