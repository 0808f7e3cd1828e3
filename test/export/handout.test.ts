import { createHash } from 'node:crypto';
import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { parseProse } from '../../src/app/markdown.js';
import type { LessonBlock, LessonDocument } from '../../src/content/index.js';
import { HANDOUT_FORMATS, type HandoutFormat } from '../../src/export/formats.js';
import { renderHandout } from '../../src/export/handout.js';
import { HANDOUT_STYLES } from '../../src/export/handout-stylesheet.js';
import { html } from '../../src/export/html-template.js';
import { proseHtml } from '../../src/export/prose-html.js';
import { STYLESHEET_HASH } from '../../src/export/stylesheet.js';
import { HOSTILE_TEXTS } from '../support/hostile.js';
import { inlineTypes } from '../support/markdown-shape.js';
import { shippedScenario } from '../support/shipped.js';
import { shippedLesson } from '../support/shipped-lesson.js';
import { textOf } from './review/page-tables.js';

const render = (lesson: LessonDocument, format: HandoutFormat, answers = false, width = 88): string =>
	renderHandout(
		{ lesson, document: shippedScenario(lesson.scenario), isShipped: true, number: 7, answers },
		format,
		width,
	);
const countOf = (part: string | RegExp, text: string): number => text.split(part).length - 1;

const questionCount = ({ blocks }: LessonDocument, kind: 'metric' | 'choice'): number =>
	blocks.filter((block) => block.kind === 'predict' && block.about.kind === kind).length;
const challengeCount = ({ blocks }: LessonDocument): number => blocks.filter(({ kind }) => kind === 'challenge').length;

/** Returns a page as text: without its footer, and without captions that only documents have. */
const pageText = (page: string): string =>
	textOf(
		page
			.slice(page.indexOf('<body>'), page.indexOf('<footer>'))
			.replace(/(<table class="(?!artifact)[^"]*">\n)<caption>.*<\/caption>/g, '$1')
			.replace(/<\/(?:td|th)>/g, ' '),
	);
/** Returns the numbers in a text, sorted, so that the order in which a format prints its parts does not matter. */
const numbersIn = (text: string): readonly string[] => (text.match(/\d(?:[\d,.]*\d)?/g) ?? []).sort();

const DOTS = /\.{40}/;

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the handout of %s', (_, lesson) => {
	it.each(HANDOUT_FORMATS)(
		'has room for every guess and every challenge as %s, and none beside the answers',
		(format) => {
			const blanks = questionCount(lesson, 'metric') + challengeCount(lesson);
			expect(countOf(DOTS, render(lesson, format))).toBe(blanks);
			expect(countOf(DOTS, render(lesson, format, true))).toBe(0);
			const choices = lesson.blocks.flatMap((block) =>
				block.kind === 'predict' && block.about.kind === 'choice' ? block.about.choices : [],
			);
			expect(countOf('[ ]', render(lesson, format))).toBe(choices.length);
			expect(countOf('[ ]', render(lesson, format, true))).toBe(0);
		},
	);

	it.each([false, true])('has the same numbers in every format (with answers: %s)', (answers) => {
		// Wide enough for all columns.
		const text = numbersIn(render(lesson, 'text', answers, 200));
		expect(text.length).toBeGreaterThan(10);
		expect(numbersIn(pageText(render(lesson, 'html', answers)))).toEqual(text);
		// A zero-width space keeps `#12` from becoming a link.
		const markdown = render(lesson, 'md', answers).replace(/\\(?=\W)|&#8203;/g, '');
		expect(numbersIn(markdown.replace(/\]\(https?:[^)]*\)/g, ']'))).toEqual(text);
	});

	it('has no line of text wider than it may be, with the answers too', () => {
		for (const line of render(lesson, 'text', true, 88).split('\n')) expect(line.length, line).toBeLessThanOrEqual(88);
	});
});

describe('the workbench on paper', () => {
	it('has room for what is tried, and the command that computes it', () => {
		const text = render(shippedLesson('pressure-transfer'), 'text');
		expect(text).toMatch(/FAQ answer +86\.5% +0\.0% +\.{8}\n/);
		expect(text).toMatch(/saving +0\.0% +\.{8} +≥ 75\.0%/);
		expect(text.replace(/\s+┃?\s*/g, ' ')).toContain(
			'dispatch-board report week-31 --state all-strong --set segments.faq.routedSmall=VALUE',
		);
		expect(text.replace(/\s+/g, ' ')).toContain('On paper: ? is what a guess asks for');
	});

	it('has its figures in the leader’s edition', () => {
		const text = render(shippedLesson('pressure-transfer'), 'text', true);
		expect(text).toMatch(/FAQ answer +86\.5% +0\.0% +0\.0%/);
		expect(text).not.toMatch(/On paper|dispatch-board report/);
	});
});

describe('blanks', () => {
	const lesson = shippedLesson('what-moves-first');

	it('are no emphasis, rule or link in Markdown, and readable where it is not rendered', () => {
		const markdown = render(lesson, 'md');
		expect(markdown).toContain(`\n> your guess: ${'.'.repeat(40)}\n`);
		expect(markdown).toContain('\n> [ ] 1  the share of requests sent to the small model\n');
		expect(markdown).not.toContain('\\_');
		const questions = markdown.split('\n').filter((line) => line.startsWith('> '));
		expect(
			[...inlineTypes(questions.join('\n'))].filter((type) => /^(?:em|strong|hr|link|checkbox)$/.test(type)),
		).toEqual([]);
	});

	it('are a line to write on in HTML, with the dots in it', () => {
		expect(render(lesson, 'html')).toContain(`your guess: </span><span class="blank">${'.'.repeat(40)}</span></p>`);
	});
});

describe('the leader’s edition', () => {
	it.each(HANDOUT_FORMATS)('says so as %s, and has a solution of each challenge beside it', (format) => {
		const lesson = shippedLesson('shape-repair-loop');
		const page = render(lesson, format, true);
		expect(page).toContain('Lesson 7 · Leader’s edition with answers');
		expect(render(lesson, format)).not.toMatch(/leader’s edition/i);
		expect([countOf('a solution: ', page), countOf('once solved: ', page)]).toEqual([2, 2]);
		expect(page.indexOf('a solution: ')).toBeLessThan(page.lastIndexOf('CHALLENGE'));
	});
});

describe('the page of a handout', () => {
	it('allows its two stylesheets and nothing else', () => {
		const { css, hash } = HANDOUT_STYLES;
		expect(hash).toBe(`sha256-${createHash('sha256').update(css).digest('base64')}`);
		const page = render(shippedLesson('the-bill-fell'), 'html');
		expect(page).toContain(
			`content="default-src 'none'; style-src '${STYLESHEET_HASH}' '${hash}'; base-uri 'none'; form-action 'none'"`,
		);
		expect(page).toContain(`<style>${css}</style>`);
		expect(page.match(/\s(?:src|href|style|on\w+)=/g)).toBeNull();
	});

	it('keeps questions, tables and drawings on one sheet of paper', () => {
		expect(HANDOUT_STYLES.css).toMatch(/\.ruled\{[^}]*break-inside:avoid/);
		expect(HANDOUT_STYLES.css).toMatch(/@media print\{[\s\S]*\.scroll,pre,blockquote\{break-inside:avoid\}/);
		const page = render(shippedLesson('classify-first'), 'html', true);
		expect(countOf('<div class="scroll"', page)).toBe(countOf('<table', page));
		expect(page).toMatch(/<div class="live">(?:(?!<\/div>)[\s\S])*<pre>/);
	});

	it('names every table that scrolls', () => {
		for (const lesson of lessons)
			expect(render(lesson, 'html', true)).not.toMatch(/aria-label=""|<caption><span><\/span>/);
	});

	it.each(HOSTILE_TEXTS)('has the elements of an ordinary one when every text is %j', (text) => {
		// As prose such a text is Markdown, which may have links and headings of its own; there it is code.
		const quiet = renderHandout(hostileInput('quiet'), 'html');
		const page = renderHandout(hostileInput(text), 'html');
		const elements = (markup: string) => markup.replaceAll('<wbr>', '').match(/<\/?[a-z][a-z0-9]*/gi);
		expect(elements(page)).toEqual(elements(quiet));
		const attributes = (markup: string) => new Set(markup.match(/\s[a-z-]+="/gi));
		expect(attributes(page)).toEqual(attributes(quiet));
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
		expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
	});
});

/** Returns a handout in which every text of the lesson and its artifact is `text`. */
function hostileInput(text: string) {
	const document = shippedScenario('week-31');
	const blocks: readonly LessonBlock[] = [
		{ kind: 'prose', markdown: text, blocks: [{ kind: 'verbatim', lines: [text] }] },
		{ kind: 'evidence', after: null, states: [], artifact: true, parts: [], figures: [] },
		{
			kind: 'predict',
			id: 'first',
			after: null,
			ask: text,
			about: { kind: 'choice', choices: [text, text], answer: 1 },
			state: null,
			change: {},
			hides: [],
			checks: [],
		},
		{ kind: 'reveal', after: 'first', markdown: text, blocks: [{ kind: 'verbatim', lines: [text] }] },
		{ kind: 'challenge', id: 'last', goal: text, conditions: [], hints: [text], solution: {}, after: text, checks: [] },
	];
	const lesson = { ...shippedLesson('the-bill-fell'), title: text, part: text, blocks };
	const artifact = { title: text, columns: [text, text], rows: [[text, 1]] };
	return { lesson, document: { ...document, source: text, artifact }, isShipped: false, number: null, answers: true };
}

describe('prose as HTML', () => {
	const proseText = (markdown: string): string => proseHtml(parseProse(markdown)).text.replaceAll('\n', '');

	it.each([
		['a *b* **c** `d` ~~e~~', '<p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>'],
		['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
		['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
		['- [x] a', '<ul><li>[x] a</li></ul>'],
		['- a\n  - b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
		['# a', '<h2>a</h2>'],
		['> a', '<blockquote><p>a</p></blockquote>'],
		['a  \nb', '<p>a<br>b</p>'],
		['---', '<hr>'],
		['```\na <b>\n```', '<pre>a &lt;b&gt;</pre>'],
		['<b onclick="x()">a</b>', '<p>&lt;b onclick=&quot;x()&quot;&gt;a&lt;/b&gt;</p>'],
		['[a](https://example.org/?a=1&b="x")', '<p><a href="https://example.org/?a=1&amp;b=&quot;x&quot;">a</a></p>'],
		['[a](javascript:alert(1))', '<p>a (javascript:alert(1))</p>'],
		['[a](lesson:the-rule)', '<p>a</p>'],
		['![a](https://example.org/x.png)', '<p><a href="https://example.org/x.png">a</a></p>'],
	])('%j', (markdown, expected) => {
		expect(proseText(markdown)).toBe(expected);
	});

	it('has the cells of a table, figures to the right', () => {
		expect(proseText('| a | b |\n|---|--:|\n| <c> | 1 |')).toContain(
			'<thead><tr><th scope="col" class="words">a</th><th scope="col" class="figure">b</th></tr></thead><tbody><tr><td class="words">&lt;c&gt;</td><td class="figure">1</td></tr></tbody>',
		);
	});

	it('escapes hostile texts wherever they are', () => {
		for (const text of HOSTILE_TEXTS) {
			const quiet = html`${proseHtml([{ kind: 'paragraph', tight: false, spans: [{ kind: 'text', text: 'a' }] }])}`;
			const made = proseHtml([{ kind: 'paragraph', tight: false, spans: [{ kind: 'text', text }] }]);
			expect(made.text.match(/<[^>]*>/g)).toEqual(quiet.text.match(/<[^>]*>/g));
		}
	});
});
