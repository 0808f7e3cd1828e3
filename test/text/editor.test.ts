import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	applyEditCommand,
	createEditor,
	drawCursor,
	type EditCommand,
	type Editor,
	editorLine,
	editorLines,
	FILTER_LIMITS,
	filterLine,
	insertText,
	LINE_LIMITS,
	VALUE_LIMITS,
} from '../../src/text/editor.js';
import { width } from '../../src/text/width.js';

/** Parses a text whose cursor is written as |. */
const parse = (marked: string): Editor => ({ text: marked.replace('|', ''), cursor: marked.indexOf('|') });
const show = ({ text, cursor }: Editor): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('applyEditCommand', () => {
	it.each<[string, EditCommand, string]>([
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
	])('turns %j by %s into %j', (before, command, after) => {
		expect(show(applyEditCommand(parse(before), command))).toBe(after);
	});
});

describe('insertText', () => {
	it('keeps the lines of a paste and drops its control characters', () => {
		expect(insertText(parse('a|d'), 'b\r\nc\td\u001b[31m').editor).toEqual(parse('ab\nc d[31m|d'));
	});

	it('truncates an answer at 20,000 characters and counts the rest', () => {
		const { editor, over } = insertText(createEditor(), 'x'.repeat(30_000));
		expect([editor.text.length, over]).toEqual([20_000, 10_000]);
	});

	it.each([
		['a line', LINE_LIMITS, 'one two', 0],
		['a value', VALUE_LIMITS, 'one two', 0],
		['a filter', FILTER_LIMITS, 'one two', 0],
	])('turns line breaks into spaces in %s', (_, kind, text, over) => {
		expect(insertText(createEditor(), 'one\r\n\ttwo\u0007', kind)).toEqual({ editor: createEditor(text), over });
	});

	it('keeps the spaces at both ends of a piece of a paste, as the next piece may begin with a word', () => {
		expect(insertText(createEditor('a'), '  b ', LINE_LIMITS).editor.text).toBe('a  b ');
	});

	it.each([
		[VALUE_LIMITS, 120],
		[FILTER_LIMITS, 80],
	])('truncates at the limit of %j and counts the rest', (kind, most) => {
		const { editor, over } = insertText(createEditor('x'.repeat(most - 1)), 'yyy', kind);
		expect([editor.text.length, over]).toEqual([most, 2]);
	});

	it('keeps the cursor inside the text in any sequence of edits and insertions', () => {
		const moves = fc.array(
			fc.oneof(
				fc.constantFrom<EditCommand>(
					...(['left', 'right', 'up', 'down', 'home', 'end', 'word-left', 'word-right', 'newline'] as const),
					...(['erase', 'erase-right', 'erase-word', 'erase-word-right', 'erase-before', 'erase-after'] as const),
				),
				fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => ({ text })),
			),
			{ maxLength: 60 },
		);
		fc.assert(
			fc.property(moves, (all) => {
				let editor = createEditor();
				for (const one of all) {
					editor = typeof one === 'string' ? applyEditCommand(editor, one) : insertText(editor, one.text).editor;
					expect(editor.cursor).toBeGreaterThanOrEqual(0);
					expect(editor.cursor).toBeLessThanOrEqual(editor.text.length);
					// Not inside a character of two units.
					expect(editor.text.slice(0, editor.cursor)).not.toMatch(/[\ud800-\udbff]$/);
				}
			}),
		);
	});
});

describe('applyEditCommand with erase at the end of a text', () => {
	it.each([
		['ab', 'a'],
		['', ''],
		['x👩‍💻', 'x'],
		['🙂', ''],
		['e\u0301', ''],
	])('removes one grapheme cluster from %j', (text, rest) => {
		expect(applyEditCommand(createEditor(text), 'erase')).toEqual(createEditor(rest));
	});
});

describe('an editor on screen', () => {
	it('has its cursor at the end unless another offset is given', () => {
		expect(drawCursor('abc')).toBe('abc▏');
		expect(drawCursor('abc', 1)).toBe('a▏bc');
	});

	it.each([
		['abc|', 10, 'abc▏'],
		['ab|cd', 10, 'ab▏cd'],
		['abcdef|', 4, 'def▏'],
		['abcd|ef', 6, 'abcd▏e'],
		['|abcdef', 4, '▏abc'],
		['日本語|', 5, '本語▏'],
		['日|本語', 4, '日▏'],
	])('shows the part of %j around the cursor in %i columns', (text, columns, line) => {
		expect(editorLine(parse(text), columns)).toBe(line);
	});

	it('fits its line and shows the cursor for any text and offset', () => {
		const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
		fc.assert(
			fc.property(texts, texts, fc.integer({ min: 1, max: 40 }), (before, after, columns) => {
				const line = editorLine({ text: before + after, cursor: before.length }, columns);
				expect(line).toContain('▏');
				expect(width(line)).toBeLessThanOrEqual(columns);
			}),
		);
	});

	it('wraps into lines and returns the index of the line with the cursor', () => {
		expect(editorLines(parse('one two three|\nfour'), 10)).toEqual({ lines: ['one two', 'three▏', 'four'], at: 1 });
	});

	it('shows the end of a long filter while it is typed, and its start afterwards', () => {
		const filter = `${'a'.repeat(30)}${'b'.repeat(30)}`;
		const text = (typed: boolean): string | undefined => filterLine(filter, typed, ' none', 70)[0]?.text;
		expect(text(true)).toBe(` find: ${'b'.repeat(30)}▏`);
		expect(text(false)).toBe(` find: ${'a'.repeat(29)}…`);
	});

	it.each([
		['up', '-1👩‍👧\n1e308', 11, 2],
		['up', 'a👩‍👧b\nabcd', 10, 1],
		['down', 'ab\n👩‍👧x', 2, 3],
		['down', 'abc\n日本語', 2, 6],
	] as const)('moves %s in %j from %i to %i, never into a grapheme cluster', (command, text, from, to) => {
		expect(applyEditCommand({ text, cursor: from }, command).cursor).toBe(to);
	});
});
