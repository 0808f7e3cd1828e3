import type { Tty } from './tty.js';

/**
 * Returns what of the terminal was not given back, in words; empty: the screen is the normal one, the cursor shows, lines
 * wrap, and the driver hands out lines and makes signals. For a terminal of `ttyThatLooks` or `ttyWithJobs`.
 */
export function modesLeft({ raw, screen }: Tty): readonly string[] {
	const { terminal, cursorShown, scrollbackWipes } = screen;
	const settings = raw.slice(raw.lastIndexOf('speed '));
	const given: Readonly<Record<string, boolean>> = {
		'the alternate screen is still shown': terminal.buffer.active.type === 'normal',
		'the cursor is hidden': cursorShown,
		'lines do not wrap': terminal.modes.wraparoundMode,
		'the mouse is reported': terminal.modes.mouseTrackingMode === 'none',
		'pastes are marked': !terminal.modes.bracketedPasteMode,
		'the scrollback was wiped': scrollbackWipes === 0,
		...Object.fromEntries(
			['icanon', 'isig', 'echo', 'icrnl', 'opost'].map((name) => [
				`the driver has no ${name}`,
				new RegExp(`[ \\n]${name}[ ;\\r]`).test(settings),
			]),
		),
	};
	return Object.keys(given).filter((fault) => !given[fault]);
}
