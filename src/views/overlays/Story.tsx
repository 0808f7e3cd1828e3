import { type ReactElement, useMemo } from 'react';
import { contextWords } from '../../present/index.js';
import { Scrolled } from '../parts/Scrolled.js';
import { useLoaded } from '../parts/use-loaded.js';
import { type OverlayProps, overlayHeight, proseWidth } from './overlay-props.js';

const loadProse = () => import('../../prose/index.js');

/** The story, what sets this kind of product apart, and where the figures come from. */
const markdownOf = (document: OverlayProps['document']): string =>
	[document.story, ...contextWords(document).map((sentence) => `- ${sentence}`), `*Figures: ${document.source}*`].join(
		'\n\n',
	);

/** What happened, where to look, and where the figures come from. */
export function Story({ document, offset, size, onMeasured }: OverlayProps): ReactElement {
	const prose = useLoaded(loadProse);
	const width = proseWidth(size);
	const lines = useMemo(
		() => (prose?.renderMarkdown(markdownOf(document), width) ?? ['…']).map((line) => `  ${line}`),
		[prose, document, width],
	);
	return <Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />;
}
