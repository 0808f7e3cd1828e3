import type { ReactElement } from 'react';
import type { Lab } from '../../board/lab.js';
import { shareCommand } from '../../board/share.js';
import { wrap } from '../../text/width.js';
import { Scrolled } from '../parts/Scrolled.js';
import { styled } from '../theme.js';
import { type OverlayProps, overlayHeight } from './overlay-props.js';

export interface ShareProps extends Pick<OverlayProps, 'offset' | 'size' | 'onMeasured'> {
	readonly lab: Lab;
	/** What the command line calls the scenario: its id, or its file. */
	readonly name: string;
}

/** The command line that reproduces this state, baseline and rows included. */
export function Share({ lab, name, offset, size, onMeasured }: ShareProps): ReactElement {
	const lines = [
		...wrap(
			'This line prints the report of this state, baseline and rows included. It is printed again when you quit.',
			size.columns - 4,
		),
		'',
		...wrap(shareCommand(lab, name), size.columns - 4).map((line) => styled({ text: line, tone: 'accent' })),
	];
	return (
		<Scrolled
			lines={lines.map((line) => `  ${line}`)}
			offset={offset}
			height={overlayHeight(size)}
			onMeasured={onMeasured}
		/>
	);
}
