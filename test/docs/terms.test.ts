import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';

const PAGE = readFileSync('docs/terms.md', 'utf8');

/** Words that no reader should see, from the last column of the table, and the two wrong spellings of an amount. */
const FORBIDDEN: readonly string[] = [
	...PAGE.split('\n')
		.filter((line) => /^\| (?!name |-)/.test(line))
		.flatMap((line) => (line.split('|')[3] ?? '').split(','))
		.map((word) => word.trim())
		.filter(Boolean),
	'USD #',
	'# USD',
];

const PATTERNS = FORBIDDEN.map((word) => ({
	word,
	pattern: new RegExp(`(?<![\\w.$-])${word.replace('#', '[\\d.,]*\\d').replaceAll(' ', '\\s+')}(?![\\w-])`, 'gi'),
}));

/** Text that a reader sees, and where it stands. */
interface Place {
	readonly at: string;
	readonly text: string;
}

/** Returns `FILE:LINE: WORD` for every forbidden word. */
const violations = (places: readonly Place[]): readonly string[] =>
	places.flatMap(({ at, text }) =>
		PATTERNS.filter(({ pattern }) => text.match(pattern)).map(({ word }) => `${at}: ${word}`),
	);

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => ending.test(name))
		.map((name) => join(folder, name).replaceAll('\\', '/'))
		.sort();

/** Removes what is no text: code, targets of links, filled-in figures, and fields that hold ids. */
const withoutIds = (line: string): string =>
	/^\s*(?:- )?(?:id|state|after|start|match|figures?|hides|metric|slices|links?|checks):/.test(line)
		? ''
		: line
				.replace(/<[^>]*>|`[^`]*`|\]\([^)]*\)|\{\{[^}]*\}\}|\[[\w, |]*\](?=$|\})/g, ' ')
				.replace(/\bmetric: \w+/g, ' ')
				.replace(/^(\s*(?:- )?)[\w-]+:(?= |$)/, '$1');

/** Returns the lines of files in Markdown and YAML. */
const linesOf = (files: readonly string[]): readonly Place[] =>
	files.flatMap((file) =>
		readFileSync(file, 'utf8')
			.replace(/^```[\s\S]*?^```/gm, (code) => (file.startsWith('lessons') ? code : code.replace(/[^\n]/g, '')))
			.split('\n')
			// A term of two words may be broken between two lines.
			.map((line, i, all) => ({
				at: `${file}:${i + 1}`,
				text: `${withoutIds(line)} ${withoutIds(all[i + 1] ?? '')
					.trimStart()
					.split(' ', 1)}`,
			})),
	);

/** Returns the strings of a source file that can be words for a reader, which have a space. */
function literalsOf(file: string): readonly Place[] {
	const code = readFileSync(file, 'utf8');
	const found: Place[] = [];
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, start = 0, value, tail } = node as { type?: string; start?: number; value?: unknown; tail?: boolean };
		const cooked = type === 'TemplateElement' ? (value as { cooked: string }).cooked : value;
		if ((type === 'TemplateElement' || type === 'Literal') && typeof cooked === 'string' && /\s/.test(cooked)) {
			// A value stands between the pieces of a template: `USD ${price}` is an amount.
			const text = (tail === false ? `${cooked}0` : cooked).replace(/`[^`]*`/g, ' ');
			found.push({ at: `${file}:${code.slice(0, start).split('\n').length}`, text });
		}
		for (const child of Object.values(node)) visit(child);
	};
	visit(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file).body);
	return found;
}

/** Returns the descriptions of the schema. */
function descriptionsOf(file: string): readonly Place[] {
	const found: Place[] = [];
	JSON.parse(readFileSync(file, 'utf8'), (key: string, value: unknown) => {
		if (key === 'description' || key === 'title')
			found.push({ at: `${file} “${String(value).slice(0, 40)}”`, text: String(value) });
		return value;
	});
	return found;
}

/** Frames of screens at 80 and 120 columns, reports, exports and lists, as recorded; lessons are read from their files. */
const RECORDED = [
	...filesIn('test/net/screens/frames', /^(?!lessons).*\.txt$/),
	...filesIn('test/net/outputs', /^(?!lesson\.|scenarios|progress).*\.(?:text|md|html)$/),
];

const PLACES: Readonly<Record<string, () => readonly Place[]>> = {
	lessons: () => linesOf(filesIn('lessons', /\.md$/)),
	scenarios: () => linesOf(filesIn('scenarios', /\.ya?ml$/)),
	drills: () => linesOf(filesIn('drills', /\.ya?ml$/)),
	docs: () =>
		linesOf(
			[...filesIn('docs', /\.md$/), 'README.md', 'CONTRIBUTING.md'].filter(
				(file) => !/terms|decisions|scenarios/.test(file),
			),
		),
	'the schema': () => filesIn('schema', /\.json$/).flatMap(descriptionsOf),
	'messages, labels, help and glossary': () => filesIn('src', /\.tsx?$/).flatMap(literalsOf),
	'screens and reports': () => linesOf(RECORDED),
};

describe('a word that stands for a thing with another name', () => {
	it('is in the list', () => {
		expect(FORBIDDEN.length).toBeGreaterThan(20);
		expect(FORBIDDEN).toContain('dial');
	});

	it.each([
		'the dial goes up',
		'Dials are off',
		'a request sent\nsmall',
		'it costs USD 0.5 a call',
		'saves 24 USD a week',
	])('is found in “%s”', (text) => {
		expect(violations([{ at: 'here', text }])).toHaveLength(1);
	});

	it.each(['a dialog', 'slices-of-life', 'Prices in USD per call', 'the total costs'])(
		'is not seen in “%s”',
		(text) => {
			expect(violations([{ at: 'here', text }])).toEqual([]);
		},
	);

	it.each(Object.keys(PLACES))('is nowhere in %s', (kind) => {
		const places = PLACES[kind]?.() ?? [];
		expect(places.length).toBeGreaterThan(10);
		expect(violations(places)).toEqual([]);
	});
});

it('a negative number has a true minus on every screen and in every report', () => {
	const hyphens = RECORDED.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.flatMap((line, i) =>
				/(?<![\w-])-\$?\d/.test(line) && !/--set|--baseline|^#+|^@media/.test(line)
					? [`${file}:${i + 1}: ${line.trim()}`]
					: [],
			),
	);
	expect(hyphens).toEqual([]);
});
