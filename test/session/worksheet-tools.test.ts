import { describe, expect, it } from 'vitest';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';
import { listOf } from '../content/prices/load-helpers.js';
import { newSheet } from '../worksheet/sheets.js';

const PRICE = { mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };
const TIER = { input_cost_per_token_above_1k_tokens: 3e-6 };
const LIST = listOf({
	'acme-mini': PRICE,
	acme: { mode: 'chat' },
	'long-fee': { ...PRICE, ...TIER, input_cost_per_request: 0.01, output_cost_per_image: 0.04 },
});

describe('models of a list in a worksheet', async () => {
	const tools = await loadSheetTools([]);
	const picks = (filter: string) => tools.picks({ of: 'model', lane: 'small' }, filter, null, LIST);

	it('are offered with the exact name first, and with the reason for a missing price', () => {
		expect(picks('acme').map(({ value, description }) => [value, description])).toEqual([
			['acme', 'is listed without a price'],
			['acme-mini', 'input $1.00, cached missing, output $2.00 per 1M tokens'],
			[expect.stringContaining('acme'), 'only its name: the prices stay as they are'],
		]);
		expect(picks('').map(({ value }) => value)).toEqual(['long-fee', 'acme-mini', 'other/known']);
	});

	it('are refused if they have no price', () => {
		expect(tools.applyModelPrices(newSheet(), 'small', 'acme', LIST)).toEqual({
			ok: false,
			message: 'acme is listed without a price',
			help: 'Choose another model, or type its prices.',
		});
	});

	it('replace all prices of a lane, with notes on what is missing or was not read', () => {
		const priced = tools.applyModelPrices(newSheet(), 'small', 'long-fee', LIST);
		if (!priced.ok) throw new Error(priced.message);
		expect(priced.value.sheet.scenario.prices.small).toEqual({
			input: 1,
			cachedInput: 1,
			output: 2,
			request: 0.01,
			above: [{ tokens: 1000, input: 3, cachedInput: 3, output: 2 }],
		});
		expect(priced.value.notes).toEqual([
			expect.stringMatching(
				/^It has no price for cache reads: its input price stands in for it; it is dearer above 1k tokens, as prompts here are/,
			),
			'Not read: output_cost_per_image',
		]);
		const again = tools.applyModelPrices(priced.value.sheet, 'small', 'acme-mini', LIST);
		expect(again.ok && again.value.sheet.scenario.prices.small).toMatchObject({ request: 0, above: [] });
	});
});
