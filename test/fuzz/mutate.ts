import type { Random } from '../support/random.js';

/** What breaks readers: marks of the formats, numbers as people and machines write them, characters that are not shown. */
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
const below = (random: Random, end: number): number => Math.floor(random.uniform() * end);

/** Text with one to four changes: in values, in lines, in characters, or with a piece of another text in it. */
export function mutated(text: string, others: readonly string[], random: Random): string {
	let changed = text;
	for (let i = 1 + below(random, 4); i > 0; i--) changed = oneChange(changed, others, random);
	return changed.slice(0, LONGEST);
}

const LONGEST = 200_000;

function oneChange(text: string, others: readonly string[], random: Random): string {
	switch (below(random, 7)) {
		case 0:
		case 1:
			return withNumber(text, random);
		case 2:
			return withValue(text, others, random);
		case 3:
			return withLines(text, random);
		case 4:
			return spliced(text, pick(random, NASTY) ?? '', random);
		case 5:
			return spliced(text, pieceOf(pick(random, others) ?? '', random), random);
		default:
			return random.chance(0.3) ? text.slice(0, below(random, text.length + 1)) : spliced(text, '', random);
	}
}

/** One number scaled, or replaced: most texts still load, with other figures. */
function withNumber(text: string, random: Random): string {
	const numbers = [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])/g)];
	const found = pick(random, numbers);
	if (!found) return text;
	const value = Number(found[0]);
	const scaled = [value * 10, value / 10, value * (1 + random.normal() / 10), -value, 0, 1, value + 1, value * 1e6];
	const instead = random.chance(0.8) ? String(pick(random, scaled)) : (pick(random, NASTY) ?? '');
	return `${text.slice(0, found.index)}${instead}${text.slice(found.index + found[0].length)}`;
}

/** What comes after a colon or an equals sign replaced by something nasty, or by what another text has there. */
function withValue(text: string, others: readonly string[], random: Random): string {
	const values = [...text.matchAll(VALUE)];
	const found = pick(random, values);
	if (!found) return text;
	const other = pick(random, [...(pick(random, others) ?? '').matchAll(VALUE)])?.[0] ?? '';
	const instead = random.chance(0.5) ? (pick(random, NASTY) ?? '') : other;
	return `${text.slice(0, found.index)}${instead}${text.slice(found.index + found[0].length)}`;
}

const VALUE = /(?<=[:=] ?)[^\s,{}[\]:=][^\n,{}[\]]*/g;

function withLines(text: string, random: Random): string {
	const lines = text.split('\n');
	const [from, to] = [below(random, lines.length), below(random, lines.length + 1)];
	const [line = ''] = random.chance(0.6) ? lines.splice(from, 1) : [lines[from]];
	if (random.chance(0.6)) lines.splice(to, 0, random.chance(0.3) ? `  ${line}` : line);
	return lines.join('\n');
}

function spliced(text: string, piece: string, random: Random): string {
	const at = below(random, text.length + 1);
	return `${text.slice(0, at)}${piece}${text.slice(at + below(random, 8))}`;
}

function pieceOf(text: string, random: Random): string {
	const at = below(random, text.length + 1);
	return text.slice(at, at + below(random, 200));
}
