import { findTerms } from '../../screens/contents/lines.js';
import type { Size } from '../../screens/size.js';
import type { Overlay } from '../../screens/state.js';
import { filterLine } from '../../text/editor.js';
import { wrap } from '../../text/width.js';
import { styled, styledLines } from '../theme.js';
import { proseWidth } from './overlay-props.js';

/** The terms, each with what it means and the fact of the chapter that brings it; narrowed by what is typed. */
export function glossaryLines({ filter, finding }: Overlay, size: Size): readonly string[] {
	const terms = findTerms(filter);
	const search =
		finding || filter !== '' ? [` ${styledLines([filterLine(filter, finding, '', size.columns)])}`, ''] : [];
	const lines = terms.flatMap(({ name, means, fact }) => [
		styled({ text: fact === null ? name : `${name} (${fact})`, tone: 'title' }),
		...wrap(means, proseWidth(size) - 2).map((line) => `  ${line}`),
	]);
	const none = terms.length === 0 ? ['No term holds that.'] : [];
	return [...search, ...[...lines, ...none].map((line) => `  ${line}`)];
}
