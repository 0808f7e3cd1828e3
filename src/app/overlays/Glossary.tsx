import type { ReactElement } from 'react';
import { findTerms } from '../../screens/contents/lines.js';
import type { Overlay } from '../../screens/state.js';
import { filterLine } from '../../text/editor.js';
import { wrap } from '../../text/width.js';
import { Scrolled } from '../parts/Scrolled.js';
import { styled, styledLines } from '../theme.js';
import { type OverlayProps, overlayHeight, proseWidth } from './overlay-props.js';

export interface GlossaryProps extends Pick<OverlayProps, 'size' | 'onMeasured'> {
	readonly overlay: Overlay;
}

/** The terms, each with what it means and the fact of the chapter that brings it; narrowed by what is typed. */
export function Glossary({ overlay, size, onMeasured }: GlossaryProps): ReactElement {
	const { filter, finding, offset } = overlay;
	const terms = findTerms(filter);
	const search =
		finding || filter !== '' ? [` ${styledLines([filterLine(filter, finding, '', size.columns)])}`, ''] : [];
	const lines = terms.flatMap(({ name, means, fact }) => [
		styled({ text: fact === null ? name : `${name} (${fact})`, tone: 'title' }),
		...wrap(means, proseWidth(size) - 2).map((line) => `  ${line}`),
	]);
	const none = terms.length === 0 ? ['No term holds that.'] : [];
	return (
		<Scrolled
			lines={[...search, ...[...lines, ...none].map((line) => `  ${line}`)]}
			offset={offset}
			height={overlayHeight(size)}
			onMeasured={onMeasured}
		/>
	);
}
