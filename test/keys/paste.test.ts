import { describe, expect, it } from 'vitest';
import { pasteAction, pastedText } from '../../src/keys/index.js';

describe('a paste', () => {
	it('is told by its marks, also when it comes in pieces', () => {
		expect(pastedText('3', {}, false)).toBeNull();
		expect(pastedText('[200~one\ttwo\n3[201~', {}, false)).toEqual({ text: 'one\ttwo\n3', going: false });
		expect(pastedText('[200~one', {}, false)).toEqual({ text: 'one', going: true });
		expect(pastedText('', { tab: true }, true)).toEqual({ text: '\t', going: true });
		expect(pastedText('', { return: true }, true)).toEqual({ text: '\n', going: true });
		expect(pastedText('two[201~', {}, true)).toEqual({ text: 'two', going: false });
	});

	it('is text in an answer, tabs and lines with it, and never a key', () => {
		expect(pasteAction('writing', 'a\tb\r\n3 c')).toEqual({ type: 'type', text: 'a b\n3 c' });
		expect(pasteAction('counting', ' $0.5\n')).toEqual({ type: 'type', text: '$0.5' });
		for (const mode of ['ticking', 'choosing', 'judged', 'lab', 'drills'] as const)
			expect(pasteAction(mode, '3q')).toBeNull();
	});
});
