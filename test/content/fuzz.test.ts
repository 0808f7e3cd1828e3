import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { loadScenario } from '../../src/content/index.js';
import { scenarioProblems } from '../../src/engine/problems.js';
import { rounds } from '../support/effort.js';
import { BASE } from './base.js';
import { areValidProblems, textsOf } from './problem-checks.js';
import { isSafeToPrint } from './safe-to-print.js';

// Generous, so that a slow machine does not fail.
vi.setConfig({ testTimeout: 60_000 });

const WEEK_31 = readFileSync(new URL('../../scenarios/week-31.yaml', import.meta.url), 'utf8');

/**
 * Returns whether a scenario loads, computable and with printable texts, or is refused with problems that have a place
 * and are printable.
 */
function isSound(input: string | Uint8Array): boolean {
	const loaded = loadScenario(input, 'fuzz\u001b[31m.yaml');
	if (loaded.ok)
		return scenarioProblems(loaded.document.scenario).length === 0 && textsOf(loaded.document).every(isShowable);
	return areValidProblems(loaded.problems);
}

/** Returns whether a text is printable; a story may contain tabs. */
const isShowable = (text: string): boolean => isSafeToPrint(text.replaceAll('\t', ' '));

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
	.concat([
		': ',
		'- ',
		'&a ',
		'*a',
		'!!map ',
		'? ',
		'|',
		'>',
		'# ',
		'---\n',
		'...\n',
		'%YAML 1.1\n',
		'<<: ',
		'\n',
		'  ',
	])
	.concat(['__proto__: ', '"\\e"', 'null', '-1', '1e999', '.nan', '84%', 'share: ', 'id: faq', '0x1f', 'true']);

const piece = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 4 }));
const file = fc.constantFrom(BASE, WEEK_31);

describe('any scenario file loads or is refused with printable problems:', () => {
	it('with inserted text', () => {
		const edits = fc.array(fc.tuple(fc.nat(5_000), fc.nat(6), piece), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(file, edits, (text, changes) => {
				let changed = text;
				for (const [where, cut, insert] of changes) {
					const at = where % (changed.length + 1);
					changed = changed.slice(0, at) + insert + changed.slice(at + cut);
				}
				expect(isSound(changed), JSON.stringify(changed)).toBe(true);
			}),
			{ numRuns: rounds(300) },
		);
	});

	it('with removed, duplicated, swapped or indented lines', () => {
		const edit = fc.tuple(fc.nat(200), fc.nat(200), fc.constantFrom('drop', 'double', 'swap', 'indent', 'outdent'));
		fc.assert(
			fc.property(file, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
				const lines = text.split('\n');
				for (const [a, b, kind] of edits) {
					const i = a % lines.length;
					const j = b % lines.length;
					const line = lines[i] ?? '';
					if (kind === 'drop') lines.splice(i, 1);
					else if (kind === 'double') lines.splice(j, 0, line);
					else if (kind === 'swap') [lines[i], lines[j]] = [lines[j] ?? '', line];
					else lines[i] = kind === 'indent' ? `  ${line}` : line.replace(/^ {2}/, '');
				}
				expect(isSound(lines.join('\n')), lines.join('\n')).toBe(true);
			}),
			{ numRuns: rounds(200) },
		);
	});

	it('truncated anywhere', () => {
		for (let end = 0; end < BASE.length; end += 3) expect(isSound(BASE.slice(0, end)), String(end)).toBe(true);
	});

	it('as random bytes, alone or inserted', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(BASE.length), (bytes, at) => {
				const [before, after] = [BASE.slice(0, at), BASE.slice(at)].map((text) => new TextEncoder().encode(text));
				expect(isSound(bytes)).toBe(true);
				expect(isSound(Uint8Array.from([...(before ?? []), ...bytes, ...(after ?? [])]))).toBe(true);
			}),
			{ numRuns: rounds(150) },
		);
	});

	it('as any JSON value, which is YAML too', () => {
		const key = fc.oneof(
			fc.constantFrom('segments', 'id', 'guardrails', 'weeks', 'set', 'tokens', 'share'),
			fc.string(),
		);
		const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 4 },
				fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null)),
				fc.array(tie('tree'), { maxLength: 4 }),
				fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
			),
		}));
		fc.assert(
			fc.property(tree, (value) => {
				expect(isSound(JSON.stringify(value) ?? '')).toBe(true);
			}),
			{ numRuns: rounds(200) },
		);
	});

	it('with any value in any field', () => {
		const value = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 84, '84%', null, [], {}, [null], [{}], { id: 'faq' }));
		const lines = BASE.split('\n');
		const fields = lines.flatMap((line, i) => (/^[\w -]+:/.test(line) ? [i] : []));
		fc.assert(
			fc.property(fc.constantFrom(...fields), value, (i, replacement) => {
				const changed = [...lines];
				changed[i] = `${lines[i]?.replace(/:.*/, ':')} ${JSON.stringify(replacement)}`;
				expect(isSound(changed.join('\n')), changed.join('\n')).toBe(true);
			}),
			{ numRuns: rounds(300) },
		);
	});
});
