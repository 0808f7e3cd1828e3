/** Whether the terminal's background is dark or light. */
export type Background = 'dark' | 'light';

/** Asks the terminal for its background colour (OSC 11). Terminals that do not know the question ignore it. */
export const ASK_BACKGROUND = '\u001B]11;?\u001B\\';

/** Terminals that would print the question, or have no background to tell. */
const MUTE = /^(?:$|dumb|unknown|linux|vt\d|cons|sun|ansi|cygwin|eterm|emacs|wsvt|network)/i;

/** Whether a terminal may be asked for its background. */
export const canAskBackground = ({ TERM = '' }: Readonly<Record<string, string | undefined>>): boolean =>
	!MUTE.test(TERM);

/** Start of every reply about the background. */
export const REPLY_START = '11;';

/** Characters that such a reply contains after its start. */
export const REPLY_CHARACTER = /[\da-fgr:/#]/i;

/** Maximum length of such a reply: `11;rgba:` and four components of four digits take 27. */
export const MAX_REPLY = 32;

/**
 * Reads the terminal's reply, `11;rgb:RRRR/GGGG/BBBB` with one to four hexadecimal digits a component, with an alpha
 * component (`rgba:`), or as `11;#RRGGBB`.
 *
 * @returns null: it is something else
 */
export function parseBackground(reply: string): Background | null {
	const components = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i.exec(reply);
	const hash = /^11;#((?:[\da-f]{3}){1,4})$/i.exec(reply)?.[1];
	const size = (hash?.length ?? 0) / 3;
	const digits = components?.slice(1) ?? (hash ? [0, 1, 2].map((i) => hash.slice(i * size, (i + 1) * size)) : null);
	if (!digits) return null;
	const [red = 0, green = 0, blue = 0] = digits.map((hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
	return luminance(red, green, blue) > MIDDLE ? 'light' : 'dark';
}

/** Luminance at which black and white have the same contrast, 4.58:1 (WCAG 2.2). */
const MIDDLE = 0.179;

/** Returns the relative luminance of a colour with components from 0 to 1 (WCAG 2.2). */
function luminance(red: number, green: number, blue: number): number {
	const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Reads COLORFGBG, such as `15;0`: rxvt, Konsole and others put the number of their background last. */
export function backgroundOf({ COLORFGBG = '' }: Readonly<Record<string, string | undefined>>): Background | null {
	const number = /^\d+;(?:[^;]*;)?(\d{1,2})$/.exec(COLORFGBG)?.[1];
	if (number === undefined || Number(number) > 15) return null;
	// White and the bright colours are light; 8 is dark grey.
	return Number(number) === 7 || Number(number) > 8 ? 'light' : 'dark';
}
