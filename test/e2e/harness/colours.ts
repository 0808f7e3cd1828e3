import type { IBufferCell } from '@xterm/headless';

/** Style of a cell; a colour that is null is the terminal's default. */
export interface Look {
	readonly colour: string | null;
	readonly background: string | null;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly inverse: boolean;
}

/** The sixteen named colours, chosen for a dark background and for colour-blind readers. */
const NAMED = [
	...['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#c8ccd4'],
	...['#7f8794', '#ef8e96', '#b5d99c', '#f0d399', '#8cc6f5', '#d7a1e7', '#85d0da', '#ffffff'],
] as const;

/** Returns the style of a cell. */
export function lookOf(cell: IBufferCell): Look {
	return {
		colour: cell.isFgDefault() ? null : hex(cell.getFgColor(), cell.isFgRGB()),
		background: cell.isBgDefault() ? null : hex(cell.getBgColor(), cell.isBgRGB()),
		bold: cell.isBold() !== 0,
		dim: cell.isDim() !== 0,
		italic: cell.isItalic() !== 0,
		underline: cell.isUnderline() !== 0,
		inverse: cell.isInverse() !== 0,
	};
}

/**
 * Returns a colour of the terminal as `#rrggbb`: a 24-bit value, or one of the 256 colours (16 named, a cube, greys).
 */
export function hex(colour: number, isRgb: boolean): string {
	if (isRgb) return `#${colour.toString(16).padStart(6, '0')}`;
	if (colour < 16) return NAMED[colour] ?? '#ffffff';
	if (colour > 231) return `#${byte(8 + (colour - 232) * 10).repeat(3)}`;
	const steps = [36, 6, 1].map((place) => Math.floor((colour - 16) / place) % 6);
	return `#${steps.map((step) => byte(step === 0 ? 0 : 55 + step * 40)).join('')}`;
}

const byte = (value: number): string => value.toString(16).padStart(2, '0');
