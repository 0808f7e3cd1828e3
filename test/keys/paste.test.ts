import { describe, expect, it } from 'vitest';
import { pasteAction, pastedText } from '../../src/keys/index.js';

describe('a paste', () => {
	it('is told by its marks, also when it comes in pieces', () => {
		expect(pastedText('3', {}, null)).toBeNull();
		expect(pastedText('[200~one\ttwo\n3[201~', {}, null)).toEqual({ text: 'one\ttwo\n3', going: null });
		expect(pastedText('[200~one', {}, null)).toEqual({ text: 'one', going: '' });
		expect(pastedText('', { tab: true }, '')).toEqual({ text: '\t', going: '' });
		expect(pastedText('', { return: true }, '')).toEqual({ text: '\n', going: '' });
		expect(pastedText('two[201~', {}, '')).toEqual({ text: 'two', going: null });
	});

	it('ends where its mark is cut in two, wherever that is', () => {
		const mark = '\u001b[201~';
		for (let at = 0; at <= mark.length; at++) {
			const first = pastedText(`[200~some text${mark.slice(0, at)}`, {}, null);
			expect(first?.text).toBe('some text');
			if (first?.going === null) continue;
			const rest = at === 1 ? mark.slice(1) : mark.slice(at);
			expect(pastedText(rest, {}, first?.going ?? '')).toEqual({ text: '', going: null });
		}
		// What only looked like it is text after all.
		const like = pastedText('[200~a[2', {}, null);
		expect(like).toEqual({ text: 'a', going: '[2' });
		expect(pastedText('b', {}, '[2')).toEqual({ text: '[2b', going: '' });
	});

	it('leaves out the colours of a log, and no blank beside them', () => {
		expect(pastedText('[200~one ', {}, null)).toEqual({ text: 'one ', going: '' });
		expect(pastedText('[31m', { ctrl: true }, '')).toEqual({ text: '', going: '' });
		expect(pastedText('two\u001b[0m three\u001b[201~', {}, '')).toEqual({ text: 'two three', going: null });
		expect(pasteAction('wording', 'one ')).toEqual({ type: 'type', text: 'one ' });
		// Brackets of a text are text.
		expect(pastedText('see [3] and [m]', {}, '')?.text).toBe('see [3] and [m]');
	});

	it('never keeps Ctrl-C from ending the program', () => {
		expect(pastedText('c', { ctrl: true }, '')).toBeNull();
	});

	it('is text in an answer, tabs and lines with it, and never a key', () => {
		expect(pasteAction('writing', 'a\tb\r\n3 c')).toEqual({ type: 'type', text: 'a b\n3 c' });
		expect(pasteAction('counting', ' $0.5\n')).toEqual({ type: 'type', text: ' $0.5 ' });
		for (const mode of ['ticking', 'choosing', 'judged', 'lab', 'drills'] as const)
			expect(pasteAction(mode, '3q')).toBeNull();
	});
});
