import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInputDecoder, type Input } from '../../src/terminal/input-decoder.js';
import { rounds } from '../support/effort.js';
import { seeded } from '../support/random.js';

const ESC = '\u001b';

/** Returns a stream as bytes: text as UTF-8, or the bytes themselves. */
const bytesOf = (stream: string | readonly number[]): Buffer =>
	typeof stream === 'string' ? Buffer.from(stream) : Buffer.from(stream);

/** Formats keys by name, and pastes as `paste:text`. */
const format = (inputs: readonly Input[]): string[] =>
	inputs.map((input) => (input.type === 'key' ? input.name : `paste:${input.text}`));

/** Decodes a stream that arrives in these reads and then ends. */
function decode(...reads: readonly (string | readonly number[])[]): string[] {
	const decoder = createInputDecoder();
	const inputs = reads.flatMap((read) => decoder.push(bytesOf(read)));
	return format([...inputs, ...decoder.flush()]);
}

/** Decodes a stream split at these places. */
function decodeSplit(bytes: Buffer, cuts: readonly number[]): string[] {
	const places = [0, ...[...cuts].map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
	return decode(...places.slice(1).map((to, i) => [...bytes.subarray(places[i] ?? 0, to)]));
}

/** Complete pieces of a stream, each with its decoded inputs. */
const PIECES: readonly (readonly [string, readonly string[]])[] = [
	['j', ['j']],
	['é', ['é']],
	['\u0001', ['ctrl+a']],
	['\r', ['enter']],
	[`${ESC}[A`, ['up']],
	[`${ESC}Oq`, ['1']],
	[`${ESC}b`, ['alt+b']],
	[`${ESC}[99;5u`, ['ctrl+c']],
	[`${ESC}[27;5;99~`, ['ctrl+c']],
	[`${ESC}[1;2R`, ['shift+f3']],
	[`${ESC}[29~`, []],
	[`${ESC}[M !!`, []],
	[`${ESC}[<35;10;10M`, []],
	[`${ESC}]11;rgb:0/0/0${ESC}\\`, []],
	[`${ESC}P1+r544e=78${ESC}\\`, []],
	[`${ESC}[200~q${ESC}[31mx\n${ESC}[201~`, ['paste:qx\n']],
];

/** Arbitrary bytes: complete pieces, broken ones, and random bytes. */
const NOISE = fc
	.array(
		fc.oneof(
			fc.constantFrom(...PIECES).map(([stream]) => [...bytesOf(stream)]),
			fc.uint8Array({ maxLength: 12 }).map((bytes) => [...bytes]),
			fc.constantFrom([0x1b], [0x1b, 0x5b], [0xc2], [0x9b], [0xe2, 0x82], [0x1b, 0x5d], [...bytesOf(`${ESC}[200~`)]),
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.flat());

describe('sequences of terminals', () => {
	it.each<[terminal: string, sequence: string, keys: readonly string[]]>([
		['any: letters, a digit, a blank', 'jQ7 ', ['j', 'Q', '7', ' ']],
		['any: characters beyond ASCII', 'é漢😀', ['é', '漢', '😀']],
		['any: Enter, Tab, Shift-Tab', `\r\t${ESC}[Z`, ['enter', 'tab', 'shift+tab']],
		['any: Ctrl-J is Enter, as it is at the command line', '\n', ['enter']],
		['any: Backspace as DEL and as Ctrl-H', '\u007f\b', ['backspace', 'backspace']],
		[
			'any: control characters by their letters',
			'\u0001\u0005\u000c\u001a\u001c',
			['ctrl+a', 'ctrl+e', 'ctrl+l', 'ctrl+z', 'ctrl+\\'],
		],
		['any: Ctrl-Space', '\0', ['ctrl+space']],
		['xterm: arrows', `${ESC}[A${ESC}[B${ESC}[C${ESC}[D`, ['up', 'down', 'right', 'left']],
		['xterm: arrows with application cursor keys', `${ESC}OA${ESC}OB${ESC}OC${ESC}OD`, ['up', 'down', 'right', 'left']],
		[
			'xterm: arrows with modifiers',
			`${ESC}[1;2C${ESC}[1;5C${ESC}[1;3D${ESC}[1;6A`,
			['shift+right', 'ctrl+right', 'alt+left', 'ctrl+shift+up'],
		],
		['xterm: Home, End, PgUp, PgDn', `${ESC}[H${ESC}[F${ESC}[5~${ESC}[6~`, ['home', 'end', 'pageup', 'pagedown']],
		['xterm: Home and End with application cursor keys', `${ESC}OH${ESC}OF`, ['home', 'end']],
		['xterm: Delete, Insert, Ctrl-Delete', `${ESC}[3~${ESC}[2~${ESC}[3;5~`, ['delete', 'insert', 'ctrl+delete']],
		[
			'xterm: Alt with a letter, a capital, Backspace',
			`${ESC}b${ESC}B${ESC}\u007f`,
			['alt+b', 'alt+B', 'alt+backspace'],
		],
		['xterm: Alt with é and a blank', `${ESC}é${ESC} `, ['alt+é', 'alt+space']],
		['xterm: Shift with F1 and an arrow in SS3', `${ESC}O2P${ESC}O1;5C`, ['shift+f1', 'ctrl+right']],
		['xterm: the keypad’s blank, Tab and =', `${ESC}O ${ESC}OI${ESC}OX`, [' ', 'tab', '=']],
		[
			'xterm: keypad in application mode',
			`${ESC}Op${ESC}Oq${ESC}Oy${ESC}On${ESC}Om${ESC}OM`,
			['0', '1', '9', '.', '-', 'enter'],
		],
		['xterm: F1, F3, F5, F12', `${ESC}OP${ESC}OR${ESC}[15~${ESC}[24~`, ['f1', 'f3', 'f5', 'f12']],
		['xterm: modifyOtherKeys, Ctrl-C', `${ESC}[27;5;99~`, ['ctrl+c']],
		[
			'xterm: modifyOtherKeys, Shift-Enter, A, é',
			`${ESC}[27;2;13~${ESC}[27;2;65~${ESC}[27;1;233~`,
			['enter', 'A', 'é'],
		],
		['xterm: formatOtherKeys, Ctrl-L', `${ESC}[108;5u`, ['ctrl+l']],
		[
			'rxvt: Shift and Ctrl with arrows and PgUp',
			`${ESC}[a${ESC}Oc${ESC}[5$${ESC}[6^${ESC}[3@`,
			['shift+up', 'ctrl+right', 'shift+pageup', 'ctrl+pagedown', 'ctrl+shift+delete'],
		],
		['rxvt: Home and End', `${ESC}[7~${ESC}[8~`, ['home', 'end']],
		['rxvt, iTerm: Alt with an arrow', `${ESC}${ESC}[A`, ['alt+up']],
		['tmux, screen: Home and End', `${ESC}[1~${ESC}[4~`, ['home', 'end']],
		['Linux console: F1, F5, Home, Delete', `${ESC}[[A${ESC}[[E${ESC}[1~${ESC}[3~`, ['f1', 'f5', 'home', 'delete']],
		[
			'Kitty: Escape, Enter, Tab, Backspace',
			`${ESC}[27u${ESC}[13u${ESC}[9u${ESC}[127u`,
			['escape', 'enter', 'tab', 'backspace'],
		],
		['Kitty: Shift-Tab, Shift-Backspace', `${ESC}[9;2u${ESC}[127;2u`, ['shift+tab', 'backspace']],
		[
			'Kitty: Ctrl-C, also with Caps Lock and Num Lock',
			`${ESC}[99;5u${ESC}[99;69u${ESC}[99;197u`,
			['ctrl+c', 'ctrl+c', 'ctrl+c'],
		],
		['Kitty: Ctrl-C on a Cyrillic keyboard', `${ESC}[1089::99;5u`, ['ctrl+c']],
		[
			'Kitty: Ctrl-I, Ctrl-M and Ctrl-[ are the same keys as without the protocol',
			`${ESC}[105;5u${ESC}[109;5u${ESC}[91;5u`,
			['tab', 'enter', 'escape'],
		],
		[
			'Kitty: a, A by its shifted key, A by its code, é by its text',
			`${ESC}[97u${ESC}[97:65;2u${ESC}[97;2u${ESC}[0;;233u`,
			['a', 'A', 'A', 'é'],
		],
		['Kitty: Alt-B, Shift-Space', `${ESC}[98;3u${ESC}[32;2u`, ['alt+b', ' ']],
		['Kitty: Alt-Shift-B, Alt-Space', `${ESC}[98;4u${ESC}[98:66;4u${ESC}[32;3u`, ['alt+B', 'alt+B', 'alt+space']],
		['Kitty: Caps Lock with a letter, a digit, Shift', `${ESC}[103;65u${ESC}[49;65u${ESC}[103;66u`, ['G', '1', 'g']],
		['Kitty: text with Ctrl is ignored', `${ESC}[97;5;97u`, ['ctrl+a']],
		['Kitty: ß with Shift is unchanged', `${ESC}[223;2u`, ['ß']],
		['Kitty: Ctrl-Shift-L, Ctrl-Space', `${ESC}[108;6u${ESC}[32;5u`, ['ctrl+l', 'ctrl+space']],
		[
			'Kitty: pressed, repeated and released',
			`${ESC}[106;1:1u${ESC}[106;1:2u${ESC}[106;1:3u${ESC}[1;1:1B${ESC}[1;1:3B`,
			['j', 'j', 'down'],
		],
		['Kitty: keypad 5, Enter, PgDn', `${ESC}[57404u${ESC}[57414u${ESC}[57422u`, ['5', 'enter', 'pagedown']],
		['Kitty: Shift alone, Super-K, the Menu key', `${ESC}[57441;2u${ESC}[107;9u${ESC}[57363u`, []],
		[
			'Windows Terminal: a, Ctrl-C, Down, @ with AltGr',
			`${ESC}[65;30;97;1;0;1_${ESC}[67;46;3;1;8;1_${ESC}[40;80;0;1;256;1_${ESC}[81;16;64;1;9;1_`,
			['a', 'ctrl+c', 'down', '@'],
		],
		[
			'Windows Terminal: Ctrl-1 and Alt-B are not text',
			`${ESC}[49;2;49;1;8;1_${ESC}[66;48;98;1;2;1_`,
			['ctrl+1', 'alt+b'],
		],
		['Windows Terminal: A, Shift-Tab', `${ESC}[65;30;65;1;16;1_${ESC}[9;15;9;1;16;1_`, ['A', 'shift+tab']],
		['Windows Terminal: a released, Shift alone', `${ESC}[65;30;97;0;0;1_${ESC}[16;42;0;1;16;1_`, []],
	])('decode to their keys, %s', (_, sequence, keys) => {
		expect(decode(sequence)).toEqual(keys);
	});

	it.each<[what: string, sequence: string | readonly number[]]>([
		['F13', `${ESC}[25~`],
		['Menu', `${ESC}[29~`],
		['a cursor position report', `${ESC}[24;80R`],
		['device attributes', `${ESC}[?62;22c`],
		['a mode report', `${ESC}[?2026;2$y`],
		['a background colour, ended by ST', `${ESC}]11;rgb:1e1e/1e1e/1e1e${ESC}\\`],
		['a background colour, ended by BEL', `${ESC}]11;rgb:1e1e/1e1e/1e1e\u0007`],
		['a terminfo entry', `${ESC}P1+r544e=78${ESC}\\`],
		['a graphics reply', `${ESC}_Gi=31;OK${ESC}\\`],
		['a mouse report, SGR', `${ESC}[<35;10;10M${ESC}[<0;10;10m`],
		['a mouse report, urxvt', `${ESC}[32;10;10M`],
		['a mouse report, X10', `${ESC}[M !!`],
		['a mouse report, X10, far to the right', [0x1b, 0x5b, 0x4d, 0x20, 0xf0, 0xe1]],
		['a focus report', `${ESC}[I${ESC}[O`],
		['8-bit controls: device attributes, a background colour', '\u009b?62;22c\u009d11;rgb:0/0/0\u009c'],
		['8-bit controls as single bytes', [0x9b, 0x3f, 0x36, 0x32, 0x63]],
		['a key that Kitty has no character for', `${ESC}[57358u`],
		['an invalid code point', `${ESC}[1114112u${ESC}[55296u`],
		['a sequence with far too many parameters', `${ESC}[${'1;'.repeat(500)}A`],
		['a key with far too many parameters', `${ESC}[3${';1'.repeat(40)}~${ESC}O${'1'.repeat(90)}A`],
		['an overlong text of a key', `${ESC}[0;;97${':97'.repeat(40)}u`],
		['Super, Hyper and Meta with a letter', `${ESC}[97;9u${ESC}[97;17u${ESC}[97;33u`],
		['control characters by their code points', `${ESC}[128u${ESC}[133u${ESC}[7u`],
		['a mouse report, X10, beyond its last column', `${ESC}[M \0\0`],
		['a report of a numbered mode', `${ESC}[4;2$y`],
		['a string terminator without a string', `${ESC}\\`],
		['bytes that are not UTF-8', [0xff, 0xc0, 0xe2, 0x28 + 0x80, 0xf5]],
	])('are dropped as a whole: %s', (_, sequence) => {
		expect(decode(sequence)).toEqual([]);
		expect(decode(sequence, 'j')).toEqual(['j']);
	});
});

describe('Ctrl-C', () => {
	it.each([
		['twice in a row', '\u0003\u0003', ['ctrl+c', 'ctrl+c']],
		['after a key', 'j\u0003', ['j', 'ctrl+c']],
		['after a number', '12\u0003', ['1', '2', 'ctrl+c']],
		['after Escape', `${ESC}\u0003`, ['ctrl+c']],
		['within a sequence', `${ESC}[1;\u0003`, ['ctrl+c']],
		['with Alt, in every form', `${ESC}[99;7u${ESC}\u0003`, ['ctrl+c', 'ctrl+c']],
		['with Shift, in every form', `${ESC}[99;6u${ESC}[27;6;67~`, ['ctrl+c', 'ctrl+c']],
		['on a Cyrillic keyboard, sent without its Latin letter', `${ESC}[1089;5u${ESC}[27;5;1089~`, ['ctrl+c', 'ctrl+c']],
		['within a reply', `${ESC}]11;rgb\u0003`, ['ctrl+c']],
		['within a mouse report', `${ESC}[M \u0003`, ['ctrl+c']],
		['within a paste', `${ESC}[200~one\u0003two`, ['paste:one', 'ctrl+c', 'paste:two']],
		['as a Kitty sequence within a paste', `${ESC}[200~one${ESC}[99;5u`, ['paste:one', 'ctrl+c']],
	])('is a key %s', (_, sequence, keys) => {
		expect(decode(sequence)).toEqual(keys);
	});

	it('is a key after any bytes', () => {
		fc.assert(
			fc.property(NOISE, (before) => {
				expect(decode([...before, 3]).at(-1)).toBe('ctrl+c');
			}),
			{ numRuns: rounds(2000) },
		);
	});
});

describe('Escape', () => {
	it('waits for more bytes, and is a key if none follow', () => {
		const decoder = createInputDecoder();
		expect(decoder.push(bytesOf(ESC))).toEqual([]);
		expect(decoder.waitMs).toBeGreaterThanOrEqual(50);
		expect(decoder.waitMs).toBeLessThanOrEqual(100);
		expect(format(decoder.flush())).toEqual(['escape']);
		expect(decoder.waitMs).toBeNull();
	});

	it('pressed twice is two keys, and one key before another sequence', () => {
		expect(decode(`${ESC}${ESC}`)).toEqual(['escape', 'escape']);
		expect(decode(`${ESC}${ESC}${ESC}[A`)).toEqual(['escape', 'alt+up']);
		expect(decode(`${ESC}${ESC}b`)).toEqual(['escape', 'alt+b']);
	});

	it('starts an arrow key whose rest arrives later, wherever it is split', () => {
		expect(decode(ESC, '[B')).toEqual(['down']);
		expect(decode(`${ESC}[`, 'B')).toEqual(['down']);
		expect(decode(`${ESC}[1`, ';2', 'C')).toEqual(['shift+right']);
	});

	it('leaves nothing of an incomplete sequence after a flush', () => {
		for (const introducer of ['[', 'O', '[1;5', ']11;rgb', 'P', '[M!', '[<35;1']) {
			const decoder = createInputDecoder();
			expect(decoder.push(bytesOf(`${ESC}${introducer}`))).toEqual([]);
			expect(decoder.waitMs).not.toBeNull();
			expect(decoder.flush()).toEqual([]);
			expect(format(decoder.push(bytesOf('j')))).toEqual(['j']);
		}
	});

	it('ends an unterminated reply, as Enter does', () => {
		expect(decode(`${ESC}]11;rgb:`, `${ESC}[B`)).toEqual(['down']);
		expect(decode(`${ESC}]11;rgb:\rj`)).toEqual(['enter', 'j']);
	});

	it('is not a key when it ends a reply whose last byte is late', () => {
		const decoder = createInputDecoder();
		decoder.push(bytesOf(`${ESC}]11;rgb:0/0/0${ESC}`));
		expect(decoder.waitMs).toBeGreaterThan(500);
		expect(decoder.push(bytesOf('\\'))).toEqual([]);
		expect(format(decoder.push(bytesOf('j')))).toEqual(['j']);
	});

	it('is kept before a reply', () => {
		expect(decode(`${ESC}${ESC}]11;rgb:0/0/0\u0007`)).toEqual(['escape']);
	});

	it('does not add Alt to a key after invalid UTF-8', () => {
		expect(decode([0x1b, 0xff], 'j')).toEqual(['j']);
		expect(decode([0x1b, 0xe2], 'j')).toEqual(['j']);
	});

	it('is dropped by a reset, like half a sequence or character, while a paste continues', () => {
		const decoder = createInputDecoder();
		for (const half of [[0x1b, 0x5b, 0x31], [0xe6, 0xbc], [0x1b]]) {
			decoder.push(bytesOf(half));
			decoder.reset();
			expect(decoder.waitMs).toBeNull();
			expect(format(decoder.push(bytesOf('j')))).toEqual(['j']);
		}
		decoder.push(bytesOf(`${ESC}[200~one `));
		decoder.reset();
		expect(format(decoder.push(bytesOf(`two${ESC}[201~`)))).toEqual(['paste:one two']);
	});
});

describe('a paste', () => {
	const paste = (text: string): string => `${ESC}[200~${text}${ESC}[201~`;

	it.each([
		['text, lines and tabs', 'one\ttwo\r\n3 é漢', 'one\ttwo\r\n3 é漢'],
		['characters that are commands', 'qjx', 'qjx'],
		['without the colours of a log', `two${ESC}[0m ${ESC}[1;31mthree${ESC}(B`, 'two three'],
		['without link addresses', `${ESC}]8;;https://a.example${ESC}\\link${ESC}]8;;\u0007.`, 'link.'],
		['without control characters other than white space', 'a\u0000b\u0007c\bd\u007fe', 'abcde'],
		['with brackets', 'see [3], [m] and [201~', 'see [3], [m] and [201~'],
		['with the line after an unterminated sequence', `${ESC}]0;title\nnext`, '\nnext'],
		['without 8-bit controls', '“fine” \u009d”', '“fine” ”'],
		['without keypad sequences', `a${ESC}OPb`, 'ab'],
	])('is a single text: %s', (_, text, expected) => {
		expect(decode(paste(text))).toEqual([`paste:${expected}`]);
	});

	it('comes between the keys before and after it', () => {
		expect(decode(`j${paste('q')}k`)).toEqual(['j', 'paste:q', 'k']);
		expect(decode(paste(''))).toEqual([]);
	});

	it('arrives in pieces when slow, and ends only at its end mark', () => {
		const decoder = createInputDecoder();
		expect(decoder.push(bytesOf(`${ESC}[200~one `))).toEqual([]);
		expect(decoder.waitMs).not.toBeNull();
		expect(decoder.flush()).toEqual([{ type: 'paste', text: 'one ' }]);
		expect(decoder.waitMs).toBeNull();
		expect(decoder.push(bytesOf(`two${ESC}`))).toEqual([]);
		expect(decoder.flush()).toEqual([{ type: 'paste', text: 'two' }]);
		expect(format(decoder.push(bytesOf('[201~q')))).toEqual(['q']);
	});

	it('ends after Escape and silence if its end mark was lost', () => {
		const decoder = createInputDecoder();
		decoder.push(bytesOf(`${ESC}[200~one`));
		expect(format(decoder.flush())).toEqual(['paste:one']);
		decoder.push(bytesOf(ESC));
		expect(decoder.waitMs).toBeGreaterThan(500);
		expect(decoder.flush()).toEqual([]);
		expect(format(decoder.push(bytesOf('q')))).toEqual(['q']);
	});

	it('does not start at an 8-bit mark', () => {
		expect(decode('\u009b200~q')).toEqual(['q']);
	});

	it('keeps a byte order mark', () => {
		expect(decode(paste('\ufeffa'))).toEqual(['paste:\ufeffa']);
	});

	it('is complete for any content and any split', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 60 });
		const colours = fc.constantFrom('', `${ESC}[31m`, `${ESC}[0;38;5;214m`, `${ESC}(B`);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(text, colours), { maxLength: 6 }),
				fc.array(fc.nat(), { maxLength: 8 }),
				(parts, cuts) => {
					const stream = bytesOf(`x${paste(parts.flat().join(''))}y`);
					const kept = parts.map(([part]) => part.replace(/[^\P{Cc}\t\r\n]/gu, '')).join('');
					expect(decodeSplit(stream, cuts)).toEqual(['x', ...(kept === '' ? [] : [`paste:${kept}`]), 'y']);
				},
			),
			{ numRuns: rounds(500) },
		);
	});
});

const NAMES =
	/^(?:ctrl\+)?(?:alt\+)?(?:shift\+)?(?:up|down|left|right|begin|home|end|insert|delete|pageup|pagedown|f\d+|enter|tab|backspace|escape|space|.)$|^paste:/su;

describe('a stream of inputs', () => {
	const piece = fc.constantFrom(...PIECES);

	it('decodes to the inputs of its pieces in order, however it is split', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 10 }), (pieces, cuts) => {
				const between = pieces.flatMap(([stream, keys]) => [[stream, keys] as const, ['k', ['k']] as const]);
				const stream = bytesOf(between.map(([part]) => part).join(''));
				expect(decodeSplit(stream, cuts)).toEqual(between.flatMap(([, keys]) => keys));
			}),
			{ numRuns: rounds(500) },
		);
	});

	it('decodes to the same inputs however it is split, for any bytes', () => {
		fc.assert(
			fc.property(NOISE, fc.array(fc.nat(), { maxLength: 12 }), (bytes, cuts) => {
				const whole = decode(bytes);
				expect(decodeSplit(Buffer.from(bytes), cuts)).toEqual(whole);
				for (const name of whole) expect(name).toMatch(NAMES);
			}),
			{ numRuns: rounds(12_000) },
		);
	});

	it('yields no character from a sequence that is not a key', () => {
		const sequence = fc
			.tuple(
				fc.constantFrom('', '', '<', '=', '>', '?', '['),
				fc.stringMatching(/^[\d;:]{0,12}$/),
				fc.stringMatching(/^[ -/]{0,2}$/),
				fc.integer({ min: 0x40, max: 0x7e }).map((code) => String.fromCharCode(code)),
			)
			.filter(([, , , final]) => final !== 'u' && final !== '_')
			.filter(([prefix, parameters, , final]) => final !== '[' || prefix !== '' || parameters !== '')
			.filter(([prefix, parameters, between, final]) => `${prefix}${parameters}${between}${final}` !== 'M')
			.filter(([, parameters, , final]) => final !== '~' || !/^(?:27;|200$)/.test(parameters))
			// `$` ends a key of rxvt, and the rest is a separate key.
			.filter(([prefix, parameters, between]) => !/^[235678]\$/.test(`${prefix}${parameters}${between}`));
		fc.assert(
			fc.property(sequence, (parts) => {
				for (const name of decode(`${ESC}[${parts.join('')}`)) expect([...name].length).toBeGreaterThan(1);
			}),
			{ numRuns: rounds(5000) },
		);
		const string = fc.tuple(fc.constantFrom(']', 'P', '_', '^', 'X'), fc.string({ unit: 'grapheme-ascii' }));
		fc.assert(
			fc.property(string, ([introducer, body]) => {
				expect(decode(`${ESC}${introducer}${body}${ESC}\\`)).toEqual([]);
			}),
			{ numRuns: rounds(500) },
		);
	});
});

/**
 * Finds the typed characters in a stream of ASCII bytes without pastes in a second way: deletes everything that belongs
 * to a sequence.
 */
function typedCharacters(stream: string): string {
	const sequences = [
		'\\[M[\\0\\x20-\\x7f]{3}', // X10 mouse
		'\\[[235678]\\$', // rxvt
		'\\[(?:\\[|(?!\\[))[\\x20-\\x3f]*[@-~]',
		'\\[(?:\\[|(?!\\[))[\\x20-\\x3f]*(?=[\\0-\\x1f\\x7f]|$)', // broken off
		'O[\\d;]*[\\x20-\\x7e]?',
		'[PX\\]^_][^\\x03\\x07\\x0a\\x0d\\x18\\x1a\\x1b]*(?:[\\x07\\x18\\x1a]|(?=[\\x03\\x0a\\x0d\\x1b])|$)',
		'[\\x20-\\x7e]?',
	];
	return stream.replace(new RegExp(`\\x1b+(?:${sequences.join('|')})`, 'g'), '\u0000').replace(/[^\u0020-\u007e]/g, '');
}

describe('random noise', () => {
	it('decodes to the same characters as a second implementation', () => {
		const { uniform } = seeded(13);
		// Introducers are more frequent than in pure noise, so that most bytes are in a sequence. The second implementation
		// does not support `~`, with which pastes start, and sequences that are characters, so these are left out.
		const alphabet = `${ESC}${ESC}${ESC}[[[OP]0123;;?<$ABCZabchiz\u0003\u0007\u0018\u0000\u007f\r!/`;
		for (let round = 0; round < rounds(8_000); round++) {
			const length = 1 + Math.floor(uniform() * 60);
			const noise = Array.from({ length }, () => alphabet[Math.floor(uniform() * alphabet.length)]).join('');
			const stream = uniform() < 0.3 ? `${noise}${ESC}[M!!!${noise}` : noise;
			const read = decode(stream).filter((name) => [...name].length === 1);
			expect([stream, read.join('')]).toEqual([stream, typedCharacters(stream)]);
		}
	});

	it('never yields an unnamed key, and does not affect later keys', () => {
		const { uniform } = seeded(31);
		const decoder = createInputDecoder();
		for (let read = 0; read < rounds(8_000); read++) {
			const bytes = Uint8Array.from({ length: 1 + Math.floor(uniform() * 50) }, () => Math.floor(uniform() * 256));
			for (const name of format(decoder.push(bytes))) expect(name).toMatch(NAMES);
		}
		decoder.flush();
		expect(format(decoder.push(bytesOf('j')))).toEqual(['j']);
	});
});

it('an endless paste is returned in pieces', () => {
	const decoder = createInputDecoder();
	const pieces = [Buffer.from('\u001b[200~'), ...Array.from({ length: 9 }, () => Buffer.alloc(1_000_000, 'x'))];
	const lengths = pieces.flatMap((piece) =>
		decoder.push(piece).map((input) => (input.type === 'paste' ? input.text.length : 0)),
	);
	expect(lengths).toEqual([4_000_000, 4_000_000]);
});
