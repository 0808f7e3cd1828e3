import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type Editor,
	type EditorMove,
	edit,
	editorLine,
	editorLines,
	editorOf,
	FILTER,
	filterLine,
	insert,
	LINE,
	VALUE,
	withCursor,
} from '../../src/text/editor.js';
import { width } from '../../src/text/width.js';

/** A text with its cursor drawn as |. */
const at = (marked: string): Editor => ({ text: marked.replace('|', ''), cursor: marked.indexOf('|') });
const drawn = ({ text, cursor }: Editor): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('writing', () => {
	it.each<[string, EditorMove, string]>([
		['ab|c', 'left', 'a|bc'],
		['|abc', 'left', '|abc'],
		['a\n|b', 'left', 'a|\nb'],
		['ab|', 'right', 'ab|'],
		['a|\nb', 'right', 'a\n|b'],
		['one\ntwo|', 'up', 'one|\ntwo'],
		['o\nthree|', 'up', 'o|\nthree'],
		['on|e', 'up', '|one'],
		['o|ne\nt', 'down', 'one\nt|'],
		['one|', 'down', 'one|'],
		['a\nbc|d', 'home', 'a\n|bcd'],
		['a|b\nc', 'end', 'ab|\nc'],
		['ab|c', 'erase', 'a|c'],
		['a\n|b', 'erase', 'a|b'],
		['|a', 'erase', '|a'],
		['a|bc', 'erase-right', 'a|c'],
		['a|\nb', 'erase-right', 'a|b'],
		['a|', 'erase-right', 'a|'],
		['|👩‍💻x', 'erase-right', '|x'],
		['one two|', 'word-left', 'one |two'],
		['one two |', 'word-left', 'one |two '],
		['one\n|two', 'word-left', '|one\ntwo'],
		['|one', 'word-left', '|one'],
		['|one two', 'word-right', 'one| two'],
		['one| two', 'word-right', 'one two|'],
		['one|\ntwo', 'word-right', 'one\ntwo|'],
		['one |two', 'erase-word', '|two'],
		['one| two three', 'erase-word-right', 'one| three'],
		['one|', 'erase-word-right', 'one|'],
		['a|b', 'newline', 'a\n|b'],
		['👩‍💻|', 'erase', '|'],
		['x👩‍💻|', 'left', 'x|👩‍💻'],
	])('%j %s gives %j', (before, move, after) => {
		expect(drawn(edit(at(before), move))).toBe(after);
	});

	it('takes a paste of several lines, without control characters', () => {
		expect(insert(at('a|d'), 'b\r\nc\td\u001b[31m').editor).toEqual(at('ab\nc d[31m|d'));
	});

	it('has an end for a paste that was not meant', () => {
		const { editor, over } = insert(editorOf(), 'x'.repeat(30_000));
		expect([editor.text.length, over]).toEqual([20_000, 10_000]);
	});

	it.each([
		['a line', LINE, 'one two', 0],
		['a value', VALUE, 'one two', 0],
		['a filter', FILTER, 'one two', 0],
	])('puts blanks for line ends in %s', (_, kind, text, over) => {
		expect(insert(editorOf(), 'one\r\n\ttwo\u0007', kind)).toEqual({ editor: editorOf(text), over });
	});

	it('keeps blanks in a line, as the next piece of a paste may go on with a word', () => {
		expect(insert(editorOf('a'), '  b ', LINE).editor.text).toBe('a  b ');
	});

	it.each([
		[VALUE, 120],
		[FILTER, 80],
	])('counts what is too long for %j', (kind, most) => {
		const { editor, over } = insert(editorOf('x'.repeat(most - 1)), 'yyy', kind);
		expect([editor.text.length, over]).toEqual([most, 2]);
	});

	it('keeps the cursor inside the text, whatever is pressed', () => {
		const moves = fc.array(
			fc.oneof(
				fc.constantFrom<EditorMove>(
					...(['left', 'right', 'up', 'down', 'home', 'end', 'word-left', 'word-right', 'newline'] as const),
					...(['erase', 'erase-right', 'erase-word', 'erase-word-right', 'erase-before', 'erase-after'] as const),
				),
				fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => ({ text })),
			),
			{ maxLength: 60 },
		);
		fc.assert(
			fc.property(moves, (all) => {
				let editor = editorOf();
				for (const one of all) {
					editor = typeof one === 'string' ? edit(editor, one) : insert(editor, one.text).editor;
					expect(editor.cursor).toBeGreaterThanOrEqual(0);
					expect(editor.cursor).toBeLessThanOrEqual(editor.text.length);
				}
			}),
		);
	});
});

describe('erasing at the end', () => {
	it.each([
		['ab', 'a'],
		['', ''],
		['x👩‍💻', 'x'],
		['🙂', ''],
		['e\u0301', ''],
	])('takes one character from %j, as a person counts', (text, left) => {
		expect(edit(editorOf(text), 'erase')).toEqual(editorOf(left));
	});
});

describe('a text that is drawn with its cursor', () => {
	it('has it at the end unless it stands elsewhere', () => {
		expect(withCursor('abc')).toBe('abc▏');
		expect(withCursor('abc', 1)).toBe('a▏bc');
	});

	it.each([
		['abc|', 10, 'abc▏'],
		['ab|cd', 10, 'ab▏cd'],
		['abcdef|', 4, 'def▏'],
		['abcd|ef', 6, 'abcd▏e'],
		['|abcdef', 4, '▏abc'],
		['日本語|', 5, '本語▏'],
		['日|本語', 4, '日▏'],
	])('shows of %j in %i columns what stands around it', (text, columns, line) => {
		expect(editorLine(at(text), columns)).toBe(line);
	});

	it('fits its line and shows the cursor, whatever is written and wherever that stands', () => {
		const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
		fc.assert(
			fc.property(texts, texts, fc.integer({ min: 1, max: 40 }), (before, after, columns) => {
				const line = editorLine({ text: before + after, cursor: before.length }, columns);
				expect(line).toContain('▏');
				expect(width(line)).toBeLessThanOrEqual(columns);
			}),
		);
	});

	it('is broken into lines, and says which of them has it', () => {
		expect(editorLines(at('one two three|\nfour'), 10)).toEqual({ lines: ['one two', 'three▏', 'four'], at: 1 });
	});

	it('shows the end of a long filter while that is typed, and its start after that', () => {
		const filter = `${'a'.repeat(30)}${'b'.repeat(30)}`;
		const text = (typed: boolean): string | undefined => filterLine(filter, typed, ' none', 70)[0]?.text;
		expect(text(true)).toBe(` find: ${'b'.repeat(30)}▏`);
		expect(text(false)).toBe(` find: ${'a'.repeat(29)}…`);
	});
});
