import { describe, expect, it } from 'vitest';
import { parseProse } from '../../../src/app/markdown.js';
import { speakProse } from '../../../src/present/speak/prose.js';
import { speakLine } from '../../../src/present/speak/sentences.js';
import { inWords, keysInWords } from '../../../src/present/speak/symbols.js';
import { speakTable } from '../../../src/present/speak/table.js';
import type { Cell, TableModel } from '../../../src/text/line.js';
import { unspeakable, unspokenFigures } from '../../support/spoken.js';

describe('symbols in words', () => {
	it.each([
		['−3.0 pt, ±0.6 pt', 'minus 3.0 points, plus or minus 0.6 points'],
		['resolution ≥ 96.1%, silent ≤ 1.0%', 'resolution at least 96.1%, silent at most 1.0%'],
		['+71.4% ▲', 'plus 71.4% up'],
		['71.4% more ▲ (±17.9)', '71.4% more (plus or minus 17.9)'],
		['84.0% → 50.0%', '84.0% to 50.0%'],
		['weeks 28–33 · 23.9–35.3', 'weeks 28 to 33, 23.9 to 35.3'],
		['×150 and 2.00×', 'times 150 and 2.00 times'],
		['2,833 ms, 10 min', '2,833 milliseconds, 10 minutes'],
		['✗ breached', 'breached'],
		['? unclear', 'unclear'],
		['! goes to the number that bears most on it', 'exclamation mark goes to the number that bears most on it'],
		['n/m', 'not measured'],
		['a lane — the strong one – is dear', 'a lane, the strong one, is dear'],
		['rock+roll, C++ and x-1', 'rock+roll, C++ and x-1'],
	])('%j is %j', (text, words) => {
		expect(inWords(text)).toBe(words);
	});

	it('names keys that are symbols, and says that a letter is a capital', () => {
		expect(keysInWords('], [')).toBe('right bracket, left bracket');
		expect(keysInWords('Ctrl-← → or P')).toBe('Ctrl-left arrow right arrow or capital P');
	});
});

describe('a line as a sentence', () => {
	it.each([
		['ROLL BACK  resolution 94.1%', 'Roll back: resolution 94.1%.'],
		['GUESS  What is it now?', 'Guess: What is it now?'],
		['✓ resolution ≥ 96.1%   now 96.4%', 'Met: resolution at least 96.1%, now 96.4%.'],
		['○ verdict SHIP   now CANARY', 'Not met: verdict SHIP, now CANARY.'],
		['✓ 2  the small one', 'Right answer: 2, the small one.'],
		['✗ 1  the strong one', 'Your answer, wrong: 1, the strong one.'],
		[' › [ ] It names the lane.', 'Not ticked: It names the lane, chosen.'],
		[' ┃ my answer▏', 'Written: my answer.'],
		['The rule     ███░░░  2/7', 'The rule: 2/7.'],
		['   ', ''],
	])('%j is %j', (text, sentence) => {
		expect(speakLine([{ text }])).toBe(sentence);
	});
});

describe('a table in sentences', () => {
	const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ raw: text, text, ...more });
	const column = (label: string) => ({ id: label, label, align: 'right' as const, width: 9, dropPriority: 0 });
	const table: TableModel = {
		id: 't',
		title: 'Segments',
		columns: [
			...['segment', 'small', 'right', 'vs base'].map(column),
			{ ...column('last edit'), id: 'edit' },
			column(''),
		],
		rows: [
			{
				id: 'a',
				kind: 'body',
				cells: [
					cell('FAQ'),
					cell('50.0%', { path: 'a.small', delta: { amount: -0.34, text: '−34.0 pt', isGood: null } }),
					cell('98.4%', { delta: { amount: 0.024, text: '+2.4 pt', isGood: true } }),
					cell('+2.4 pt'),
					cell('+2.4 pt'),
					cell('✓ enough'),
				],
			},
			{
				id: 'b',
				kind: 'body',
				cells: [cell('Refund'), cell('61.0%', { path: 'b.small' }), cell('–'), cell(''), cell(''), cell('? too few')],
			},
		],
		notes: ['right: as observed'],
	};

	it('says once what can be changed, the deltas with their figures, and the notes at the end', () => {
		expect(speakTable(table, { focus: null })).toEqual([
			'Segments, 2 rows.',
			'You can change small.',
			'FAQ: small 50.0%, down 34.0 points from before; right 98.4%, up 2.4 points, better; against the baseline plus 2.4 points, enough.',
			'Refund: small 61.0%; right none, too few.',
			'Right: as observed.',
		]);
	});

	it('says that a figure can be changed if others in its column cannot, and which one has the focus', () => {
		const [first, second] = table.rows;
		if (!first || !second) throw new Error('no rows');
		const mixed = { ...table, rows: [first, { ...second, cells: [cell('Refund'), cell('61.0%')] }] };
		const spoken = speakTable(mixed, { focus: 'a.small' });
		expect(spoken).not.toContain('You can change small.');
		expect(spoken[1]).toContain('small 50.0%, down 34.0 points from before, editable, in focus;');
	});
});

describe('a text in sentences', () => {
	it('has headings, paragraphs, the items of lists, tables row by row, quotes, code and links', () => {
		const text = [
			'## The rule',
			'Cheap is **not** the goal; see [the lesson](lesson:pressure-transfer) and [a page](https://example.org/).',
			'1. first\n2. second',
			'- [x] done\n- [ ] open',
			'| lane | cost |\n| --- | --- |\n| small | 0.0016 |',
			'> quoted',
			'    code here',
		].join('\n\n');
		expect(speakProse(parseProse(text))).toEqual([
			'The rule.',
			'Cheap is not the goal; see the lesson and a page (link to https://example.org/).',
			'A list of 2 items:',
			'1: First.',
			'2: Second.',
			'A list of 2 items:',
			'Ticked: Done.',
			'Not ticked: Open.',
			'A table of 1 row.',
			'Small: cost 0.0016.',
			'Quote:',
			'Quoted.',
			'End of the quote.',
			'code here',
		]);
	});
});

describe('the check of spoken sentences', () => {
	it('finds a figure, a minus and a unit that are not said, and a symbol that is', () => {
		const lines = ['resolution 94.1%  −3.0 pt  2,833 ms'];
		expect(unspokenFigures(lines, ['resolution 94.1%, down 3.0 points, 2,833 milliseconds'])).toEqual([]);
		expect(unspokenFigures(lines, ['resolution, down 3.0 points, 2,833 milliseconds'])).toHaveLength(1);
		expect(unspokenFigures(lines, ['resolution 94.1%, 3.0 points, 2,833 milliseconds'])).toHaveLength(1);
		expect(unspokenFigures(lines, ['resolution 94.1%, down 3.0, 2,833'])).toHaveLength(2);
		expect(unspeakable(['at least 96.1%', '≥ 96.1%'])).toHaveLength(1);
	});
});
