import { type ReactElement, useMemo } from 'react';
import { Scrolled } from '../parts/Scrolled.js';
import { useLoaded } from '../parts/use-loaded.js';
import { type OverlayProps, overlayHeight, proseWidth } from './overlay-props.js';

const loadProse = () => import('../../prose/index.js');

/** What happened, where to look, and where the figures come from. */
export function Story({ document, offset, size, onMeasured }: OverlayProps): ReactElement {
	const prose = useLoaded(loadProse);
	const width = proseWidth(size);
	const lines = useMemo(
		() =>
			(prose?.renderMarkdown(`${document.story}\n\n*Figures: ${document.source}*`, width) ?? ['…']).map(
				(line) => `  ${line}`,
			),
		[prose, document, width],
	);
	return <Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />;
}
