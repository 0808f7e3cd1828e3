import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportCommand } from '../../src/commands/report.js';
import { METRIC_NAMES } from '../../src/engine/index.js';
import { FORMATS } from '../../src/export/formats.js';
import { report } from '../../src/export/report.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { percent } from '../../src/present/format/format.js';
import { width } from '../../src/text/width.js';
import { spread } from '../support/effort.js';
import { aGuardrail, aScenario, aSegment } from '../support/scenarios.js';
import { SHIPPED_IDS, shipped } from '../support/shipped.js';

const json = async (name: string, set: string[] = [], baseline: string[] = []) =>
	JSON.parse(await reportCommand(name, { set, baseline, format: 'json' }));
const near = (value: number, wanted: number) =>
	expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(1e-6);

describe('the text report', () => {
	it('names the columns of a table for which it has no room', async () => {
		const text = await reportCommand('cost-table', { set: [], baseline: [], format: 'text' });
		expect(text).toMatch(/^ no room here for: output$/m);
		expect(await reportCommand('cost-table', { set: [], baseline: [], format: 'md' })).not.toContain('no room here');
	});
});

describe('the JSON report', () => {
	it('has every metric by its name, for the state and its baseline', async () => {
		const object = await json('week-31');
		expect(Object.keys(object.metrics)).toEqual([...METRIC_NAMES]);
		expect(Object.keys(object.baseline)).toEqual([...METRIC_NAMES]);
		near(object.metrics.cost, 0.0076785);
		near(object.metrics.resolution, 0.941282);
		near(object.baseline.resolution, 0.9714075);
		expect(object.verdict).toBe('roll-back');
		expect(object.guardrails.map((g: { state: string }) => g.state)).toEqual([
			'breached',
			'cannot-tell',
			'breached',
			'held',
			'held',
		]);
		expect(object).not.toHaveProperty('rows');
	});

	it('has the fields of a segment that the model names', async () => {
		const [faq] = (await json('week-31')).segments;
		const fields =
			'id smallSuccess repairRate repairCaught repairWasted escalated silentSmall routedSmall resolution handoff silent cost';
		for (const field of `${fields} trueEasy falseEasy falseHard trueHard easyInStrong routerAuc`.split(' '))
			expect(faq).toHaveProperty(field);
		near(faq.smallSuccess, 0.96);
		expect(faq.routerAuc).toBeCloseTo(0.8318, 4);
	});

	it('repeats its edits as they would be typed, and changes with them', async () => {
		const object = await json('week-31', ['segments.policy.override=strong', 'segments.billing.override=strong']);
		expect(object.edits).toEqual(['segments.policy.override=strong', 'segments.billing.override=strong']);
		near(object.metrics.cost, 0.00815);
		near(object.metrics.resolution, 0.94519);
		near(object.metrics.silent, 0.011952);
	});

	it('reads percentages in any spelling to the same edit', async () => {
		for (const spelled of ['50%', '.5', '0.5', '50'])
			expect((await json('week-31', [`segments.faq.routedSmall=${spelled}`])).edits).toEqual([
				'segments.faq.routedSmall=0.5',
			]);
	});

	it('compares with a pinned baseline', async () => {
		const object = await json('week-31', ['segments.faq.routedSmall=90%'], ['threshold=0']);
		near(object.pinned.cost, 0.0076785);
		// What is saved is saved against the scenario's own baseline, whatever is pinned.
		near(object.baseline.cost, 0.032);
		near(object.metrics.saving, 1 - object.metrics.cost / 0.032);
		expect(object.metrics.saving).toBeGreaterThan(0);
		expect(object.baselineEdits).toEqual(['threshold=0']);
	});

	it('has the rows of a cost table, and null for what was not measured', async () => {
		const object = await json('cost-table');
		expect(object.rows.map((row: { cost: number }) => Math.round(row.cost * 1e6) / 1e6)).toEqual([
			0.032, 0.00768, 0.0048, 0.0208, 0.032,
		]);
		expect(object.metrics.resolution).toBeNull();
		expect(object.segments[0].falseEasy).toBeNull();
	});
});

describe('the figures behind the other panes', () => {
	it('stand in JSON and CSV too', async () => {
		const object = await json('week-31');
		const { metrics } = object;
		expect(object.curve).toHaveLength(25);
		expect(object.curve[0].smallShare).toBe(0);
		expect(object.curve.at(-1).smallShare).toBe(1);
		expect(object.signals.weeks.map(({ week }: { week: number }) => week)).toContain(31);
		const cost = object.signals.signals.find((signal: { metric: string }) => signal.metric === 'cost');
		near(cost.values[3], metrics.cost);
		expect(object.trace[0]).toMatchObject({ request_id: 'req-31-0', role: 'answer' });
		const csv = await reportCommand('week-31', { set: [], baseline: [], format: 'csv' });
		expect(csv).toMatch(/\ncurve,1,smallShare,0\n/);
		expect(csv).toMatch(/\nsignals,cost,week 31,0\.00767/);
		expect(csv).toMatch(/\ntrace,1,request_id,req-31-0\n/);
	});

	it('are null where there is nothing to draw', async () => {
		expect(await json('cost-table')).toMatchObject({ curve: null, signals: null });
	});
});

describe('every scenario in every format', () => {
	it.each(SHIPPED_IDS)('%s', async (id) => {
		for (const format of FORMATS) {
			const text = await reportCommand(id, { set: [], baseline: [], format });
			expect(text.endsWith('\n')).toBe(true);
			// As a reason, undefined is a word of the model.
			const said = text.replaceAll('"undefined"', '').replace(/^(reasons|segmentReasons),.*$/gm, '');
			expect(said).not.toMatch(/undefined|NaN|\[object|Infinity/);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: a report never carries control characters
			expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
		}
	});
});

describe('the text report', () => {
	it('says verdict, pressures and what was not measured, at most 100 columns wide', async () => {
		const text = await reportCommand('cost-table', { set: [], baseline: [], format: 'text' });
		expect(text).toMatch(/not measured/);
		for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
		const week = await reportCommand('week-31', { set: ['threshold=0.2'], baseline: [], format: 'text' });
		expect(week).toMatch(/ROLL BACK/);
		expect(week).toMatch(/edit: --set threshold=0.2/);
		expect(week).toMatch(/not modelled: queueing, cache, memory/);
		expect(week).not.toMatch(/last edit/);
	});
});

describe('a report for people', () => {
	it.each(['text', 'md'] as const)(
		'says beside what spend did what a resolved request costs, all counted: %s',
		async (format) => {
			const set = { set: [], baseline: [] };
			const { metrics, baseline } = await json('week-31');
			const text = (await reportCommand('week-31', { ...set, format })).replaceAll('*', '');
			const more = percent(metrics.totalCostPerResolved / baseline.totalCostPerResolved - 1);
			expect(text).toContain(`a resolved request costs ${more} more ▲ (±`);
		},
	);

	it.each(['text', 'md'] as const)('says of every guardrail who does what: %s', async (format) => {
		const text = (await reportCommand('week-31', { set: [], baseline: [], format })).replace(/\s+/g, ' ');
		expect(text).toContain('Guardrails');
		expect(text.replaceAll('*', '')).toMatch(
			/✗ breached resolution \(right, with no person involved\): 94\.1%, limit ≥ 96\.1%, watched for one week\. Owner: product\. What to do: Put the route mix/,
		);
		expect(text.replaceAll('*', '')).toMatch(/✓ held p95 wait .*If it breaks: Switch repairs off/);
		expect(await reportCommand('week-31', { set: ['check=on'], baseline: [], format })).toMatch(/Guardrails/);
	});

	it('names the segment that a guardrail watches', async () => {
		const guardrails = [aGuardrail({ metric: 'resolution', segment: 'one', side: 'atLeast', limit: 0.5 })];
		const lab = computeLab(aScenario({ guardrails, segments: [aSegment({ name: 'Refunds' })] }), null, null);
		const input = { lab, summary: '', source: '', notes: [], edits: [], baseline: null };
		expect(await report(input, 'text')).toMatch(/\) of Refunds: /);
	});

	it.each(FORMATS)('says what a check lacks: %s', async (format) => {
		const text = await reportCommand('week-31', { set: ['check.catches=0.9'], baseline: [], format });
		for (const path of ['check.falseAlarms', 'check.cost', 'check.latency']) expect(text).toContain(path);
		if (format === 'text' || format === 'md')
			expect(text).toContain('not measured: check.falseAlarms, check.cost, check.latency');
		if (format === 'csv') expect(text).toContain('report,week-31,notMeasured,check.cost');
		const off = await reportCommand('week-31', { set: [], baseline: [], format });
		expect(off).not.toContain('check.cost');
	});

	it('speaks whole sentences where a value is missing', async () => {
		for (const [i, id] of SHIPPED_IDS.entries())
			for (const set of spread([[], ['check.catches=0.9'], ['handoffCost=0'], ['handoffCost=none']], i, 4)) {
				const text = (await reportCommand(id, { set, baseline: [], format: 'text' })).replace(/\s+/g, ' ');
				expect(text).not.toMatch(/so do not measured|rate of not measured/);
				expect(text).toMatch(/Break-even: .*?\./);
			}
	});

	it('keeps to the width it is given', async () => {
		const { scenario } = shipped('week-31');
		const input = {
			lab: computeLab(scenario, null, null),
			summary: 's '.repeat(80),
			source: '',
			notes: [],
			edits: [],
			baseline: null,
		};
		for (const columns of [60, 80, 120])
			for (const line of (await report(input, 'text', columns)).split('\n'))
				expect(width(line), line).toBeLessThanOrEqual(columns);
	});
});

describe('the CSV report', () => {
	it('has the edits of the state and of its baseline', async () => {
		const text = await reportCommand('week-31', { set: ['threshold=0.2'], baseline: ['threshold=0'], format: 'csv' });
		expect(text).toContain('\nedit,1,set,threshold=0.2\nbaselineEdit,1,set,threshold=0\n');
	});

	it('gives every figure a row, unrounded, empty where not measured', async () => {
		const lines = (await reportCommand('cost-table', { set: [], baseline: [], format: 'csv' })).trim().split('\n');
		expect(lines[0]).toBe('section,id,field,value');
		expect(lines).toContain('metrics,,resolution,');
		expect(lines.find((line) => line.startsWith('rows,blend,cost,'))).toMatch(/0\.0076/);
		const week = await reportCommand('week-31', { set: [], baseline: [], format: 'csv' });
		expect(week).toMatch(/relieved,cost,usdPer1000,-24\.3\d+/);
	});

	it('lets no text run as a formula', async () => {
		const guardrails = [
			{
				metric: 'cost',
				side: 'atMost',
				limit: 1,
				relative: false,
				segment: null,
				window: null,
				owner: '=1+1',
				action: '@x',
			},
		] as const;
		const lab = computeLab(aScenario({ guardrails }), null, null);
		const text = await report({ lab, summary: '', source: '', notes: [], edits: [], baseline: null }, 'csv');
		expect(text).toMatch(/owner,'=1\+1/);
		expect(text).toMatch(/action,'@x/);
	});

	it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '\t=1'])(
		'quotes a text that begins like %j',
		async (summary) => {
			const lab = computeLab(aScenario(), null, null);
			const text = await report({ lab, summary, source: '', notes: [], edits: [], baseline: null }, 'csv');
			expect(text).toContain(`\nreport,${lab.scenario.id},summary,'${summary}\n`);
		},
	);
});

describe('the Markdown report', () => {
	it.each([
		['# big', '\\# big'],
		['- item', '\\- item'],
		['+ item', '\\+ item'],
		['---', '\\---'],
		['1. one', '1\\. one'],
		['> said', '&gt; said'],
		['<b>x</b> | [a](javascript:x) `c`', '&lt;b&gt;x&lt;/b&gt; \\| \\[a\\](javascript:x) \\`c\\`'],
	])('keeps a summary a paragraph: %s', async (summary, line) => {
		const lab = computeLab(aScenario(), null, null);
		const text = await report({ lab, summary, source: '', notes: [], edits: [], baseline: null }, 'md');
		expect(text.split('\n')[2]).toBe(line);
	});

	it('is made of tables whose rows are as long as their head', async () => {
		const text = await reportCommand('week-31', { set: ['threshold=0.1'], baseline: [], format: 'md' });
		expect(text).toMatch(/^# Week 31/);
		expect(text).toMatch(/State: `--set threshold=0\.1`/);
		for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
			const bars = table
				.split('\n')
				.filter((line) => line.startsWith('|'))
				.map((line) => line.replaceAll('\\|', '').split('|').length);
			expect(new Set(bars).size).toBe(1);
		}
	});

	it('escapes what could open a tag, a link or a column', async () => {
		const hostile = '<script>|`[x](javascript:1)*';
		const lab = computeLab(aScenario({ segments: [aSegment({ name: hostile })] }), null, null);
		const text = await report(
			{ lab, summary: hostile, source: hostile, notes: [hostile], edits: [], baseline: null },
			'md',
		);
		// In a fence it stands as it is; the fence must not end at it.
		const outside = text.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
		expect(outside).not.toContain('<script>');
		expect(outside).not.toMatch(/[^\\]\[x\]/);
		expect(text).toContain('&lt;script&gt;\\|\\`\\[x\\](javascript:1)\\*');
	});
});

it('YAML reads the JSON report too, as a check of its form', async () => {
	expect(parse(await reportCommand('toy-request', { set: [], baseline: [], format: 'json' }))).toHaveProperty(
		'verdict',
	);
});
