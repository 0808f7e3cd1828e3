import type { Lab } from '../../board/lab.js';
import { shareCommand } from '../../board/share.js';
import type { Size } from '../../screens/size.js';
import { wrap } from '../../text/width.js';
import { styled } from '../theme.js';

/**
 * The command line that reproduces this state, baseline and rows included.
 *
 * @param name what the command line calls the scenario: its id, or its file
 */
export function shareLines(lab: Lab, name: string, size: Size): readonly string[] {
	const lines = [
		...wrap(
			'This line prints the report of this state, baseline and rows included. It is printed again when you quit.',
			size.columns - 4,
		),
		'',
		...wrap(shareCommand(lab, name), size.columns - 4).map((line) => styled({ text: line, tone: 'accent' })),
	];
	return lines.map((line) => `  ${line}`);
}
