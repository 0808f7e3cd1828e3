/** U+2800 is the braille character without dots; each dot adds a bit. */
export const EMPTY_BRAILLE = 0x2800;

/** Bits of the dots of a braille character: rows from the top, left column then right. */
export const BRAILLE_DOTS = [
	[0x01, 0x08],
	[0x02, 0x10],
	[0x04, 0x20],
	[0x40, 0x80],
] as const;
