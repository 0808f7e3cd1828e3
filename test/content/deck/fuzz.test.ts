import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDeck } from '../../../src/content/deck/load.js';
import { rounds } from '../../support/effort.js';
import { areValidProblems, textsOf } from '../problem-checks.js';
import { isSafeToPrint } from '../safe-to-print.js';
import { DECK, isLesson } from './base.js';

/**
 * Returns whether a deck loads with printable texts, or is refused with problems that have a place and are printable.
 */
function isSound(input: string | Uint8Array): boolean {
	const loaded = loadDeck(input, 'fuzz\u001b[31m.yaml', isLesson);
	// A model answer may contain tabs.
	if (loaded.ok) return textsOf(loaded.document).every((text) => isSafeToPrint(text.replaceAll('\t', ' ')));
	return areValidProblems(loaded.problems);
}

const NASTY_TEXTS = [
	'\u001b[31m',
	'\u009b',
	'\0',
	'\r',
	'\t',
	'\u202e',
	'\ud800',
	'\ufeff',
	'👩‍👧',
	'漢',
	'"',
	"'",
	'{',
	'[',
	']',
]
	.concat([': ', '- ', '&a ', '*a', '!!map ', '? ', '|', '>', '# ', '---\n', '...\n', '<<: ', '\n', '  '])
	.concat(['__proto__: ', 'constructor', '"\\e"', 'null', '-1', '1e999', '.nan', '84%', 'id: Q1', 'true', '||']);

const text = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 4 }));
const LINES = DECK.split('\n');

describe('any deck loads or is refused with printable problems:', () => {
	it('with inserted text', () => {
		const edits = fc.array(fc.tuple(fc.nat(DECK.length), fc.nat(6), text), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(edits, (changes) => {
				let changed = DECK;
				for (const [at, cut, insert] of changes) changed = changed.slice(0, at) + insert + changed.slice(at + cut);
				expect(isSound(changed), JSON.stringify(changed)).toBe(true);
			}),
			{ numRuns: rounds(300) },
		);
	});

	it('with removed, duplicated or indented lines', () => {
		const edit = fc.tuple(fc.nat(LINES.length - 1), fc.constantFrom('drop', 'double', 'indent', 'outdent'));
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
				const lines = [...LINES];
				for (const [at, kind] of edits) {
					const i = at % lines.length;
					const line = lines[i] ?? '';
					if (kind === 'drop') lines.splice(i, 1);
					else if (kind === 'double') lines.splice(i, 0, line);
					else lines[i] = kind === 'indent' ? `  ${line}` : line.replace(/^ {2}/, '');
				}
				expect(isSound(lines.join('\n')), lines.join('\n')).toBe(true);
			}),
			{ numRuns: rounds(200) },
		);
	});

	it('with any value in any field', () => {
		const value = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 84, '', '|', null, [], {}, [null], [{}], { id: 'Q1' }));
		const fields = LINES.flatMap((line, i) => (/^[\w -]+:/.test(line) ? [i] : []));
		fc.assert(
			fc.property(fc.constantFrom(...fields), value, (i, replacement) => {
				const lines = [...LINES];
				lines[i] = `${LINES[i]?.replace(/:.*/, ':')} ${JSON.stringify(replacement)}`;
				expect(isSound(lines.join('\n')), lines.join('\n')).toBe(true);
			}),
			{ numRuns: rounds(300) },
		);
	});

	it('truncated anywhere', () => {
		for (let end = 0; end < DECK.length; end += 3) expect(isSound(DECK.slice(0, end)), String(end)).toBe(true);
	});

	it('as random bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(isSound(bytes)).toBe(true);
			}),
			{ numRuns: rounds(100) },
		);
	});
});

it('the deck loader refuses an alias bomb', () => {
	const ninefold = (key: string, of: string): string => `${key}: &${key} [${Array(9).fill(of).join(', ')}]`;
	const bomb = ['a', ...'bcdefgh'].map((key, i) => ninefold(key, i === 0 ? 'x' : `*${' abcdefg'[i]}`)).join('\n');
	expect(loadDeck(bomb, 'bomb.yaml', isLesson).ok).toBe(false);
	expect(isSound(bomb)).toBe(true);
});
