import { describe, expect, it } from 'vitest';
import { renderReview } from '../../../src/export/review.js';
import { inlineTypes, shape } from '../../support/markdown-shape.js';
import { markdownTables, pageTables } from './page-tables.js';
import { filledSheet, HOSTILE, reviewInput } from './sheets.js';

const LONG = 'x'.repeat(10_000);
const ordinary = reviewInput(filledSheet((where) => `said of ${where}`));
const hostile = reviewInput(filledSheet((where) => `${where === 'change' ? '# ' : ''}${HOSTILE} ${where} ${LONG}`));

/**
 * Characters that no output may contain: control characters other than line feeds, reordering marks, invisible
 * characters, lone surrogates.
 */
const HIDDEN =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
	/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

describe('the page of a worksheet in which every text is hostile', () => {
	const html = renderReview(hostile, 'html');

	it('has the elements, attributes and tables of an ordinary one', () => {
		const shape = (page: string) => page.replaceAll('<wbr>', '').match(/<\/?[a-z][a-z0-9]*/gi);
		const quiet = renderReview(ordinary, 'html');
		expect(shape(html)).toEqual(shape(quiet));
		const attributes = (page: string) => new Set(page.match(/\s[a-z-]+="/gi));
		expect(attributes(html)).toEqual(attributes(quiet));
		expect(pageTables(html).map(({ columns, rows }) => [columns.length, rows.length])).toEqual(
			pageTables(quiet).map(({ columns, rows }) => [columns.length, rows.length]),
		);
	});

	it('shows the texts escaped', () => {
		expect(/<script|<img|<b |<i |<svg\//i.exec(html)).toBeNull();
		expect(HIDDEN.exec(html)).toBeNull();
		expect(html).toContain('&lt;script&gt;document.title=&quot;hacked&quot;');
		expect(html).toContain('\u241b]0;x\u2407\ufffd31m\u2400 \ufffdesrever\ufffd');
		expect(html).toContain('&amp;lt;b&amp;gt; &amp;amp;');
	});
});

describe('the Markdown of a worksheet in which every text is hostile', () => {
	const markdown = renderReview(hostile, 'md');
	const quiet = renderReview(ordinary, 'md');

	it('has the blocks, inline elements and tables of an ordinary one', () => {
		expect(shape(markdown)).toEqual(shape(quiet));
		expect(inlineTypes(markdown)).toEqual(new Set([...inlineTypes(quiet), 'escape']));
		expect(markdownTables(markdown).map(({ rows }) => rows.map((row) => row.length))).toEqual(
			markdownTables(quiet).map(({ rows }) => rows.map((row) => row.length)),
		);
	});

	it('has no mention, link, reference or hidden character', () => {
		expect(HIDDEN.exec(markdown)).toBeNull();
		// Text in a fence is shown unchanged.
		const outside = markdown.replace(/^```.*?^```$/gms, '');
		expect(outside.match(/<script|<img|<!--/)).toBeNull();
		expect(outside.match(/@\w|\bhttps?:\/\/|\bwww\.|(?<!&)#\d|GH-\d/)).toBeNull();
	});
});

describe('the JSON of a worksheet in which every text is hostile', () => {
	it('has no characters that a terminal interprets, and parses to the same worksheet', () => {
		const json = renderReview(hostile, 'json');
		expect(HIDDEN.exec(json)).toBeNull();
		expect(JSON.parse(json).review.worksheet).toEqual(hostile.worksheet);
	});
});
