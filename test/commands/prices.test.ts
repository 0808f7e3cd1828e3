import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePrices } from '../../src/commands/prices.js';
import { runCommand } from '../support/run-program.js';

const FILE = join(import.meta.dirname, '../content/prices/prices.json');
const PRICES = ['--prices', FILE];
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Joins the lines of a report. */
const joinLines = (text: string): string => text.replace(/\s+/g, ' ');

describe('prices from a list', () => {
	it('are taken from one model per named lane, and null without a list', async () => {
		const chosen = await choosePrices({ file: FILE, small: 'nova', strong: 'CLAUDE-OPUS-4-5' });
		expect(chosen?.models.map(({ lane, model }) => [lane, model.name])).toEqual([
			['small', 'amazon.nova-lite-v1:0'],
			['strong', 'claude-opus-4-5'],
		]);
		expect(await choosePrices({ file: null, small: null, strong: null })).toBeNull();
	});

	it.each(['text', 'md'])('appear in a report as %s, whose command line reproduces it', async (format) => {
		const rest = ['--set', 'segments.faq.routedSmall=50%', '--format', format];
		const withModels = await runCommand(
			'report',
			'week-31',
			...PRICES,
			'--small',
			'gpt-5.4-nano',
			'--strong',
			'gpt-5-pro',
			...rest,
		);
		expect(withModels).toMatchObject({ exitCode: 0, err: '' });
		const source =
			/Figures: .*? Prices: small gpt-5\.4-nano \(openai\), strong gpt-5-pro \(openai\), from (\S+)\. Not read of gpt-5\.4-nano: input_cost_per_token_flex\. gpt-5-pro has no price for cache reads: its input price stands in for it\./;
		expect(joinLines(withModels.out).replaceAll('\\', '')).toMatch(source);
		const sets = [...new Set(withModels.out.match(/--set [^ `\n]+/g))].flatMap((set) => set.split(' '));
		expect(sets).toContain('prices.strong.cachedInput=15');
		const again = await runCommand('report', 'week-31', ...sets, '--format', format);
		const body = (text: string): string => text.slice(text.indexOf('prices.small.input'));
		expect(body(again.out)).toBe(body(withModels.out));
	});

	it('may be for one lane, come before other edits, and apply to the baseline too', async () => {
		const { out } = await runCommand(
			'report',
			'week-31',
			...PRICES,
			'--strong',
			'opus',
			'--set',
			'prices.strong.output=7',
			'--baseline',
			'threshold=0',
			'--format',
			'json',
		);
		const { edits, baselineEdits } = JSON.parse(out);
		const prices = ['prices.strong.input=5', 'prices.strong.cachedInput=0.5', 'prices.strong.output=25'];
		expect(edits).toEqual([...prices, 'prices.strong.output=7']);
		expect(baselineEdits).toEqual([...prices, 'threshold=0']);
	});

	const GAPS = ['has no price for cache reads: its input price stands in for it'];
	const USE = {
		kept: [],
		file: FILE,
		models: [
			{ lane: 'small', name: 'gpt-5.4-nano', provider: 'openai', missing: [], notRead: ['input_cost_per_token_flex'] },
			{ lane: 'strong', name: 'gpt-5-pro', provider: 'openai', missing: GAPS, notRead: [] },
		],
	};
	const NAMED = [...PRICES, '--small', 'gpt-5.4-nano', '--strong', 'gpt-5-pro'];
	const SENTENCES = [
		`Prices: small gpt-5.4-nano (openai), strong gpt-5-pro (openai), from ${FILE}.`,
		'Not read of gpt-5.4-nano: input_cost_per_token_flex.',
		'gpt-5-pro has no price for cache reads: its input price stands in for it.',
	];

	it.each(['report', 'export'])('appear in the JSON of %s with their gaps, as in text', async (command) => {
		const { out } = await runCommand(command, 'week-31', ...NAMED, '--format', 'json');
		expect(JSON.parse(out)).toMatchObject({ priceList: USE, notes: SENTENCES });
		const none = await runCommand(command, 'week-31', '--format', 'json');
		expect(JSON.parse(none.out)).not.toHaveProperty('priceList');
		expect(JSON.parse(none.out).notes).toEqual([]);
	});

	it('appear in the CSV of a report, one row each', async () => {
		const { out } = await runCommand('report', 'week-31', ...NAMED, '--format', 'csv');
		for (const sentence of SENTENCES)
			expect(out).toMatch(new RegExp(`report,week-31,note,"?${sentence.replace(/[.()]/g, '\\$&')}`));
		expect(out).toContain(
			[
				`priceList,,file,${FILE}`,
				'priceList,small,name,gpt-5.4-nano',
				'priceList,small,provider,openai',
				'priceList,small,notRead,input_cost_per_token_flex',
				'priceList,strong,name,gpt-5-pro',
				'priceList,strong,provider,openai',
				`priceList,strong,missing,${GAPS[0]}`,
			].join('\n'),
		);
		expect((await runCommand('report', 'week-31', '--format', 'csv')).out).not.toContain('priceList');
	});

	it('do not replace the prices that the scenario sets itself, which are named', async () => {
		const path = join(folder, 'own.yaml');
		const ownPrices =
			'baseline:\n  name: last year\n  set: { prices.strong.input: 20, prices.small.input: 1, threshold: -12 }\n';
		writeFileSync(
			path,
			`${readFileSync('scenarios/toy-request.yaml', 'utf8').replace(/^baseline:\n(?: .*\n)+/m, '')}\n${ownPrices}`,
		);
		const { out } = await runCommand('report', path, ...PRICES, '--strong', 'gpt-5-pro', '--format', 'json');
		expect(JSON.parse(out).priceList.kept).toEqual(['prices.strong.input']);
		expect(JSON.parse(out).notes).toContain(
			'The scenario sets prices of its own in weeks, states or its baseline, which stay: prices.strong.input.',
		);
	});

	it('are shown with enough digits if small', async () => {
		const set = ['prices.small.cachedInput=0.005', 'prices.small.input=0.0028', 'prices.small.request=0.00004'];
		const { out } = await runCommand('report', 'week-31', ...set.flatMap((edit) => ['--set', edit]));
		for (const price of ['0.005', '0.0028', '0.00004']) expect(out).toMatch(new RegExp(`(?<![\\d.])${price}(?!\\d)`));
	});

	it('note higher prices of long prompts, and whether the prompts of the scenario reach them', async () => {
		const path = join(folder, 'tiers.json');
		const tier = { input_cost_per_token_above_200k_tokens: 2.5e-6, output_cost_per_token_above_200k_tokens: 1.5e-5 };
		const acme = { mode: 'chat', input_cost_per_token: 1.25e-6, output_cost_per_token: 1e-5, ...tier };
		writeFileSync(path, JSON.stringify({ acme: { ...acme, cache_read_input_token_cost: 1e-7 } }));
		const options = ['--prices', path, '--small', 'acme', '--set', 'tokens.output=2000', '--format', 'json'];
		const reportWith = async (fresh: string) =>
			JSON.parse((await runCommand('report', 'toy-request', ...options, '--set', `tokens.fresh=${fresh}`)).out);
		const long = await reportWith('300000');
		expect(long.edits).toContain('prices.small.above=200000:2.5/0.1/15');
		expect(long.prices.small.above).toEqual([{ tokens: 200_000, input: 2.5, cachedInput: 0.1, output: 15 }]);
		expect(long.notes.at(-1)).toBe('acme is dearer above 200k tokens, as prompts here are (up to 300,000).');
		expect((await reportWith('1000')).notes.at(-1)).toBe(
			'acme is dearer above 200k tokens; the longest prompt here has 1,000.',
		);
	});

	it('list every unread field in JSON, and only some in notes', async () => {
		const path = join(folder, 'fields.json');
		const fees = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`fee_${i}`, 1]));
		writeFileSync(path, JSON.stringify({ acme: { input_cost_per_token: 1e-6, output_cost_per_token: 1e-6, ...fees } }));
		const { out } = await runCommand('report', 'week-31', '--prices', path, '--small', 'acme', '--format', 'json');
		const { priceList, notes } = JSON.parse(out);
		expect(priceList.models[0].notRead).toEqual(Object.keys(fees));
		expect(notes.at(-1)).toBe('Not read of acme: fee_0, fee_1, fee_2, fee_3, fee_4, fee_5, fee_6, fee_7 and 3 more.');
	});

	it.each<[string[], RegExp]>([
		[PRICES, /^--prices needs to know which models: add --small MODEL, --strong MODEL, or both\.$/],
		[['--small', 'nova'], /^--small needs a list of prices: add --prices FILE\.$/],
		[['--strong', 'nova'], /^--strong needs a list of prices/],
		[
			[...PRICES, '--small', 'claude'],
			/^--small: claude could be claude-opus-4-5, claude-sonnet-4-5-\S+, databricks\/\S+: name one of them\.$/,
		],
		[[...PRICES, '--small', 'a'], /could be (\S+, ){7}\S+, or one of \d more: name one of them\.$/],
		[
			[...PRICES, '--strong', 'claude-opus-45'],
			/^--strong: no model in \S+ is like claude-opus-45\. Did you mean claude-opus-4-5\?$/,
		],
		[
			[...PRICES, '--small', 'embed-v-4-0'],
			/^--small: azure_ai\/embed-v-4-0 is listed as embedding, which does not answer in text\. Name another model, or leave --small out and set prices\.small\.input, \.cachedInput and \.output\.$/,
		],
		[[...PRICES, '--small', 'zzzzzzzz'], /is like zzzzzzzz\. It has 14, such as gpt-5\.4-nano and gpt-5\.4-mini\.$/],
		[['--prices', 'none.json', '--small', 'a'], /^--prices: none\.json: there is no such file\.$/],
	])('are rejected in one line with exit 2 if ambiguous or missing: %j', async (args, words) => {
		const { exitCode, out, err } = await runCommand('report', 'week-31', ...args);
		expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
		expect(err.trimEnd()).toMatch(words);
	});

	it('are rejected with place and exit 1 if the file is invalid', async () => {
		const path = join(folder, 'prices.json');
		writeFileSync(path, '{\n\t"a": { "input_cost_per_token": 1e-6, }\n}');
		const { exitCode, err } = await runCommand('report', 'week-31', '--prices', path, '--small', 'a');
		expect(exitCode).toBe(1);
		expect(err).toMatch(/prices\.json:2:39: this is not valid JSON: .*\n.*\n.*\^\n {2}help: Delete the comma/);
	});
});
