import { expect, it, vi } from 'vitest';
import { parseProse } from '../../src/app/markdown.js';
import { lateMarkdown } from '../../src/session/late-markdown.js';

it('loads the parser for the first text, says once that it is there, and parses a text once', async () => {
	const onLoaded = vi.fn();
	const markdown = lateMarkdown(onLoaded);
	expect([markdown('**a**'), markdown('b')]).toEqual([null, null]);
	await vi.waitFor(() => expect(onLoaded).toHaveBeenCalled());
	expect(onLoaded).toHaveBeenCalledOnce();
	expect(markdown('**a**')).toEqual(parseProse('**a**'));
	expect(markdown('**a**')).toBe(markdown('**a**'));
});
