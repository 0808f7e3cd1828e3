import { describe, expect, it } from 'vitest';
import { parseProse } from '../../../src/app/markdown.js';
import { bareLesson, LESSON, replaceInLesson } from './base.js';
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
			number: null,
			title: 'Two lanes',
			part: 'The opening',
			minutes: 4,
			scenario: 'desk',
			start: 'all-small',
			own: 'as it is',
			teaches: ['O0', 'O1'],
			revisits: ['F1'],
			blocks: [
				{
					kind: 'prose',
					...text('Everything rides the [small lane](term:small-lane) now, and {{resolution}} were resolved before.'),
				},
				{
					kind: 'evidence',
					after: null,
					states: [{ moment: null, change: {}, title: null }],
					artifact: true,
					parts: ['segments', 'verdict'],
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
					after: null,
					ask: 'All strong, {{resolution @baseline}} are resolved. And now?',
					about: { kind: 'metric', metric: 'resolution', segment: 'refund' },
					state: null,
					change: {},
					hides: [{ figure: 'resolution', segment: 'refund' }],
					checks: [],
				},
				{
					kind: 'reveal',
					after: 'how-many',
					...text('It is **{{resolution refund @all-small}}**,\nand [here](https://example.org/why) is why.'),
				},
				{
					kind: 'predict',
					id: 'which-first',
					after: null,
					ask: 'Which lane fails first?',
					about: { kind: 'choice', choices: ['the small one', 'the strong one', 'both at once'], answer: 1 },
					state: 'mended',
					change: { 'segments.faq.routedSmall': 0.9 },
					hides: [],
					checks: [],
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
					checks: [],
				},
				{ kind: 'prose', ...text('That was {{silent refund @all-small vs own}} of it.') },
				{
					kind: 'workbench',
					after: null,
					parts: [],
					inputs: ['segments.refund.routedSmall', 'threshold'],
					figures: [{ figure: 'saving', segment: null }],
				},
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
		const markdown = '````text\n```evidence\nshow: [nothing]\n```\n````';
		expect(loadLessonDocument(withBody(markdown)).blocks).toEqual([{ kind: 'prose', ...text(markdown) }]);
	});

	it('includes an indented fence', () => {
		const markdown = '- A list:\n\n  ```text\n  evidence\n  ```';
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
			kinds(
				withBody(
					'```evidence\nshow: [rows]\n```\n```evidence\nshow: [curve]\n```\n\n```workbench\ninputs: [threshold]\n```',
				),
			),
		).toEqual(['evidence', 'evidence', 'workbench']);
		expect(kinds(withBody('One.\n```evidence\nshow: [rows]\n```\nTwo.\n'))).toEqual(['prose', 'evidence', 'prose']);
	});

	it('may be fenced by more than three backticks', () => {
		expect(kinds(withBody('````evidence\nshow: [rows]\n````\n'))).toEqual(['evidence']);
	});

	it('of the kind evidence show the start of the lesson, and only what they name', () => {
		expect(loadLessonDocument(withBody('```evidence\nshow: [rows]\n```')).blocks).toEqual([
			{
				kind: 'evidence',
				after: null,
				states: [{ moment: 'all-small', change: {}, title: null }],
				artifact: false,
				parts: ['rows'],
				figures: [],
			},
		]);
	});

	it('of the kind evidence have a column for each state, week or baseline, under its title', () => {
		const fields = 'states: [baseline, own, mended, 31]\ntitles: [a, b, c, d]\nfigures: [cost]';
		expect(loadLessonDocument(withBody(`\`\`\`evidence\n${fields}\n\`\`\``)).blocks[0]).toMatchObject({
			states: [
				{ moment: 'baseline', title: 'a' },
				{ moment: null, title: 'b' },
				{ moment: 'mended', title: 'c' },
				{ moment: 31, title: 'd' },
			],
		});
	});

	it('of the kind reveal wait for the question before them, or for the one they name', () => {
		const question = (id: string): string => `\`\`\`predict\nid: ${id}\nask: How much?\nmetric: cost\n\`\`\`\n`;
		const reveal = (after: string): string => `\`\`\`reveal\n${after}text: So much.\n\`\`\`\n`;
		const { blocks } = loadLessonDocument(
			withBody(question('one') + reveal('') + question('two') + reveal('after: one\n') + reveal('')),
		);
		expect(blocks.flatMap((block) => (block.kind === 'reveal' ? [block.after] : []))).toEqual(['one', 'one', 'two']);
	});

	it('of the kind evidence show the state that the question asks about for which they wait', () => {
		const question =
			'```predict\nid: one\nask: How much?\nmetric: cost\nstate: mended\nchange: { threshold: 0.1 }\n```\n';
		const evidence = '```evidence\nafter: one\ntitles: [Mended]\nfigures: [cost]\n```\n';
		expect(loadLessonDocument(withBody(question + evidence)).blocks[1]).toMatchObject({
			after: 'one',
			states: [{ moment: 'mended', change: { threshold: 0.1 }, title: 'Mended' }],
		});
	});

	it('of the kind predict hide what they ask for, and what they name', () => {
		const text = replaceInLesson('answer: 1\n', 'answer: 1\nhides: [handoff, silent refund]\n');
		expect(loadLessonDocument(text).blocks[5]).toMatchObject({
			hides: [
				{ figure: 'handoff', segment: null },
				{ figure: 'silent', segment: 'refund' },
			],
		});
	});

	it('of the kind predict may ask about the scenario’s own state', () => {
		const text = replaceInLesson(
			'state: mended\nchange: { segments.faq.routedSmall: 0.9 }\n',
			'state: own\nchange: { threshold: 0.1 }\n',
		);
		expect(loadLessonDocument(text).blocks[5]).toMatchObject({
			state: 'own',
			change: { threshold: 0.1 },
		});
	});

	it('of the kind predict and challenge name the facts that they check', () => {
		const text = replaceInLesson('answer: 1\n', 'answer: 1\nchecks: [O2, S4]\n').replace(
			'after: No refund rides small.\n',
			'after: No refund rides small.\nchecks: [W1]\n',
		);
		const checks = loadLessonDocument(text).blocks.flatMap((block) => ('checks' in block ? [block.checks] : []));
		expect(checks).toEqual([[], ['O2', 'S4'], ['W1']]);
	});

	it('of the kind score count the lessons that they name, or else their own', () => {
		const scoreOf = (body: string) => loadLessonDocument(bareLesson(body)).blocks;
		expect(scoreOf('```score\nof: [short, two-lanes]\n```\n')).toEqual([{ kind: 'score', of: ['short', 'two-lanes'] }]);
		expect(scoreOf('```score\n```\n')).toEqual([{ kind: 'score', of: ['short'] }]);
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

describe('the number of a lesson', () => {
	it.each([
		['12-two-lanes.md', 12],
		['00-two-lanes.md', 0],
		['7-two-lanes.md', 7],
		['lessons/01-book/03-two-lanes.md', 3],
		['lessons\\03-two-lanes.md', 3],
		['two-lanes.md', null],
		['01-book/two-lanes.md', null],
		['03.md', null],
		['two-03-lanes.md', null],
	])('of the file %s is %s', (file, number) => {
		expect(loadPlacedLesson(LESSON, file).document.number).toBe(number);
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
