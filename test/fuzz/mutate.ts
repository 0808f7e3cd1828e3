import type { Random } from '../support/random.js';

/** Text that breaks parsers: syntax of the formats, numbers in unusual spellings, invisible characters. */
const NASTY: readonly string[] = [
	...['"', "'", '{', '}', '[', ']', '|', '||', '>', '- ', ': ', ', ', '# ', '? ', '&a ', '*a', '<<: ', '!!map '],
	...['---\n', '...\n', '%YAML 1.1\n', '\n', '\r\n', '\r', '\t', '  ', '```', '\n```live\n', '{{', '}}', '{{cost}}'],
	...['null', '~', 'true', 'yes', 'off', 'strong', 'on', 'none', '__proto__', 'constructor', 'toString', 'length'],
	...['0', '-0', '-1', '1', '0.5', '84%', '101%', '0,25', '1,200', '1.200,5', '1_000', '1 000', '0x1f', '1e3', "'1e3'"],
	...['1e308', '-1e308', '1e999', '5e-324', '.inf', '.nan', 'NaN', 'Infinity', '9007199254740993', '１２', '½', '$3'],
	...['\u00a0', '\u200b', '\u202e', '\ufeff', '\u00ad', '\u2028', '\ud800', '\0', '\u001b[31m', '\u009b', '漢', '👩‍👧'],
];

const pick = <T>(random: Random, items: readonly T[]): T | undefined =>
	items[Math.floor(random.uniform() * items.length)];
const randomBelow = (random: Random, end: number): number => Math.floor(random.uniform() * end);

/**
 * Makes one to four random changes to a text: in values, lines or characters, or by inserting a piece of another text.
 */
export function mutate(text: string, others: readonly string[], random: Random): string {
	let result = text;
	for (let i = 1 + randomBelow(random, 4); i > 0; i--) result = mutateOnce(result, others, random);
	return result.slice(0, MAX_LENGTH);
}

const MAX_LENGTH = 200_000;

function mutateOnce(text: string, others: readonly string[], random: Random): string {
	switch (randomBelow(random, 7)) {
		case 0:
		case 1:
			return withNumber(text, random);
		case 2:
			return withValue(text, others, random);
		case 3:
			return withLines(text, random);
		case 4:
			return splice(text, pick(random, NASTY) ?? '', random);
		case 5:
			return splice(text, pieceOf(pick(random, others) ?? '', random), random);
		default:
			return random.chance(0.3) ? text.slice(0, randomBelow(random, text.length + 1)) : splice(text, '', random);
	}
}

/** Scales or replaces one number; most texts still load, with other figures. */
function withNumber(text: string, random: Random): string {
	const numbers = [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])/g)];
	const match = pick(random, numbers);
	if (!match) return text;
	const value = Number(match[0]);
	const scaled = [value * 10, value / 10, value * (1 + random.normal() / 10), -value, 0, 1, value + 1, value * 1e6];
	const replacement = random.chance(0.8) ? String(pick(random, scaled)) : (pick(random, NASTY) ?? '');
	return `${text.slice(0, match.index)}${replacement}${text.slice(match.index + match[0].length)}`;
}

/** Replaces a value after a colon or equals sign by nasty text, or by a value of another text. */
function withValue(text: string, others: readonly string[], random: Random): string {
	const values = [...text.matchAll(VALUE)];
	const match = pick(random, values);
	if (!match) return text;
	const other = pick(random, [...(pick(random, others) ?? '').matchAll(VALUE)])?.[0] ?? '';
	const replacement = random.chance(0.5) ? (pick(random, NASTY) ?? '') : other;
	return `${text.slice(0, match.index)}${replacement}${text.slice(match.index + match[0].length)}`;
}

const VALUE = /(?<=[:=] ?)[^\s,{}[\]:=][^\n,{}[\]]*/g;

function withLines(text: string, random: Random): string {
	const lines = text.split('\n');
	const [from, to] = [randomBelow(random, lines.length), randomBelow(random, lines.length + 1)];
	const [line = ''] = random.chance(0.6) ? lines.splice(from, 1) : [lines[from]];
	if (random.chance(0.6)) lines.splice(to, 0, random.chance(0.3) ? `  ${line}` : line);
	return lines.join('\n');
}

function splice(text: string, piece: string, random: Random): string {
	const at = randomBelow(random, text.length + 1);
	return `${text.slice(0, at)}${piece}${text.slice(at + randomBelow(random, 8))}`;
}

function pieceOf(text: string, random: Random): string {
	const at = randomBelow(random, text.length + 1);
	return text.slice(at, at + randomBelow(random, 200));
}
