import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Line } from '../../text/line.js';
import { styledLines } from '../theme.js';

/** Lines that fit the room they were laid out for. One text node, because each node costs layout time per key. */
export const Lines = ({ lines }: { readonly lines: readonly Line[] }): ReactElement => (
	<Text>{styledLines(lines)}</Text>
);
