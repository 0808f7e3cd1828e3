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
/** Super, Hyper and Meta: no key of ours has them. Caps Lock (64) and Num Lock (128) change no name. */
const FOREIGN = 8 + 16 + 32;

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
	...[
		'enter',
		'=',
		',',
		'left',
		'right',
		'up',
		'down',
		'pageup',
		'pagedown',
		'home',
		'end',
		'insert',
		'delete',
		'begin',
	],
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

/** The name of a control character, code 0 to 31 or 127. */
export const controlName = (code: number): string =>
	BY_CONTROL[code] ?? `ctrl+${String.fromCharCode(code < 27 ? code + 0x60 : code + 0x40)}`;

/** The keys of a sequence that starts with CSI; none for what is no key: a reply, a report, a key we have no name for. */
export function csiKeys({ prefix, parameters, intermediates, final, alt }: ControlSequence): readonly string[] {
	if (intermediates !== '') return [];
	const [key = [], modifier = []] = parameters.split(';').map((one) => one.split(':').map(Number));
	const [number = 0] = key;
	// Kitty's event types: 1 pressed, 2 repeated, 3 released.
	if (modifier[1] === 3) return [];
	const bits = bitsOf(modifier[0]) | (alt ? ALT : 0);
	if (prefix === '[') return named(final === '~' ? BY_NUMBER[number] : CONSOLE[final], bits);
	if (prefix !== '') return [];
	if (final === 'u') return characterKeys(parameters, bits);
	if (final === '_') return win32Keys(parameters.split(';').map(Number));
	if (final === '~') {
		// xterm's modifyOtherKeys: CSI 27 ; modifiers ; code point ~
		const other = /^27;\d+;(\d+)$/.exec(parameters)?.[1];
		return other === undefined ? named(BY_NUMBER[number], bits) : characterKeys(other, bits);
	}
	if (final in RXVT) return /^\d+$/.test(parameters) ? named(BY_NUMBER[number], bits | (RXVT[final] ?? 0)) : [];
	if (parameters === '' && final >= 'a' && final <= 'd') return named(BY_LETTER[final.toUpperCase()], bits | SHIFT);
	if (final === 'Z') return named('tab', bits | SHIFT);
	// Anything but 1 in front is no key: `CSI 24;80R` says where the cursor is.
	return /^(?:1(?:;[\d:]+)?)?$/.test(parameters) ? named(BY_LETTER[final], bits) : [];
}

/** The keys of a sequence that starts with SS3, `ESC O`; a modifier may stand before the letter, alone or after `1;`. */
export function ss3Keys(parameters: string, final: string, alt: boolean): readonly string[] {
	const bits = bitsOf(Number(/(\d+)$/.exec(parameters)?.[1] ?? 1)) | (alt ? ALT : 0);
	const key = BY_LETTER[final] ?? KEYPAD[final];
	if (key !== undefined) return named(key, bits);
	// rxvt's Ctrl with an arrow.
	return final >= 'a' && final <= 'd' ? named(BY_LETTER[final.toUpperCase()], bits | CTRL) : [];
}

const bitsOf = (parameter: number | undefined): number => Math.max(0, (parameter || 1) - 1);

/** Keys that Shift does not make another key of, as it does not where a terminal cannot tell. */
const SHIFTLESS: ReadonlySet<string> = new Set(['escape', 'backspace', 'enter', ' ']);

/** A key with its modifiers. */
function named(key: string | undefined, bits: number): readonly string[] {
	if (key === undefined || bits & FOREIGN) return [];
	const shift = bits & SHIFT && !SHIFTLESS.has(key) ? 'shift+' : '';
	return [`${bits & CTRL ? 'ctrl+' : ''}${bits & ALT ? 'alt+' : ''}${shift}${key}`];
}

/**
 * Keys that are told by their code point: Kitty's `code:shifted:base ; modifiers ; text`, each code a decimal number, or
 * a code alone. They have the names that the same keys have without the protocol, Ctrl-I that of Tab included.
 */
function characterKeys(parameters: string, bits: number): readonly string[] {
	const [codes = '', , text = ''] = parameters.split(';');
	const [code = 0, shifted, base] = codes.split(':').map((one) => (one === '' ? undefined : Number(one)));
	const plain = (bits & (CTRL | ALT | FOREIGN)) === 0;
	if (plain && text !== '') return text.split(':').flatMap((one) => character(Number(one)) ?? []);
	if (code >= KITTY_KEYS.from && code <= KITTY_KEYS.to) return named(KITTY_KEYPAD[code - KITTY_KEYPAD_AT], bits);
	if (code < 32 || code === 127) {
		const key = BY_CONTROL[code];
		return key === undefined || code === 0 ? [] : named(key, bits);
	}
	if (plain) return character(bits & SHIFT ? (shifted ?? upper(code)) : code) ?? [];
	// On a keyboard of another script, Ctrl goes with the Latin letter of the key.
	const letter = character(code > 127 && base !== undefined ? base : code)?.[0]?.toLowerCase();
	if (letter === undefined) return [];
	const control = bits & CTRL && !(bits & SHIFT) && CONTROL_LETTERS.get(letter);
	return control ? named(control, bits & ~CTRL) : named(letter === ' ' ? 'space' : letter, bits);
}

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

/** Windows Terminal's win32-input-mode: `CSI key ; scan code ; UTF-16 unit ; 1 = down ; control keys ; repeats _`. */
function win32Keys([key = 0, , unit = 0, down = 0, held = 0]: readonly number[]): readonly string[] {
	if (down !== 1) return [];
	const alt = held & 0x03;
	const ctrl = held & 0x0c;
	const bits = (held & 0x10 ? SHIFT : 0) | (alt ? ALT : 0) | (ctrl ? CTRL : 0);
	const name = BY_VIRTUAL_KEY[key];
	if (name !== undefined) return named(name, bits);
	if (unit > 0 && unit < 32) return alt ? [] : [controlName(unit)];
	const typed = character(unit);
	// AltGr is Ctrl and Alt together, and what it makes is a character.
	return typed && alt && !ctrl ? named(typed[0], ALT) : (typed ?? []);
}

/** Letters that Ctrl makes another key of: of `ctrl+i` a terminal without the protocol knows no more than Tab. */
const CONTROL_LETTERS = new Map([
	['h', 'backspace'],
	['i', 'tab'],
	['j', 'enter'],
	['m', 'enter'],
	['[', 'escape'],
]);

/** A character that can be typed; null for a control character or what is no character at all. */
function character(code: number): readonly [string] | null {
	const isControl = code < 32 || (code >= 127 && code <= 159);
	const isSurrogate = code >= 0xd800 && code <= 0xdfff;
	return Number.isInteger(code) && !isControl && !isSurrogate && code <= 0x10ffff ? [String.fromCodePoint(code)] : null;
}

const upper = (code: number): number => {
	const text = character(code)?.[0].toUpperCase() ?? '';
	return [...text].length === 1 ? (text.codePointAt(0) ?? code) : code;
};
