import { expect, it } from 'vitest';
import { sectionHtml } from '../../src/export/html.js';
import { markdownSection } from '../../src/export/markdown.js';
import { textSection } from '../../src/export/text.js';
import type { Section } from '../../src/present/review/document.js';
import type { TableModel } from '../../src/text/line.js';

const TABLE: TableModel = {
	id: 'lanes',
	title: 'Lanes',
	columns: [
		{ id: 'lane', label: 'lane', align: 'left', width: 6, dropPriority: 0 },
		{ id: 'usd', label: 'USD', align: 'right', width: 6, dropPriority: 0 },
	],
	rows: [{ id: 'small', kind: 'total', cells: ['small', '0.0010'].map((text) => ({ raw: text, text })) }],
	notes: ['per request'],
};

/** A section with one part of every kind. */
const SECTION: Section = {
	id: 'all',
	title: 'Every part',
	parts: [
		{
			kind: 'words',
			sentences: [[{ text: 'first: ', bold: true }, { text: 'a < b' }], [{ text: 'second' }]],
			lines: 0,
		},
		{ kind: 'words', sentences: [[{ text: 'one' }], [{ text: 'two' }]], lines: 0, paragraphs: true },
		{ kind: 'space' },
		{ kind: 'table', table: TABLE, flexible: false },
		{ kind: 'table', table: TABLE, flexible: false, captioned: true },
		{
			kind: 'drawing',
			subject: 'curve',
			draw: () => [[{ text: '┌─┐ ' }], [{ text: '└─┘' }]],
			lines: 2,
			grows: false,
			inputs: [],
		},
		{ kind: 'spare', blocks: [{ kind: 'words', sentences: [[{ text: 'spare' }]], lines: 0 }] },
		{ kind: 'heading', text: 'D1' },
		{ kind: 'facts', facts: [{ label: 'Owner', value: [{ text: 'risk', tone: 'good' }] }] },
		{ kind: 'command', command: "dispatch-board report 'a b'" },
	],
};

it('a section with every kind of part renders as text', () => {
	expect(textSection(SECTION, 60)).toBe(`Every part
----------
 first: a < b
 second
 one
 two

 lane      USD
 small  0.0010
 per request
 Lanes
 lane      USD
 small  0.0010
 per request
┌─┐
└─┘
 spare

 D1
 Owner: risk
 dispatch-board report 'a b'`);
});

it('a section with every kind of part renders as Markdown', () => {
	const table = '| lane | USD |\n| :--- | ---: |\n| **small** | **0.0010** |\n\nper request';
	expect(markdownSection(SECTION).split('\n\n')).toEqual(
		[
			'## Every part',
			'- **first:** a &lt; b\n- second',
			'one',
			'two',
			table,
			'**Lanes**',
			table,
			'```text\n┌─┐\n└─┘\n```',
			'- spare',
			'### D1',
			'- **Owner**: risk',
			"```sh\ndispatch-board report 'a b'\n```",
		].flatMap((part) => part.split('\n\n')),
	);
});

it('a section with every kind of part renders as HTML', () => {
	const bare = sectionHtml(SECTION).text.replace(/<\/?span[^>]*>|(?<=<\w+) [^>]*/g, '');
	const table =
		'<div>\n<table>\n<caption>Lanes</caption>\n<thead><tr><th>lane</th><th>USD</th></tr></thead>\n<tbody>\n<tr><th>small</th><td>0.0010</td></tr>\n</tbody>\n</table>\n</div>\n<p>per request</p>';
	expect(bare).toBe(`<section>
<h2>Every part</h2>
<ul><li><strong>first: </strong>a &lt; b</li><li>second</li></ul>
<p>one</p>
<p>two</p>
${table}
${table}
<pre>┌─┐
└─┘
</pre>
<ul><li>spare</li></ul>
<h3>D1</h3>
<dl>
<div><dt>Owner</dt><dd>risk</dd></div>
</dl>
<pre><code>dispatch-board report &#39;a b&#39;</code></pre>
</section>
`);
});
