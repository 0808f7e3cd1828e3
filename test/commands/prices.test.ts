import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenPrices } from '../../src/commands/prices.js';
import { run } from '../support/run-program.js';

const FILE = join(import.meta.dirname, '../content/prices/prices.json');
const PRICES = ['--prices', FILE];
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A report without its line breaks. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('prices of models', () => {
	it('are edits, and are named where the figures come from', async () => {
		expect(await chosenPrices({ file: FILE, small: 'nova', strong: 'claude-opus-4-5' })).toEqual({
			edits: [
				'prices.small.input=0.06',
				'prices.small.cachedInput=0.06',
				'prices.small.output=0.24',
				'prices.strong.input=5',
				'prices.strong.cachedInput=0.5',
				'prices.strong.output=25',
			],
			notes: [
				`Prices: small amazon.nova-lite-v1:0 (bedrock_converse), strong claude-opus-4-5 (anthropic), from ${FILE}.`,
				'amazon.nova-lite-v1:0 has no price for cache reads: its input price stands in for it.',
			],
		});
		expect(await chosenPrices({ file: null, small: null, strong: null })).toEqual({ edits: [], notes: [] });
	});

	it.each(['text', 'md'])('stand in a report as %s, which its own line reproduces', async (format) => {
		const rest = ['--set', 'segments.faq.routedSmall=50%', '--format', format];
		const named = await run(
			'report',
			'week-31',
			...PRICES,
			'--small',
			'gpt-5.4-nano',
			'--strong',
			'gpt-5-pro',
			...rest,
		);
		expect(named).toMatchObject({ exitCode: 0, err: '' });
		const source =
			/Figures: .*? Prices: small gpt-5\.4-nano \(openai\), strong gpt-5-pro \(openai\), from (\S+)\. gpt-5-pro has no price for cache reads: its input price stands in for it\./;
		expect(flat(named.out).replaceAll('\\', '')).toMatch(source);
		const sets = [...new Set(named.out.match(/--set [^ `\n]+/g))].flatMap((set) => set.split(' '));
		expect(sets).toContain('prices.strong.cachedInput=15');
		const again = await run('report', 'week-31', ...sets, '--format', format);
		const body = (text: string): string => text.slice(text.indexOf('prices.small.input'));
		expect(body(again.out)).toBe(body(named.out));
	});

	it('may be those of one lane, come before other edits, and are paid by the baseline too', async () => {
		const { out } = await run(
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

	it.each<[string[], RegExp]>([
		[PRICES, /^--prices needs to know which models: add --small MODEL, --strong MODEL, or both\.$/],
		[['--small', 'nova'], /^--small needs a list of prices: add --prices FILE\.$/],
		[['--strong', 'nova'], /^--strong needs a list of prices/],
		[
			[...PRICES, '--small', 'claude'],
			/^--small: claude could be claude-opus-4-5, claude-sonnet-4-5-\S+, databricks\/\S+: name one of them\.$/,
		],
		[[...PRICES, '--small', 'a'], /could be (\S+, ){3}\S+, or one of \d more: name one of them\.$/],
		[
			[...PRICES, '--strong', 'claude-opus-45'],
			/^--strong: no model in \S+ that answers in text is like claude-opus-45\. Did you mean claude-opus-4-5\?$/,
		],
		[
			[...PRICES, '--small', 'embed-v-4-0'],
			/is like embed-v-4-0\. It has 10, such as gpt-5\.4-nano and gpt-5\.4-mini\.$/,
		],
		[['--prices', 'none.json', '--small', 'a'], /^--prices: none\.json: there is no such file\.$/],
	])('that are not clear are refused in one line with exit 2: %j', async (args, words) => {
		const { exitCode, out, err } = await run('report', 'week-31', ...args);
		expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
		expect(err.trimEnd()).toMatch(words);
	});

	it('in a broken file are refused with its place and exit 1', async () => {
		const path = join(folder, 'prices.json');
		writeFileSync(path, '{\n\t"a": { "input_cost_per_token": 1e-6, }\n}');
		const { exitCode, err } = await run('report', 'week-31', '--prices', path, '--small', 'a');
		expect(exitCode).toBe(1);
		expect(err).toMatch(/prices\.json:2:39: this is not valid JSON: .*\n.*\n.*\^\n {2}help: Delete the comma/);
	});
});
