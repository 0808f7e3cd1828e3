const ESC = '\u001B';

/** The sequences that a terminal sends for keys that are not characters. */
export const KEYS = {
	up: `${ESC}[A`,
	down: `${ESC}[B`,
	right: `${ESC}[C`,
	left: `${ESC}[D`,
	shiftRight: `${ESC}[1;2C`,
	shiftLeft: `${ESC}[1;2D`,
	shiftUp: `${ESC}[1;2A`,
	shiftDown: `${ESC}[1;2B`,
	pageUp: `${ESC}[5~`,
	pageDown: `${ESC}[6~`,
	tab: '\t',
	shiftTab: `${ESC}[Z`,
	enter: '\r',
	escape: ESC,
	backspace: '\u007F',
	ctrlC: '\u0003',
	ctrlG: '\u0007',
	ctrlL: '\u000C',
	ctrlO: '\u000F',
	ctrlP: '\u0010',
	ctrlT: '\u0014',
	ctrlU: '\u0015',
	ctrlZ: '\u001A',
} as const;
