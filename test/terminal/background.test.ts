import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backgroundOf, canAskBackground, parseBackground } from '../../src/terminal/background.js';
import { createInputDecoder } from '../../src/terminal/input-decoder.js';
import { rounds } from '../support/effort.js';

const ESC = '\u001b';

describe('parseBackground', () => {
	it.each([
		['11;rgb:0000/0000/0000', 'dark'],
		['11;rgb:1d1d/2020/2727', 'dark'],
		['11;rgb:2e/34/40', 'dark'],
		['11;rgb:ffff/ffff/ffff', 'light'],
		['11;rgb:fd/f6/e3', 'light'],
		['11;rgb:f/f/f', 'light'],
		['11;rgba:fafa/fafa/fafa/ffff', 'light'],
		['11;#ffffff', 'light'],
		['11;#1d1d20202727', 'dark'],
		// A strong blue is dark, a strong green is light.
		['11;rgb:0000/0000/ffff', 'dark'],
		['11;rgb:0000/ffff/0000', 'light'],
	])('reads %s as %s', (reply, background) => {
		expect(parseBackground(reply)).toBe(background);
	});

	it.each([
		'',
		'11;',
		'11;?',
		'10;rgb:0/0/0',
		'11;rgb:0/0',
		'11;rgb:0/0/0/0/0',
		'11;rgb:00000/0/0',
		'11;#ff',
		'11;white',
	])('does not read %j', (reply) => {
		expect(parseBackground(reply)).toBeNull();
	});
});

describe('backgroundOf', () => {
	it.each([
		['15;0', 'dark'],
		['15;default;0', 'dark'],
		['0;15', 'light'],
		['0;7', 'light'],
		['12;8', 'dark'],
		['0;default', null],
		['15', null],
		['', null],
		['0;99', null],
	])('reads COLORFGBG=%s as %s', (COLORFGBG, background) => {
		expect(backgroundOf({ COLORFGBG })).toBe(background);
	});

	it('knows nothing without COLORFGBG', () => {
		expect(backgroundOf({})).toBeNull();
	});
});

it('terminals that would print the question are not asked', () => {
	for (const TERM of ['', 'dumb', 'linux', 'vt100', 'vt220', 'cons25', 'ansi', 'unknown'])
		expect(`${TERM} ${canAskBackground({ TERM })}`).toBe(`${TERM} false`);
	for (const TERM of [
		'xterm',
		'xterm-256color',
		'tmux-256color',
		'screen',
		'alacritty',
		'foot',
		'rxvt-unicode-256color',
	])
		expect(`${TERM} ${canAskBackground({ TERM })}`).toBe(`${TERM} true`);
});

/** Stands for a silence that is longer than any wait of the decoder. */
const SILENCE = Symbol('silence');

/** Decodes what a terminal sends, and returns names of keys and, as `=dark`, what it told about its background. */
function decode(...stream: readonly (string | typeof SILENCE)[]): string[] {
	const seen: string[] = [];
	const decoder = createInputDecoder((background) => seen.push(`=${background}`));
	for (const part of stream) {
		const inputs = part === SILENCE ? decoder.flush() : decoder.push(Buffer.from(part));
		seen.push(...inputs.map((input) => (input.type === 'key' ? input.name : `paste:${input.text}`)));
	}
	return seen;
}

/** Puts a silence into a text at each of these places. */
function withSilences(text: string, places: readonly number[]): (string | typeof SILENCE)[] {
	return Array.from(text).flatMap((character, at) => (places.includes(at) ? [SILENCE, character] : [character]));
}

const REPLIES = [
	[`${ESC}]11;rgb:ffff/ffff/ffff${ESC}\\`, '=light'],
	[`${ESC}]11;rgb:1e1e/1e1e/2e2e\u0007`, '=dark'],
	[`${ESC}]11;rgba:0000/0000/0000/ffff${ESC}\\`, '=dark'],
	[`${ESC}]11;#fafafa\u0007`, '=light'],
] as const;

describe('the reply about the background', () => {
	it.each(REPLIES)('%j tells it, and yields no key', (reply, told) => {
		expect(decode(reply)).toEqual([told]);
		expect(decode(`j${reply}k`).sort()).toEqual([told, 'j', 'k']);
	});

	it('as 8-bit controls tells it too', () => {
		expect(decode('\u009d11;rgb:0/0/0\u009c')).toEqual(['=dark']);
	});

	it('is taken out of the keys whole, with silences of any length between its parts', () => {
		const keys = fc.array(fc.constantFrom('j', '1', 'a', ']', ';', '/', '\r', `${ESC}[A`), { maxLength: 4 });
		const namesOf = (typed: readonly string[]): readonly string[] =>
			typed.map((key) => (key === '\r' ? 'enter' : key === `${ESC}[A` ? 'up' : key));
		// Within its start only one: characters that come one by one, each after a silence, are keys.
		const early = fc.option(fc.integer({ min: 2, max: 4 }), { nil: 9 });
		const late = fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 6 });
		fc.assert(
			fc.property(keys, fc.constantFrom(...REPLIES), early, late, keys, (before, [reply, told], one, more, after) => {
				const seen = decode(...before, ...withSilences(reply, [one, ...more]), ...after);
				expect(seen.filter((name) => name.startsWith('='))).toEqual([told]);
				expect(seen.filter((name) => !name.startsWith('='))).toEqual([...namesOf(before), ...namesOf(after)]);
			}),
			{ numRuns: rounds(2000) },
		);
	});

	it('yields no character even if its ESC came so early that it counts as Escape', () => {
		for (const [reply, told] of REPLIES)
			for (const places of [[1], [1, 6], [1, 9, 15, 20]])
				expect(decode(...withSilences(reply, places), 'j')).toEqual(['escape', told, 'j']);
	});

	it('in a paste is text', () => {
		const [reply] = REPLIES[0];
		expect(decode(`${ESC}[200~a${reply}b${ESC}[201~`)).toEqual(['paste:ab']);
	});

	it('that is about another colour tells nothing', () => {
		expect(decode(`${ESC}]10;rgb:ffff/ffff/ffff${ESC}\\`, `${ESC}]4;11;rgb:ff/ff/ff\u0007`, 'j')).toEqual(['j']);
	});

	it('whose end is lost does not swallow the next key that is no part of one', () => {
		expect(decode(`${ESC}]11;rgb:ff`, SILENCE, 'j')).toEqual(['j']);
		expect(decode(`${ESC}]11;rgb:ff`, SILENCE, '\r')).toEqual(['enter']);
		expect(decode(`${ESC}]11;rgb:ff`, SILENCE, '\u0003')).toEqual(['ctrl+c']);
		expect(decode(`${ESC}]11;rgb:ff`, SILENCE, `${ESC}[A`)).toEqual(['up']);
		expect(decode(`${ESC}]11;rgb:ff`, SILENCE, ESC, SILENCE, 'j')).toEqual(['escape', 'j']);
	});

	it('is not taken for Alt-] and what is typed after it, nor for Escape and ]', () => {
		const typed = ['1', '1', ';', 'r', 'f', 'j'];
		const slowly = typed.flatMap((key) => [key, SILENCE] as const);
		expect(decode(`${ESC}]`, SILENCE, 'x')).toEqual(['x']);
		expect(decode(`${ESC}]`, SILENCE, ...slowly)).toEqual(typed);
		expect(decode(ESC, SILENCE, ']', SILENCE, ...slowly)).toEqual(['escape', ']', ...typed]);
		expect(decode(ESC, SILENCE, ']', '1', 'x')).toEqual(['escape', ']', '1', 'x']);
	});
});
