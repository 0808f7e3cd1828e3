import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseProse } from '../../src/app/markdown.js';
import { layoutProse } from '../../src/text/blocks.js';
import { width } from '../../src/text/width.js';
import { SHIPPED_IDS, shipped } from '../support/shipped.js';

const render = (source: string, columns: number): string[] => layoutProse(parseProse(source), columns);
const plain = (source: string, columns = 40): string[] =>
	render(source, columns).map((line) => stripVTControlCharacters(line));

describe('prose', () => {
	it('wraps paragraphs to the window, whatever the file’s own line ends', () => {
		expect(plain('one two\nthree four\nfive', 12)).toEqual(['one two', 'three four', 'five']);
		expect(plain('one\ntwo', 12)).toEqual(['one two']);
	});

	it('leaves no raw marks in tight list items, and numbers from where the list starts', () => {
		expect(plain('- a **b** `c`\n- *d*')).toEqual([' • a b c', ' • d']);
		expect(plain('3. x\n4. y')).toEqual([' 3. x', ' 4. y']);
		expect(plain('- [x] done\n- [ ] open')).toEqual(
			[' • [x] done', ' • [ ] open'].map((line) => line.replace('• ', '')),
		);
	});

	it('wraps list items under their text, quotes inside their bar, and text without spaces', () => {
		expect(plain('- one two three four', 14)).toEqual([' • one two', '   three four']);
		for (const line of plain('> a quote that is rather long for its window', 20))
			expect(line.length).toBeLessThanOrEqual(20);
		for (const line of render('返金の異議申し立て返金の異議申し立て返金の異議申し立て', 20))
			expect(width(line)).toBeLessThanOrEqual(20);
	});

	it('draws tables in their room, columns aligned as they say, cells without raw marks', () => {
		const source = '| lane | cost |\n| :--- | ---: |\n| **small** | 1 |\n| `strong` | 20 |';
		expect(plain(source)).toEqual([
			'┌────────┬──────┐',
			'│ lane   │ cost │',
			'├────────┼──────┤',
			'│ small  │    1 │',
			'│ strong │   20 │',
			'└────────┴──────┘',
		]);
		for (const line of plain(`| a | b |\n|---|:-:|\n| ${'word '.repeat(12)}| x |`, 30))
			expect(width(line)).toBeLessThanOrEqual(30);
		expect(plain('| a |\n|:-:|\n| x |\n| long |')[3]).toBe('│  x   │');
	});

	it('shows links of the workbook as words, others with their address', () => {
		expect(plain('see [the slice](lesson:the-slice), a [term](term:auc)', 60)).toEqual(['see the slice, a term']);
		expect(plain('see [there](https://example.org/x)', 60).join()).toMatch(/there.*https:\/\/example\.org\/x/);
	});

	it('keeps code as it is written, and what stands below a list item under it', () => {
		expect(plain('```\nif a:\n    return 1\n```')).toEqual([' if a:', '     return 1']);
		expect(plain('- send this\n  ```\n  route: small\n  ```')).toEqual([' • send this', '    route: small']);
		expect(plain('- said\n  > well')).toEqual([' • said', '   │ well']);
		expect(plain('- one\n  - two\n    - three')).toEqual([' • one', '    • two', '       • three']);
	});

	it('keeps lists in quotes in line, and numbers from zero', () => {
		expect(plain('> - one\n> - two')).toEqual(['│  • one', '│  • two']);
		expect(plain('0. zero\n1. one')).toEqual([' 0. zero', ' 1. one']);
	});

	it('says an address once', () => {
		expect(plain('https://example.org/x', 60)).toEqual(['https://example.org/x']);
		expect(plain('a@b.example', 60)).toEqual(['a@b.example']);
		expect(plain('![](pic.png)', 60)).toEqual(['pic.png']);
	});

	it('gives back what HTML escaping and hidden colons changed', () => {
		expect(plain('a < b & c: "d"')).toEqual(['a < b & c: "d"']);
	});

	it.each(SHIPPED_IDS)('renders the story of %s at every width, no line too wide, no raw markup', (id) => {
		for (const columns of [56, 76, 88]) {
			const lines = plain(shipped(id).story, columns);
			for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
			expect(lines.join('\n')).not.toMatch(/\*\*|`|\*#COLON/);
			expect(shipped(id).story.split(/\s+/).length).toBeGreaterThanOrEqual(40);
		}
	});
});
