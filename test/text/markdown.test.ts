import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProse } from '../../src/app/markdown.js';
import { type Span, textOf } from '../../src/text/line.js';
import type { ProseSpan } from '../../src/text/prose.js';
import { layoutProse } from '../../src/text/prose-layout.js';
import { width, wrap } from '../../src/text/width.js';
import { rounds } from '../support/effort.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';

const plain = (source: string, columns = 40): string[] => layoutProse(parseProse(source), columns).map(textOf);

describe('the layout of Markdown', () => {
	it('wraps paragraphs to the width, ignoring the line breaks of the source', () => {
		expect(plain('one two\nthree four\nfive', 12)).toEqual(['one two', 'three four', 'five']);
		expect(plain('one\ntwo', 12)).toEqual(['one two']);
	});

	it('shows tight list items without raw marks, and numbers from the start of the list', () => {
		expect(plain('- a **b** `c`\n- *d*')).toEqual([' • a b c', ' • d']);
		expect(plain('3. x\n4. y')).toEqual([' 3. x', ' 4. y']);
		expect(plain('- [x] done\n- [ ] open')).toEqual(
			[' • [x] done', ' • [ ] open'].map((line) => line.replace('• ', '')),
		);
	});

	it('wraps list items under their text, quotes next to their bar, and text without spaces', () => {
		expect(plain('- one two three four', 14)).toEqual([' • one two', '   three four']);
		for (const line of plain('> a quote that is rather long for its window', 20))
			expect(line.length).toBeLessThanOrEqual(20);
		for (const line of plain('返金の異議申し立て返金の異議申し立て返金の異議申し立て', 20))
			expect(width(line)).toBeLessThanOrEqual(20);
	});

	it('draws tables inside the width, with aligned columns and without raw marks', () => {
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

	it('shows internal links as text, and others with their address', () => {
		expect(plain('see [the slice](lesson:the-slice), a [term](term:auc)', 60)).toEqual(['see the slice, a term']);
		expect(plain('see [there](https://example.org/x)', 60).join()).toMatch(/there.*https:\/\/example\.org\/x/);
	});

	it('shows code as written, and nested blocks under their list item', () => {
		expect(plain('```\nif a:\n    return 1\n```')).toEqual([' if a:', '     return 1']);
		expect(plain('- send this\n  ```\n  route: small\n  ```')).toEqual([' • send this', '    route: small']);
		expect(plain('- said\n  > well')).toEqual([' • said', '   │ well']);
		expect(plain('- one\n  - two\n    - three')).toEqual([' • one', '    • two', '       • three']);
	});

	it('aligns lists inside quotes, and numbers from zero', () => {
		expect(plain('> - one\n> - two')).toEqual(['│  • one', '│  • two']);
		expect(plain('0. zero\n1. one')).toEqual([' 0. zero', ' 1. one']);
	});

	it('shows an address once when it is its own text', () => {
		expect(plain('https://example.org/x', 60)).toEqual(['https://example.org/x']);
		expect(plain('a@b.example', 60)).toEqual(['a@b.example']);
		expect(plain('![](pic.png)', 60)).toEqual(['pic.png']);
	});

	it('shows special characters and colons unescaped', () => {
		expect(plain('a < b & c: "d"')).toEqual(['a < b & c: "d"']);
	});

	it('gives spans a tone and a style, including those of the enclosing spans', () => {
		const styles = (source: string, columns = 80) =>
			layoutProse(parseProse(source), columns).map((line) => line.filter(({ text }) => text.trim() !== ''));
		expect(styles('a **b *c* `d`** ~~e~~')).toEqual([
			[
				{ text: 'a ' },
				{ text: 'b ', bold: true },
				{ text: 'c', bold: true, italic: true },
				{ text: 'd', bold: true, tone: 'accent' },
				{ text: 'e', struck: true },
			],
		]);
		expect(styles('# A `b`')).toEqual([
			[
				{ text: 'A ', tone: 'title', bold: true },
				{ text: 'b', tone: 'accent', bold: true },
			],
		]);
		expect(styles('> *a*')).toEqual([
			[
				{ text: '│ ', tone: 'dim' },
				{ text: 'a', italic: true },
			],
		]);
		expect(styles('[a](term:b) https://c.example')).toEqual([
			[
				{ text: 'a', tone: 'accent' },
				{ text: 'https://c.example', tone: 'link', underlined: true },
			],
		]);
		expect(styles('| a |\n|---|\n| **b** c |', 20).map((line) => line.filter(({ tone }) => tone !== 'dim'))).toEqual([
			[],
			[{ text: 'a', bold: true }],
			[],
			[{ text: 'b', bold: true }, { text: ' c' }],
			[],
		]);
	});

	it('wraps styled text like plain text, and keeps the style of every character', () => {
		const word = fc.stringMatching(/^[a-z返é]{1,14}$/);
		const span = fc.record({
			kind: fc.constantFrom('text', 'strong', 'code'),
			text: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
			blank: fc.boolean(),
		});
		fc.assert(
			fc.property(
				fc.array(span, { minLength: 1, maxLength: 6 }),
				fc.integer({ min: 10, max: 60 }),
				(parts, columns) => {
					const spans = parts.map(({ kind, text, blank }): ProseSpan => {
						const content = blank ? `${text} ` : text;
						if (kind === 'strong') return { kind, spans: [{ kind: 'text', text: content }] };
						return { kind: kind as 'text' | 'code', text: content };
					});
					const whole = parts.map(({ text, blank }) => (blank ? `${text} ` : text)).join('');
					const lines = layoutProse([{ kind: 'paragraph', tight: false, spans }], columns);
					expect(lines.map(textOf)).toEqual(wrap(whole, columns));
					const sourceText = (kind: 'strong' | 'code'): string =>
						parts
							.map((part) => (part.kind === kind ? part.text : ''))
							.join('')
							.replaceAll(' ', '');
					const drawnText = (matches: (span: Span) => boolean): string =>
						lines
							.flatMap((line) => line.filter(matches))
							.map(({ text }) => text)
							.join('')
							.replaceAll(' ', '');
					expect(drawnText(({ bold }) => bold === true)).toBe(sourceText('strong'));
					expect(drawnText(({ tone }) => tone === 'accent')).toBe(sourceText('code'));
				},
			),
			{ numRuns: rounds(400) },
		);
	});

	it('shows the bullet of an empty list item', () => {
		expect(plain('- a\n-\n- b')).toEqual([' • a', ' • ', ' • b']);
	});

	it.each(['>'.repeat(200), '> '.repeat(5000), '*'.repeat(5000)])(
		'shows source that is nested too deeply as written',
		(marks) => {
			const source = `${marks}a${marks}`;
			expect(parseProse(source)).toEqual([{ kind: 'verbatim', lines: [source] }]);
		},
	);

	it.each(SHIPPED_IDS)('fits the story of %s into every width, without raw markup', (id) => {
		for (const columns of [56, 76, 88]) {
			const lines = plain(shippedScenario(id).story, columns);
			for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
			expect(lines.join('\n')).not.toMatch(/\*\*|`|\*#COLON/);
			expect(shippedScenario(id).story.split(/\s+/).length).toBeGreaterThanOrEqual(40);
		}
	});
});
