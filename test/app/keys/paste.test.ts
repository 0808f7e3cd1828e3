import { describe, expect, it } from 'vitest';
import { pasteAction } from '../../../src/app/keys/paste.js';

describe('a paste', () => {
	it('is text in an answer, tabs and lines with it, and never a key', () => {
		expect(pasteAction('writing', 'a\tb\r\n3 c')).toEqual({ type: 'type', text: 'a b\n3 c' });
		expect(pasteAction('counting', ' $0.5\n')).toEqual({ type: 'type', text: ' $0.5 ' });
		for (const mode of ['ticking', 'choosing', 'judged', 'lab', 'drills'] as const)
			expect(pasteAction(mode, '3q')).toBeNull();
	});

	it('keeps the blank at the end of a piece, as the next one may go on with a word', () => {
		expect(pasteAction('wording', 'one ')).toEqual({ type: 'type', text: 'one ' });
	});
});
