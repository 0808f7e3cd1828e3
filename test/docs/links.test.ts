import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../build/reference/page.js';

const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md', 'docs'], { encoding: 'utf8' })
	.split('\n')
	.filter((file) => /^(?:[^/]+|docs\/.+)\.md$/.test(file));

/** Returns the text of a page without code blocks. */
const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '');

const anchorsOf = (file: string): readonly string[] =>
	[...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading.replaceAll('`', '')));

describe('a link', () => {
	it.each(pages)('of %s leads to a file, and to a heading in it', (file) => {
		const targets = [...textOf(file).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
			([, link, source]) => link ?? source ?? '',
		);
		const broken = targets.filter((target) => {
			if (/^[a-z]+:/.test(target)) return false;
			const [path = '', anchor] = target.split('#');
			const to = path === '' ? file : normalize(join(dirname(file), path));
			return !existsSync(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor));
		});
		expect(broken).toEqual([]);
	});
});

it('every page of docs is in its index', () => {
	const index = textOf('docs/README.md');
	const missing = pages.filter((file) => /^docs\/[^/]+$/.test(file) && file !== 'docs/README.md');
	expect(missing.filter((file) => !index.includes(`](${file.replace('docs/', '')})`))).toEqual([]);
});
