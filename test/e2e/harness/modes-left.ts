import type { Tty } from './tty.js';

/**
 * Returns the modes of the terminal that were not restored, in words; empty if all were. For terminals of
 * `ttyThatLooks` or `ttyWithJobs`.
 */
export function modesLeft({ raw, screen }: Tty): readonly string[] {
	const { terminal, cursorShown, scrollbackWipes } = screen;
	const settings = raw.slice(raw.lastIndexOf('speed '));
	const restored: Readonly<Record<string, boolean>> = {
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
	return Object.keys(restored).filter((fault) => !restored[fault]);
}
