import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'test', 'build', 'docs', '*.md'], {
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => /\.(tsx?|mjs|cjs|md)$/.test(file) && file !== 'CHANGELOG.md');
const sources = files
	.filter((file) => !file.endsWith('.md'))
	.map((file) => [file, readFileSync(file, 'utf8')] as const);
const pages = files.filter((file) => file.endsWith('.md')).map((file) => [file, readFileSync(file, 'utf8')] as const);

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm;
/** Name in camelCase. */
const NAME = /(?<![A-Za-z])[a-z]+(?:[A-Z][a-z0-9]*)+/g;

/** Names of other programs. */
const FOREIGN: readonly string[] = ['metaSendsEscape'];

const code = sources.map(([, text]) => text.replace(COMMENT, '')).join('\n');
const known = new Set(code.match(/[A-Za-z_$][\w$]*/g));

/** Returns the names in backticks of a text that are not in the code. */
const strange = (text: string): readonly string[] =>
	[...text.matchAll(/`([^`\n]+)`/g)]
		.flatMap(([, quoted = '']) => (quoted.match(NAME) ?? []).filter((name) => new RegExp(`^${name}\\b`).test(quoted)))
		.filter((name) => !known.has(name) && !FOREIGN.includes(name));

describe('a name in backticks', () => {
	it('in a comment is in the code', () => {
		const wrong = sources.flatMap(([file, text]) =>
			strange((text.match(COMMENT) ?? []).join('\n')).map((name) => `${file}: ${name}`),
		);
		expect(wrong).toEqual([]);
	});

	it('on a page is in the code', () => {
		expect(pages.flatMap(([file, text]) => strange(text).map((name) => `${file}: ${name}`))).toEqual([]);
	});
});

/** The title of a test, and the text that it begins with. */
const TITLE = /\b(?:it|test|describe)(?:\.each\([^\n]*\))?\(\s*'((?:[^'\\]|\\.)*)'/g;

it('a name in the title of a test is in the code', () => {
	// Titles are strings of the code too: a name has to be in more than titles.
	const untitled = new Set(code.replace(TITLE, '').match(/[A-Za-z_$][\w$]*/g));
	const wrong = sources.flatMap(([file, text]) =>
		[...text.matchAll(TITLE)].flatMap(([, title = '']) =>
			(title.match(NAME) ?? []).filter((name) => !untitled.has(name)).map((name) => `${file}: ${name}`),
		),
	);
	expect(wrong).toEqual([]);
});
