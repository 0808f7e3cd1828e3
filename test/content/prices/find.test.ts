import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseModel } from '../../../src/content/index.js';
import { findModels } from '../../../src/content/prices/find.js';
import { listOf, loadPriceList } from './load-helpers.js';

const PRICES = loadPriceList(readFileSync(join(import.meta.dirname, 'prices.json')));
const PRICE = { mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };

describe('models in a list', () => {
	const names = (typed: string): string[] => findModels(PRICES, typed).map(({ name }) => name);

	it('are found by words of name and provider: exact name first, then priced models, then short names', () => {
		expect(names('gpt-5.4-mini')).toEqual(['gpt-5.4-mini', 'gpt-5.4-mini-2026-03-17']);
		expect(names('GPT-5.4')).toEqual(['gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.4-mini-2026-03-17']);
		expect(names('claude sonnet')).toEqual([
			'claude-sonnet-4-5-20250929-v1:0',
			'databricks/databricks-claude-sonnet-4-5',
		]);
		expect(names('anthropic')).toEqual(['claude-opus-4-5']);
		expect(names('sonnet openai')).toEqual([]);
		expect(names('azure')).toEqual([
			'azure_ai/grok-3-mini',
			'azure_ai/embed-v-4-0',
			'azure_ai/cohere-rerank-v4.0-fast',
		]);
		expect(names('  ')).toHaveLength(10);
	});

	it('come first with an exact name, even without a price', () => {
		const list = listOf({ 'acme-mini': PRICE, acme: { mode: 'chat' }, 'a/acme': PRICE });
		expect(findModels(list, 'ACME').map(({ name }) => name)).toEqual(['acme', 'acme-mini', 'a/acme']);
	});
});

describe('a typed name', () => {
	const list = listOf({
		'acme-mini': PRICE,
		acme: { mode: 'chat' },
		'us/acme': PRICE,
		Nova: PRICE,
		nova: { ...PRICE, input_cost_per_token: 5e-6 },
		'nova-canvas': { mode: 'image_generation' },
		'solo-lite': PRICE,
		'solo-embed': { mode: 'embedding' },
		'pair-a': PRICE,
		'pair-b': { mode: 'chat' },
		'draw-1': { mode: 'image_generation' },
		'draw-2': { mode: 'image_generation' },
	});
	/** Returns the kind of choice with the names in it. */
	function choice(typed: string): string {
		const found = chooseModel(list, typed);
		if (found.is === 'none') return 'none';
		return `${found.is}: ${found.is === 'several' ? found.models.map(({ name }) => name).join(' ') : found.model.name}`;
	}

	it.each([
		['acme', 'unpriced: acme'],
		[' ACME ', 'unpriced: acme'],
		['us/acme', 'model: us/acme'],
		['Nova', 'model: Nova'],
		['nova', 'model: nova'],
		['NOVA', 'several: Nova nova'],
		['solo', 'model: solo-lite'],
		['solo-embed', 'unpriced: solo-embed'],
		['solo-emb', 'unpriced: solo-embed'],
		['pair', 'several: pair-a pair-b'],
		['draw', 'several: draw-1 draw-2'],
		['nothing like it', 'none'],
	])('“%s” chooses %s', (typed, found) => {
		expect(choice(typed)).toBe(found);
	});

	it('that is listed always chooses exactly that entry', () => {
		const name = fc.stringMatching(/^[ab/-]{1,4}$/);
		fc.assert(
			fc.property(fc.uniqueArray(fc.tuple(name, fc.boolean()), { selector: ([text]) => text, minLength: 1 }), (all) => {
				const some = listOf(Object.fromEntries(all.map(([text, priced]) => [text, priced ? PRICE : {}])));
				for (const [text, priced] of all) {
					const found = chooseModel(some, text);
					expect(found).toMatchObject({ is: priced ? 'model' : 'unpriced', model: { name: text } });
					expect(findModels(some, text)[0]?.name).toBe(text);
				}
			}),
		);
	});
});
