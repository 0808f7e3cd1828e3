/**
 * Names of the keys that terminals send as escape sequences.
 *
 * A printable character is its own name; other keys have a word (`up`, `enter`, `f1`). Modifiers come first, always in
 * the order `ctrl+alt+shift+`. Sources: xterm's "Control Sequences" and "Modified Keys" by Thomas Dickey, the Kitty
 * keyboard protocol by Kovid Goyal, the rxvt technical reference, console_codes(4) of Linux.
 */

/** Parts of a control sequence: `ESC [ prefix parameters intermediates final`. */
export interface ControlSequence {
	/** Private mark (`<`, `=`, `>`, `?`), `[` for function keys of the Linux console, or empty. */
	readonly prefix: string;
	/** Digits, `;` and `:`. */
	readonly parameters: string;
	readonly intermediates: string;
	readonly final: string;
	/** Whether ESC came twice, as some terminals send Alt with a key that sends a sequence. */
	readonly alt: boolean;
}

/** Bits of the modifier parameter, which is 1 + their sum. */
const SHIFT = 1;
const ALT = 2;
const CTRL = 4;
/** Super, Hyper and Meta, which no key of the program uses. */
const UNSUPPORTED = 8 + 16 + 32;
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

/** Final characters by which rxvt reports modifiers. */
const RXVT_MODIFIERS: Readonly<Record<string, number>> = { $: SHIFT, '^': CTRL, '@': CTRL + SHIFT };

/** Parameters of the keys that rxvt reports with `$`. With others `$` is an intermediate. */
export const RXVT_KEYS = /^[235678]$/;

/** The Linux console's F1 to F5, `CSI [ letter`. */
const CONSOLE_KEYS: Readonly<Record<string, string>> = { A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5' };

/** Keypad in application mode, `SS3 letter`. */
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

/** Keypad keys in the order of Kitty's code points. */
const KITTY_KEYPAD: readonly string[] = [
	...'0123456789./*-+',
	...'enter = , left right up down pageup pagedown home end insert delete begin'.split(' '),
];
const KITTY_KEYPAD_START = 57_399;
/** Kitty's private range of code points for keys; none is a character. */
const KITTY_KEYS = { from: 0xe000, to: 0xf8ff } as const;

/** Keys whose code equals that of Ctrl with a letter. */
const CONTROL_KEYS: Readonly<Record<number, string>> = {
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
	CONTROL_KEYS[code] ?? `ctrl+${String.fromCharCode(code < 27 ? code + 0x60 : code + 0x40)}`;

/** Names the keys of a CSI sequence; returns none for a reply, a report or an unknown key. */
export function csiKeys({ prefix, parameters, intermediates, final, alt }: ControlSequence): readonly string[] {
	if (intermediates !== '') return [];
	const [key = [], modifier = []] = parameters.split(';').map((part) => part.split(':').map(Number));
	const [number = 0] = key;
	// Kitty's event types: 1 pressed, 2 repeated, 3 released.
	if (modifier[1] === 3) return [];
	const bits = bitsOf(modifier[0]) | (alt ? ALT : 0);
	if (prefix === '[') return withModifiers(final === '~' ? BY_NUMBER[number] : CONSOLE_KEYS[final], bits);
	if (prefix !== '') return [];
	if (final === 'u') return characterKeys(parameters, bits);
	if (final === '_') return win32Keys(parameters.split(';').map(Number));
	if (final === '~') {
		// xterm's modifyOtherKeys: CSI 27 ; modifiers ; code point ~
		const other = /^27;\d+;(\d+)$/.exec(parameters)?.[1];
		return other === undefined ? withModifiers(BY_NUMBER[number], bits) : characterKeys(other, bits);
	}
	if (final in RXVT_MODIFIERS)
		return RXVT_KEYS.test(parameters) ? withModifiers(BY_NUMBER[number], bits | (RXVT_MODIFIERS[final] ?? 0)) : [];
	if (parameters === '' && final >= 'a' && final <= 'd')
		return withModifiers(BY_LETTER[final.toUpperCase()], bits | SHIFT);
	if (final === 'Z') return withModifiers('tab', bits | SHIFT);
	// A first parameter other than 1 is not a key: `CSI 24;80R` reports the cursor position.
	return /^(?:1(?:;[\d:]+)?)?$/.test(parameters) ? withModifiers(BY_LETTER[final], bits) : [];
}

/** Names the key of an SS3 sequence, `ESC O`; a modifier may precede the letter, alone or after `1;`. */
export function ss3Keys(parameters: string, final: string, alt: boolean): readonly string[] {
	const bits = bitsOf(Number(/(\d+)$/.exec(parameters)?.[1] ?? 1)) | (alt ? ALT : 0);
	const key = BY_LETTER[final] ?? KEYPAD[final];
	if (key !== undefined) return withModifiers(key, bits);
	// rxvt's Ctrl with an arrow key.
	return final >= 'a' && final <= 'd' ? withModifiers(BY_LETTER[final.toUpperCase()], bits | CTRL) : [];
}

const bitsOf = (parameter: number | undefined): number => Math.max(0, (parameter || 1) - 1);

/** Keys that ignore Shift: most terminals send the same bytes with and without it. */
const SHIFT_INSENSITIVE: ReadonlySet<string> = new Set(['escape', 'backspace', 'enter', ' ']);

/** Prefixes a key's name with its modifiers. A blank with Ctrl or Alt is named `space`. */
function withModifiers(key: string | undefined, bits: number): readonly string[] {
	if (key === undefined || bits & UNSUPPORTED) return [];
	const name = key === ' ' && bits & (CTRL | ALT) ? 'space' : key;
	const shift = bits & SHIFT && !SHIFT_INSENSITIVE.has(key) ? 'shift+' : '';
	return [`${bits & CTRL ? 'ctrl+' : ''}${bits & ALT ? 'alt+' : ''}${shift}${name}`];
}

/** Prefixes the name of a character or control character with Alt. */
export const withAlt = (name: string): string =>
	name.startsWith('ctrl+') ? name.replace('ctrl+', 'ctrl+alt+') : `alt+${name === ' ' ? 'space' : name}`;

/**
 * Names the keys of Kitty's `code:shifted:base ; modifiers ; text`, or of a code alone. Letters get the same names as
 * without the protocol: Ctrl-I is Tab, and Ctrl-Shift-C is Ctrl-C.
 */
function characterKeys(parameters: string, bits: number): readonly string[] {
	const [codes = '', , text = ''] = parameters.split(';');
	const [code = 0, shifted, base] = codes.split(':').map((part) => (part === '' ? undefined : Number(part)));
	const isPlain = (bits & (CTRL | ALT | UNSUPPORTED)) === 0;
	if (isPlain && text !== '') return text.split(':').flatMap((part) => character(Number(part)) ?? []);
	if (code >= KITTY_KEYS.from && code <= KITTY_KEYS.to)
		return withModifiers(KITTY_KEYPAD[code - KITTY_KEYPAD_START], bits);
	if (code < 32 || code === 127) return code === 0 ? [] : withModifiers(CONTROL_KEYS[code], bits);
	if (bits & CTRL) return controlKeys(code > 127 && base !== undefined ? base : code, bits);
	const isCapital = Boolean(bits & SHIFT) !== Boolean(bits & CAPS_LOCK && toUpper(code) !== code);
	const typed = character(isCapital ? (shifted ?? toUpper(code)) : code)?.[0];
	if (typed === undefined) return [];
	return isPlain ? [typed] : withModifiers(typed, bits & ~SHIFT);
}

/** Names a character pressed with Ctrl. */
function controlKeys(code: number, bits: number): readonly string[] {
	const letter = character(code)?.[0].toLowerCase();
	if (letter === undefined) return [];
	// Ctrl-C must work on every keyboard layout, with any other modifiers.
	if (C_KEYS.includes(letter) && !(bits & UNSUPPORTED)) return ['ctrl+c'];
	const special = CONTROL_LETTER_KEYS.get(letter);
	const isAscii = letter >= 'a' && letter <= 'z';
	if (special !== undefined) return withModifiers(special, bits & ~(CTRL | SHIFT));
	return withModifiers(letter, isAscii ? bits & ~SHIFT : bits);
}

/** Characters of the C key on Latin, Cyrillic, Greek, Hebrew and Arabic keyboards. */
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

/**
 * Names the key of Windows Terminal's win32-input-mode:
 * `CSI key ; scan code ; UTF-16 unit ; 1 = down ; control keys ; repeats _`.
 */
function win32Keys([key = 0, , unit = 0, down = 0, modifiers = 0]: readonly number[]): readonly string[] {
	if (down !== 1) return [];
	const alt = modifiers & 0x03;
	const ctrl = modifiers & 0x0c;
	const bits = (modifiers & 0x10 ? SHIFT : 0) | (alt ? ALT : 0) | (ctrl ? CTRL : 0);
	const name = BY_VIRTUAL_KEY[key];
	if (name !== undefined) return withModifiers(name, bits);
	if (unit > 0 && unit < 32) return alt ? [] : [controlName(unit)];
	const typed = character(unit);
	if (!typed) return [];
	// AltGr is reported as Ctrl and Alt together, and types a character.
	return Boolean(alt) === Boolean(ctrl) ? typed : withModifiers(typed[0], bits & ~SHIFT);
}

/** Keys that letters become with Ctrl: without the protocol, Ctrl-I is sent as Tab. */
const CONTROL_LETTER_KEYS = new Map([
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
