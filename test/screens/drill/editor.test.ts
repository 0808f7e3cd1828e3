import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Editor, type EditorMove, EMPTY_EDITOR, inserted, moved, withoutLast } from '../../../src/text/editor.js';

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
		expect(drawn(moved(at(before), move))).toBe(after);
	});

	it('takes a paste of several lines, without control characters', () => {
		expect(inserted(at('a|d'), 'b\r\nc\u001b[31m')).toEqual(at('ab\nc[31m|d'));
	});

	it('has an end for a paste that was not meant', () => {
		expect(inserted(EMPTY_EDITOR, 'x'.repeat(30_000)).text).toHaveLength(20_000);
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
				let editor = EMPTY_EDITOR;
				for (const one of all) {
					editor = typeof one === 'string' ? moved(editor, one) : inserted(editor, one.text);
					expect(editor.cursor).toBeGreaterThanOrEqual(0);
					expect(editor.cursor).toBeLessThanOrEqual(editor.text.length);
				}
			}),
		);
	});
});

describe('withoutLast', () => {
	it.each([
		['ab', 'a'],
		['', ''],
		['x👩‍💻', 'x'],
		['🙂', ''],
		['e\u0301', ''],
	])('takes one character from %j, as a person counts', (text, left) => {
		expect(withoutLast(text)).toBe(left);
	});
});
