import { describe, expect, it } from 'vitest';
import { parseProse } from '../../../src/app/markdown.js';
import { LESSON, replaceInLesson } from './base.js';
import { loadLessonDocument, loadPlacedLesson } from './load-helpers.js';

/** Builds a lesson with LESSON's head and another body. */
const withBody = (body: string): string => `${LESSON.slice(0, LESSON.indexOf('\n---\n', 4))}\n---\n${body}`;
const kinds = (text: string): readonly string[] => loadLessonDocument(text).blocks.map(({ kind }) => kind);
const prose = (text: string): readonly string[] =>
	loadLessonDocument(text).blocks.flatMap((block) => (block.kind === 'prose' ? [block.markdown] : []));

/** Returns the expected fields of a Markdown text. */
const text = (markdown: string) => ({ markdown, blocks: parseProse(markdown) });

describe('a valid lesson', () => {
	it('loads as its head and its blocks, in file order', () => {
		expect(loadLessonDocument(LESSON)).toEqual({
			id: 'two-lanes',
			title: 'Two lanes',
			part: 'The opening',
			minutes: 4,
			scenario: 'desk',
			start: 'all-small',
			teaches: ['O0', 'O1'],
			revisits: ['F1'],
			blocks: [
				{
					kind: 'prose',
					...text('Everything rides the [small lane](term:small-lane) now, and {{resolution}} were resolved before.'),
				},
				{
					kind: 'live',
					after: null,
					artifact: true,
					parts: ['segments', 'verdict'],
					inputs: ['segments.refund.routedSmall', 'threshold'],
					figures: [
						{ figure: 'resolution', segment: null },
						{ figure: 'silent', segment: 'refund' },
					],
				},
				{
					kind: 'prose',
					...text('Guess first, at [the same desk](scenario:desk), as in [this lesson](lesson:two-lanes).'),
				},
				{
					kind: 'predict',
					id: 'how-many',
					ask: 'All strong, {{resolution @baseline}} are resolved. And now?',
					about: { kind: 'metric', metric: 'resolution', segment: 'refund' },
					state: null,
					change: {},
				},
				{
					kind: 'reveal',
					after: 'how-many',
					...text('It is **{{resolution refund @all-small}}**,\nand [here](https://example.org/why) is why.'),
				},
				{
					kind: 'predict',
					id: 'which-first',
					ask: 'Which lane fails first?',
					about: { kind: 'choice', choices: ['the small one', 'the strong one', 'both at once'], answer: 1 },
					state: 'mended',
					change: { 'segments.faq.routedSmall': 0.9 },
				},
				{ kind: 'reveal', after: 'which-first', ...text('Never the strong one.') },
				{ kind: 'prose', ...text('```text\nfaq -> small\n```') },
				{
					kind: 'challenge',
					id: 'bring-it-back',
					goal: 'Bring resolution back to within two points of all strong.',
					conditions: [
						{
							kind: 'bound',
							figure: 'resolution',
							segment: null,
							atLeast: -0.02,
							atMost: null,
							against: { moment: 'baseline', as: 'difference' },
						},
						{ kind: 'input', path: 'segments.faq.routedSmall', atLeast: 0.5, atMost: null },
					],
					hints: ['Look at [refunds](term:segment) first.', 'Send every refund strong, and half of FAQ.'],
					solution: { 'segments.refund.override': 'strong', 'segments.faq.routedSmall': 0.5 },
					after: 'No refund rides small.',
				},
				{ kind: 'prose', ...text('That was {{silent refund @all-small vs own}} of it.') },
			],
		});
	});

	it('gets defaults for start, teaches and revisits', () => {
		const head = '---\nid: short\ntitle: Short\npart: The opening\nminutes: 1\nscenario: desk\n---\n';
		expect(loadLessonDocument(head)).toMatchObject({ start: null, teaches: [], revisits: [], blocks: [] });
	});

	it('may have spaces at the end of fence lines', () => {
		expect(loadLessonDocument(LESSON.replaceAll('```\n', '```  \n').replaceAll('---\n', '--- \n'))).toEqual(
			loadLessonDocument(LESSON.replace('small\n```', 'small\n```  ')),
		);
	});

	it('may be bytes, with a byte order mark', () => {
		expect(loadLessonDocument(new TextEncoder().encode(`\ufeff${LESSON}`))).toEqual(loadLessonDocument(LESSON));
	});

	it('is the same with CRLF line ends', () => {
		expect(loadLessonDocument(LESSON.replaceAll('\n', '\r\n'))).toEqual(loadLessonDocument(LESSON));
	});
});

describe('prose', () => {
	it('is kept as Markdown, including blank lines inside it', () => {
		const markdown = '# A heading\n\n- one\n- *two*\n\n> A quote, and `code`.\n\n1. Three';
		expect(prose(withBody(`\n\n${markdown}\n\n\n`))).toEqual([markdown]);
	});

	it('keeps its figure references, even several on one line', () => {
		const markdown =
			'From {{resolution @baseline}} to {{ resolution refund @all-small vs baseline }}, in {{cost @30}}.';
		expect(prose(withBody(markdown))).toEqual([markdown]);
	});

	it.each(['', 'text', 'sh', 'json', 'yaml', 'console'])('includes a code fence with the info word “%s”', (info) => {
		const markdown = `Before.\n\n\`\`\`${info}\nid: no block\n---\n\`\`\`\n\nAfter.`;
		expect(prose(withBody(markdown))).toEqual([markdown]);
		expect(kinds(withBody(markdown))).toEqual(['prose']);
	});

	it('includes a block inside a longer fence as code', () => {
		const markdown = '````text\n```live\nshow: [nothing]\n```\n````';
		expect(loadLessonDocument(withBody(markdown)).blocks).toEqual([{ kind: 'prose', ...text(markdown) }]);
	});

	it('includes an indented fence', () => {
		const markdown = '- A list:\n\n  ```text\n  live\n  ```';
		expect(loadLessonDocument(withBody(markdown)).blocks).toEqual([{ kind: 'prose', ...text(markdown) }]);
	});

	it('may contain a line ---', () => {
		expect(prose(withBody('One.\n\n---\n\nTwo.'))).toEqual(['One.\n\n---\n\nTwo.']);
	});

	it.each(['```text\nsee[faq](x)\n```', 'Write `[a](b)` for a link.'])(
		'does not check links in code: %j',
		(markdown) => {
			expect(prose(withBody(markdown))).toEqual([markdown]);
		},
	);

	it.each(['http://localhost:8080/a?b=c#d', 'https://example.org', 'term:auc', 'scenario:bare', 'lesson:not-yet'])(
		'may link to %s',
		(target) => {
			expect(prose(withBody(`[There](${target}).`))).toEqual([`[There](${target}).`]);
		},
	);
});

describe('blocks', () => {
	it('may follow each other directly, without empty prose between them', () => {
		expect(
			kinds(withBody('```live\nshow: [rows]\n```\n```live\nshow: [curve]\n```\n\n```live\ninputs: [threshold]\n```')),
		).toEqual(['live', 'live', 'live']);
		expect(kinds(withBody('One.\n```live\nshow: [rows]\n```\nTwo.\n'))).toEqual(['prose', 'live', 'prose']);
	});

	it('may be fenced by more than three backticks', () => {
		expect(kinds(withBody('````live\nshow: [rows]\n````\n'))).toEqual(['live']);
	});

	it('of the kind live show only what they name', () => {
		expect(loadLessonDocument(withBody('```live\nshow: [rows]\n```')).blocks).toEqual([
			{ kind: 'live', after: null, artifact: false, parts: ['rows'], inputs: [], figures: [] },
		]);
	});

	it('of the kind reveal wait for the question before them, or for the one they name', () => {
		const question = (id: string): string => `\`\`\`predict\nid: ${id}\nask: How much?\nmetric: cost\n\`\`\`\n`;
		const reveal = (after: string): string => `\`\`\`reveal\n${after}text: So much.\n\`\`\`\n`;
		const { blocks } = loadLessonDocument(
			withBody(question('one') + reveal('') + question('two') + reveal('after: one\n') + reveal('')),
		);
		expect(blocks.flatMap((block) => (block.kind === 'reveal' ? [block.after] : []))).toEqual(['one', 'one', 'two']);
	});

	it('of the kind live may wait for a question too', () => {
		const text = replaceInLesson('artifact: true\n', '').replace(
			'metric: resolution\nsegment: refund\n```\n',
			(question) => {
				return `${question}\n\`\`\`live\nafter: how-many\nartifact: true\n\`\`\`\n`;
			},
		);
		expect(loadLessonDocument(text).blocks[4]).toMatchObject({ kind: 'live', after: 'how-many', artifact: true });
	});

	it('of the kind predict may ask about the scenario’s own state', () => {
		const text = replaceInLesson(
			'state: mended\nchange: { segments.faq.routedSmall: 0.9 }\n',
			'state: own\nchange: { threshold: 0.1 }\n',
		);
		expect(loadLessonDocument(text.replace('atLeast: -0.02', 'atLeast: -0.0075')).blocks[5]).toMatchObject({
			state: 'own',
			change: { threshold: 0.1 },
		});
	});

	it('of the kind challenge are checked from the lesson’s start state', () => {
		// The scenario's own mix sends less of FAQ small, so from there this would not be a solution.
		const challenge = [
			'```challenge',
			'id: one',
			'goal: Keep FAQ small, and refunds strong.',
			'conditions:',
			'  - { input: segments.faq.routedSmall, atLeast: 1 }',
			'  - { input: segments.refund.override, is: strong }',
			'hints: [Refunds., Override them.]',
			'solution: { segments.refund.override: strong }',
			'after: Done.',
			'```',
		].join('\n');
		expect(kinds(withBody(challenge))).toEqual(['challenge']);
		expect(() => loadLessonDocument(withBody(challenge).replace('start: all-small\n', ''))).toThrow('does not reach');
	});
});

describe('places', () => {
	it('are those of the id, the facts taught, and the links to lessons', () => {
		const { places } = loadPlacedLesson(LESSON);
		const text = ({ start, end }: { start: number; end: number }): string => places.source.text.slice(start, end);
		expect(text(places.id)).toBe('two-lanes');
		expect(places.teaches.map(text)).toEqual(['O0', 'O1']);
		expect(places.links.map((link) => [link.id, text(link)])).toEqual([['two-lanes', 'lesson:two-lanes']]);
	});

	it('include links inside blocks', () => {
		const { places } = loadPlacedLesson(replaceInLesson('Never the strong one.', 'As [told](lesson:told).'));
		const link = places.links.find(({ id }) => id === 'told');
		expect(places.source.text.slice(link?.start, link?.end)).toBe('lesson:told');
	});
});
