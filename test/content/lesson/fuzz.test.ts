import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProse } from '../../../src/app/markdown.js';
import { loadLesson } from '../../../src/content/index.js';
import { rounds } from '../../support/effort.js';
import { areValidProblems, textsOf } from '../problem-checks.js';
import { isSafeToPrint } from '../safe-to-print.js';
import { LESSON, scenarios } from './base.js';

/** Generous, so that a slow machine does not fail. */
const TIMEOUT_MS = 120_000;

/**
 * Returns whether a lesson loads with printable texts, or is refused with problems that have a place and are printable.
 */
function isSound(input: string | Uint8Array): boolean {
	const loaded = loadLesson(input, 'fuzz\u001b[31m.md', scenarios, parseProse);
	// Prose keeps tabs; line ends have their own test.
	if (loaded.ok) return textsOf(loaded.document).every((text) => isSafeToPrint(text.replace(/\t|\r(?=\n)/g, ' ')));
	return areValidProblems(loaded.problems);
}

const NASTY_TEXTS = ['\u001b[31m', '\u009b', '\0', '\r', '\r\n', '\t', '\u202e', '\ud800', '\ufeff', '👩‍👧', '漢']
	.concat(['"', "'", '{', '[', ']', ': ', '- ', '&a ', '*a', '!!map ', '? ', '|', '>', '# ', '<<: ', '\n', '  '])
	.concat([
		'---\n',
		'...\n',
		'```',
		'\n```\n',
		'\n```evidence\n',
		'\n````text\n',
		'{{',
		'}}',
		'{{cost}}',
		'[a](',
		'](b)',
	])
	.concat([
		'lesson:',
		'term:',
		'__proto__: ',
		'constructor',
		'"\\e"',
		'null',
		'-1',
		'1e999',
		'.nan',
		'84%',
		'own',
		'true',
	])
	.concat(['{ verdict: ship }', '{ alarm: cost, inWeek: 30 }', 'against: 30', 'as: ratio', 'check: on', 'segments: ']);

const text = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 6 }));
const LINES = LESSON.split('\n');

describe('any lesson loads or is refused with printable problems:', () => {
	it(
		'with removed, duplicated, moved or replaced lines',
		() => {
			const edit = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'move', 'replace', 'indent'), text);
			fc.assert(
				fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
					const lines = [...LINES];
					for (const [a, b, kind, replacement] of edits) {
						const i = a % lines.length;
						const line = lines[i] ?? '';
						if (kind === 'double') lines.splice(b % lines.length, 0, line);
						else if (kind === 'indent') lines[i] = `  ${line}`;
						else if (kind === 'replace') lines[i] = b % 2 ? replacement : (LINES[b % LINES.length] ?? '');
						else lines.splice(i, 1);
						if (kind === 'move') lines.splice(b % (lines.length + 1), 0, line);
					}
					expect(isSound(lines.join('\n')), lines.join('\n')).toBe(true);
				}),
				{ numRuns: rounds(200) },
			);
		},
		TIMEOUT_MS,
	);

	it(
		'with inserted text',
		() => {
			const edits = fc.array(fc.tuple(fc.nat(LESSON.length), fc.nat(6), text), { minLength: 1, maxLength: 4 });
			fc.assert(
				fc.property(edits, (changes) => {
					let changed = LESSON;
					for (const [at, cut, insert] of changes) changed = changed.slice(0, at) + insert + changed.slice(at + cut);
					expect(isSound(changed), JSON.stringify(changed)).toBe(true);
				}),
				{ numRuns: rounds(200) },
			);
		},
		TIMEOUT_MS,
	);

	it(
		'with any value in any field',
		() => {
			const value = fc.oneof(
				fc.jsonValue(),
				fc.constantFrom(-1, 84, null, [], {}, [null], [{}], 'own', 'segments.faq.share', ['threshold'], {
					check: 'on',
				}),
			);
			const fields = LINES.flatMap((line, i) => (/^[a-z]+:/.test(line) ? [i] : []));
			fc.assert(
				fc.property(fc.constantFrom(...fields), value, (i, replacement) => {
					const lines = [...LINES];
					lines[i] = `${LINES[i]?.replace(/:.*/, ':')} ${JSON.stringify(replacement)}`;
					expect(isSound(lines.join('\n')), lines.join('\n')).toBe(true);
				}),
				{ numRuns: rounds(200) },
			);
		},
		TIMEOUT_MS,
	);

	it(
		'truncated anywhere',
		() => {
			for (let end = 0; end < LESSON.length; end += 11) expect(isSound(LESSON.slice(0, end)), String(end)).toBe(true);
		},
		TIMEOUT_MS,
	);

	it(
		'as random bytes, alone or inserted',
		() => {
			fc.assert(
				fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(LESSON.length), (bytes, at) => {
					const [before, after] = [LESSON.slice(0, at), LESSON.slice(at)].map((part) => new TextEncoder().encode(part));
					expect(isSound(bytes)).toBe(true);
					expect(isSound(Uint8Array.from([...(before ?? []), ...bytes, ...(after ?? [])]))).toBe(true);
				}),
				{ numRuns: rounds(100) },
			);
		},
		TIMEOUT_MS,
	);
});
