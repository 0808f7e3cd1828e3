/**
 * Names of the keys that terminals send as escape sequences.
 *
 * A printable character names itself; other keys have a word (`up`, `enter`, `f1`). Modifiers stand in front, always in
 * the order `ctrl+alt+shift+`. Sources: xterm's "Control Sequences" and "Modified Keys" by Thomas Dickey, the Kitty
 * keyboard protocol by Kovid Goyal, the rxvt technical reference, console_codes(4) of Linux.
 */

/** The parts of a control sequence: `ESC [ prefix parameters intermediates final`. */
export interface ControlSequence {
	/** A private mark (`<`, `=`, `>`, `?`), `[` for the function keys of the Linux console, or nothing. */
	readonly prefix: string;
	/** Digits, `;` and `:`. */
	readonly parameters: string;
	readonly intermediates: string;
	readonly final: string;
	/** ESC came twice: how some terminals send Alt with a key that has a sequence. */
	readonly alt: boolean;
}

/** Bits of a modifier parameter, which is 1 + their sum. */
const SHIFT = 1;
const ALT = 2;
const CTRL = 4;
/** Super, Hyper and Meta: no key of ours has them. */
const FOREIGN = 8 + 16 + 32;
const CAPS_LOCK = 64;

/** `CSI 1 ; modifiers letter`, and `SS3 letter`. */
const BY_LETTER: Readonly<Record<string, string>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	E: 'begin',
	F: 'end',
	H: 'home',
	P: 'f1',
	Q: 'f2',
	R: 'f3',
	S: 'f4',
};

/** `CSI number ; modifiers ~`. */
const BY_NUMBER: Readonly<Record<number, string>> = {
	1: 'home',
	2: 'insert',
	3: 'delete',
	4: 'end',
	5: 'pageup',
	6: 'pagedown',
	7: 'home',
	8: 'end',
	11: 'f1',
	12: 'f2',
	13: 'f3',
	14: 'f4',
	15: 'f5',
	17: 'f6',
	18: 'f7',
	19: 'f8',
	20: 'f9',
	21: 'f10',
	23: 'f11',
	24: 'f12',
};

/** How rxvt ends the sequence of a key that was pressed with a modifier. */
const RXVT: Readonly<Record<string, number>> = { $: SHIFT, '^': CTRL, '@': CTRL + SHIFT };

/** Parameters of the keys that rxvt ends so. Elsewhere `$` is an intermediate. */
export const RXVT_KEYS = /^[235678]$/;

/** The Linux console's F1 to F5, `CSI [ letter`. */
const CONSOLE: Readonly<Record<string, string>> = { A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5' };

/** The keypad in application mode: `SS3 letter` for what the key shows. */
const KEYPAD: Readonly<Record<string, string>> = {
	' ': ' ',
	I: 'tab',
	M: 'enter',
	X: '=',
	j: '*',
	k: '+',
	l: ',',
	m: '-',
	n: '.',
	o: '/',
	...Object.fromEntries([...'0123456789'].map((digit, i) => [String.fromCharCode(0x70 + i), digit])),
};

/** Code points that Kitty gives to keys of the keypad. */
const KITTY_KEYPAD: readonly string[] = [
	...'0123456789./*-+',
	...'enter = , left right up down pageup pagedown home end insert delete begin'.split(' '),
];
const KITTY_KEYPAD_AT = 57_399;
/** Where Kitty has code points of its own: none of them is a character. */
const KITTY_KEYS = { from: 0xe000, to: 0xf8ff } as const;

/** Keys that have both a code of their own and, with Ctrl, the code of a letter. */
const BY_CONTROL: Readonly<Record<number, string>> = {
	0: 'ctrl+space',
	8: 'backspace',
	9: 'tab',
	10: 'enter',
	13: 'enter',
	27: 'escape',
	127: 'backspace',
};

/** Names a control character, code 0 to 31 or 127. */
export const controlName = (code: number): string =>
	BY_CONTROL[code] ?? `ctrl+${String.fromCharCode(code < 27 ? code + 0x60 : code + 0x40)}`;

/** Names the keys of a CSI sequence; returns none for a reply, a report or an unknown key. */
export function csiKeys({ prefix, parameters, intermediates, final, alt }: ControlSequence): readonly string[] {
	if (intermediates !== '') return [];
	const [key = [], modifier = []] = parameters.split(';').map((one) => one.split(':').map(Number));
	const [number = 0] = key;
	// Kitty's event types: 1 pressed, 2 repeated, 3 released.
	if (modifier[1] === 3) return [];
	const bits = bitsOf(modifier[0]) | (alt ? ALT : 0);
	if (prefix === '[') return withModifiers(final === '~' ? BY_NUMBER[number] : CONSOLE[final], bits);
	if (prefix !== '') return [];
	if (final === 'u') return characterKeys(parameters, bits);
	if (final === '_') return win32Keys(parameters.split(';').map(Number));
	if (final === '~') {
		// xterm's modifyOtherKeys: CSI 27 ; modifiers ; code point ~
		const other = /^27;\d+;(\d+)$/.exec(parameters)?.[1];
		return other === undefined ? withModifiers(BY_NUMBER[number], bits) : characterKeys(other, bits);
	}
	if (final in RXVT)
		return RXVT_KEYS.test(parameters) ? withModifiers(BY_NUMBER[number], bits | (RXVT[final] ?? 0)) : [];
	if (parameters === '' && final >= 'a' && final <= 'd')
		return withModifiers(BY_LETTER[final.toUpperCase()], bits | SHIFT);
	if (final === 'Z') return withModifiers('tab', bits | SHIFT);
	// Anything but 1 in front is no key: `CSI 24;80R` says where the cursor is.
	return /^(?:1(?:;[\d:]+)?)?$/.test(parameters) ? withModifiers(BY_LETTER[final], bits) : [];
}

/** Names the key of an SS3 sequence, `ESC O`; a modifier may stand before the letter, alone or after `1;`. */
export function ss3Keys(parameters: string, final: string, alt: boolean): readonly string[] {
	const bits = bitsOf(Number(/(\d+)$/.exec(parameters)?.[1] ?? 1)) | (alt ? ALT : 0);
	const key = BY_LETTER[final] ?? KEYPAD[final];
	if (key !== undefined) return withModifiers(key, bits);
	// rxvt's Ctrl with an arrow.
	return final >= 'a' && final <= 'd' ? withModifiers(BY_LETTER[final.toUpperCase()], bits | CTRL) : [];
}

const bitsOf = (parameter: number | undefined): number => Math.max(0, (parameter || 1) - 1);

/** Keys that ignore Shift: most terminals send the same bytes with and without it. */
const SHIFTLESS: ReadonlySet<string> = new Set(['escape', 'backspace', 'enter', ' ']);

/** Puts the modifiers before the name of a key. A blank that comes with Ctrl or Alt is called by its word. */
function withModifiers(key: string | undefined, bits: number): readonly string[] {
	if (key === undefined || bits & FOREIGN) return [];
	const name = key === ' ' && bits & (CTRL | ALT) ? 'space' : key;
	const shift = bits & SHIFT && !SHIFTLESS.has(key) ? 'shift+' : '';
	return [`${bits & CTRL ? 'ctrl+' : ''}${bits & ALT ? 'alt+' : ''}${shift}${name}`];
}

/** Puts Alt before the name of a character or of a control character. */
export const withAlt = (name: string): string =>
	name.startsWith('ctrl+') ? name.replace('ctrl+', 'ctrl+alt+') : `alt+${name === ' ' ? 'space' : name}`;

/**
 * Names the keys of Kitty's `code:shifted:base ; modifiers ; text`, or of a code alone. Letters have the names that they
 * have without the protocol: Ctrl-I is Tab, and Ctrl-Shift-C is Ctrl-C.
 */
function characterKeys(parameters: string, bits: number): readonly string[] {
	const [codes = '', , text = ''] = parameters.split(';');
	const [code = 0, shifted, base] = codes.split(':').map((one) => (one === '' ? undefined : Number(one)));
	const plain = (bits & (CTRL | ALT | FOREIGN)) === 0;
	if (plain && text !== '') return text.split(':').flatMap((one) => character(Number(one)) ?? []);
	if (code >= KITTY_KEYS.from && code <= KITTY_KEYS.to)
		return withModifiers(KITTY_KEYPAD[code - KITTY_KEYPAD_AT], bits);
	if (code < 32 || code === 127) return code === 0 ? [] : withModifiers(BY_CONTROL[code], bits);
	if (bits & CTRL) return controlKeys(code > 127 && base !== undefined ? base : code, bits);
	const isCapital = Boolean(bits & SHIFT) !== Boolean(bits & CAPS_LOCK && toUpper(code) !== code);
	const typed = character(isCapital ? (shifted ?? toUpper(code)) : code)?.[0];
	if (typed === undefined) return [];
	return plain ? [typed] : withModifiers(typed, bits & ~SHIFT);
}

/** Names a character pressed with Ctrl. */
function controlKeys(code: number, bits: number): readonly string[] {
	const letter = character(code)?.[0].toLowerCase();
	if (letter === undefined) return [];
	// Ctrl-C has to work on every keyboard, whatever else is held.
	if (C_KEYS.includes(letter) && !(bits & FOREIGN)) return ['ctrl+c'];
	const other = CONTROL_LETTERS.get(letter);
	const ascii = letter >= 'a' && letter <= 'z';
	if (other !== undefined) return withModifiers(other, bits & ~(CTRL | SHIFT));
	return withModifiers(letter, ascii ? bits & ~SHIFT : bits);
}

/** What the key of C types on Latin, Cyrillic, Greek, Hebrew and Arabic keyboards. */
const C_KEYS = ['c', '\u0441', '\u03c8', '\u05d1', '\u0624'];

/** Windows' virtual key codes. */
const BY_VIRTUAL_KEY: Readonly<Record<number, string>> = {
	8: 'backspace',
	9: 'tab',
	13: 'enter',
	27: 'escape',
	33: 'pageup',
	34: 'pagedown',
	35: 'end',
	36: 'home',
	37: 'left',
	38: 'up',
	39: 'right',
	40: 'down',
	45: 'insert',
	46: 'delete',
};

/** Names the key of Windows Terminal's win32-input-mode, `CSI key ; scan code ; UTF-16 unit ; 1 = down ; control keys ; repeats _`. */
function win32Keys([key = 0, , unit = 0, down = 0, held = 0]: readonly number[]): readonly string[] {
	if (down !== 1) return [];
	const alt = held & 0x03;
	const ctrl = held & 0x0c;
	const bits = (held & 0x10 ? SHIFT : 0) | (alt ? ALT : 0) | (ctrl ? CTRL : 0);
	const name = BY_VIRTUAL_KEY[key];
	if (name !== undefined) return withModifiers(name, bits);
	if (unit > 0 && unit < 32) return alt ? [] : [controlName(unit)];
	const typed = character(unit);
	if (!typed) return [];
	// AltGr is Ctrl and Alt together, and what it makes is a character.
	return Boolean(alt) === Boolean(ctrl) ? typed : withModifiers(typed[0], bits & ~SHIFT);
}

/** Letters that are another key with Ctrl: without the protocol, Ctrl-I is sent as Tab. */
const CONTROL_LETTERS = new Map([
	['h', 'backspace'],
	['i', 'tab'],
	['j', 'enter'],
	['m', 'enter'],
	['[', 'escape'],
]);

/** Returns the character of a code point; null for a control character or a code that has none. */
function character(code: number): readonly [string] | null {
	const isControl = code < 32 || (code >= 127 && code <= 159);
	const isSurrogate = code >= 0xd800 && code <= 0xdfff;
	return Number.isInteger(code) && !isControl && !isSurrogate && code <= 0x10ffff ? [String.fromCodePoint(code)] : null;
}

const toUpper = (code: number): number => {
	const text = character(code)?.[0].toUpperCase() ?? '';
	return [...text].length === 1 ? (text.codePointAt(0) ?? code) : code;
};
