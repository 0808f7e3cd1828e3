import { expect, it, vi } from 'vitest';
import { parseProse } from '../../src/app/markdown.js';
import { createLazyMarkdown } from '../../src/session/lazy-markdown.js';

it('createLazyMarkdown loads the parser on first use, calls back once, and caches parsed texts', async () => {
	const onLoaded = vi.fn();
	const markdown = createLazyMarkdown(onLoaded);
	expect([markdown('**a**'), markdown('b')]).toEqual([null, null]);
	await vi.waitFor(() => expect(onLoaded).toHaveBeenCalled());
	expect(onLoaded).toHaveBeenCalledOnce();
	expect(markdown('**a**')).toEqual(parseProse('**a**'));
	expect(markdown('**a**')).toBe(markdown('**a**'));
});
