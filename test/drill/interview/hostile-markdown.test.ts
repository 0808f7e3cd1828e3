import fc from 'fast-check';
import { Parser } from 'marked';
import { describe, expect, it } from 'vitest';
import { debrief, debriefMarkdown, recordAnswer } from '../../../src/drill/interview/index.js';
import { inlineTypes, shape, tokensOf } from '../../support/markdown-shape.js';
import { MINUTE, NOW, resultOf, start } from './runs.js';

/** Returns the Markdown of a debrief with this text in every place for foreign text. */
function debriefWith(text: string): string {
	let run = start(5);
	run = recordAnswer(
		run,
		resultOf(run, {
			missed: [
				{ text, lesson: 'x' },
				{ text: `${text} again`, lesson: null },
			],
		}),
		NOW + MINUTE,
	);
	const titles = { card: () => text, lesson: () => text };
	return debriefMarkdown(debrief(run, NOW + MINUTE), titles);
}

const renderText = (markdown: string): string =>
	Parser.parse([...tokensOf(markdown)])
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

const PLAIN = debriefWith('plain');

const HOSTILE = [
	'# heading',
	'## heading ##',
	'- item',
	' # after a blank',
	'+ item',
	'* item',
	'1. item',
	'12) item',
	'> quote',
	'---',
	'===',
	'***',
	'```\ncode',
	'~~~ code',
	'~~gone~~',
	'    indented code',
	'\ttabbed',
	'a\n\n# new block\n\n| a | b |\n|---|---|',
	'a\r\n- b\u2028- c',
	'| cell | cell |',
	'**bold** _thin_ `code`',
	'[link](https://example.org "title")',
	'![image](https://example.org/x.png)',
	'[ref]: https://example.org',
	'<b>tag</b><script>alert(1)</script><!-- -->',
	'<!-- never closed',
	'<script>',
	'<https://example.org>',
	'https://example.org/x http://a.b www.example.org a@example.org',
	'&lt;b&gt; &#35; &amp;',
	'\\# \\\\',
	'[x] task',
	'[ ] task',
	'$x$ $$y$$',
	'back\\',
	'`',
	'trailing #',
];

describe('Markdown of a debrief with hostile texts', () => {
	it.each(HOSTILE)('keeps its structure and shows them literally: %j', (text) => {
		const markdown = debriefWith(text);
		expect(shape(markdown)).toEqual(shape(PLAIN));
		expect(inlineTypes(markdown)).toEqual(
			new Set([...inlineTypes(PLAIN), ...intersection(inlineTypes(markdown), ['escape'])]),
		);
		const words = text.replace(/\s+/g, ' ').trim();
		expect(renderText(markdown).split(words)).toHaveLength(renderText(PLAIN).split('plain').length);
		expect(renderText(markdown)).toContain(`${words} again`);
	});

	it('keeps its structure for any text', () => {
		const pieces = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: 'binary' }));
		const text = fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, (hostile) => {
				const markdown = debriefWith(`x${hostile}x`);
				expect(shape(markdown)).toEqual(shape(PLAIN));
				const types = [...inlineTypes(markdown)].filter((type) => type !== 'escape');
				expect(new Set(types)).toEqual(inlineTypes(PLAIN));
				const unquoted = debriefWith(hostile);
				expect(new Set([...inlineTypes(unquoted)].filter((type) => type !== 'escape'))).toEqual(inlineTypes(PLAIN));
			}),
			{ numRuns: 500 },
		);
	});

	it('contains no characters unsafe for a terminal', () => {
		const markdown = debriefWith('a\u001b[2J\u009b31m\u202eb\u0007\u0000\u200e\ud800c');
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
		expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u202a-\u202e\ud800-\udfff]/);
		expect(markdown).toContain('a\ufffd\\[2J\ufffd31m\ufffdb\ufffd\ufffd\ufffd\ufffdc');
	});
});

const intersection = (types: ReadonlySet<string>, names: readonly string[]): readonly string[] =>
	names.filter((name) => types.has(name));
