import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportCommand } from '../../src/commands/report.js';
import { METRIC_NAMES } from '../../src/engine/index.js';
import { FORMATS } from '../../src/export/formats.js';
import { report } from '../../src/export/report.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { percent } from '../../src/present/format/format.js';
import { width } from '../../src/text/width.js';
import { sampleGrid } from '../support/effort.js';
import { aGuardrail, aScenario, aSegment } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';

const json = async (name: string, set: string[] = [], baseline: string[] = []) =>
	JSON.parse(await reportCommand(name, { set, baseline, format: 'json' }));
const expectNear = (value: number, expected: number) =>
	expect(Math.abs(value - expected), `${value} for ${expected}`).toBeLessThanOrEqual(1e-6);

describe('the JSON report', () => {
	it('has every metric under its name, for the state and for its baseline', async () => {
		const object = await json('week-31');
		expect(Object.keys(object.metrics)).toEqual([...METRIC_NAMES]);
		expect(Object.keys(object.baseline)).toEqual([...METRIC_NAMES]);
		expectNear(object.metrics.cost, 0.0076785);
		expectNear(object.metrics.resolution, 0.941282);
		expectNear(object.baseline.resolution, 0.9714075);
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

	it('has the fields of a segment under the names of the model', async () => {
		const [faq] = (await json('week-31')).segments;
		const fields =
			'id smallSuccess repairRate repairCaught repairWasted escalated silentSmall routedSmall resolution handoff silent cost';
		for (const field of `${fields} trueEasy falseEasy falseHard trueHard easyInStrong routerAuc`.split(' '))
			expect(faq).toHaveProperty(field);
		expectNear(faq.smallSuccess, 0.96);
		expect(faq.routerAuc).toBeCloseTo(0.8318, 4);
	});

	it('lists the edits as they are typed, and applies them', async () => {
		const object = await json('week-31', ['segments.policy.override=strong', 'segments.billing.override=strong']);
		expect(object.edits).toEqual(['segments.policy.override=strong', 'segments.billing.override=strong']);
		expectNear(object.metrics.cost, 0.00815);
		expectNear(object.metrics.resolution, 0.94519);
		expectNear(object.metrics.silent, 0.011952);
	});

	it('normalizes every spelling of a percentage to the same edit', async () => {
		for (const spelled of ['50%', '.5', '0.5', '50'])
			expect((await json('week-31', [`segments.faq.routedSmall=${spelled}`])).edits).toEqual([
				'segments.faq.routedSmall=0.5',
			]);
	});

	it('has the metrics of a pinned baseline, and computes the saving against the scenario’s own', async () => {
		const object = await json('week-31', ['segments.faq.routedSmall=90%'], ['threshold=0']);
		expectNear(object.pinned.cost, 0.0076785);
		// The saving is always against the scenario's own baseline.
		expectNear(object.baseline.cost, 0.032);
		expectNear(object.metrics.saving, 1 - object.metrics.cost / 0.032);
		expect(object.metrics.saving).toBeGreaterThan(0);
		expect(object.baselineEdits).toEqual(['threshold=0']);
	});

	it('has the rows of a cost table, and null for unmeasured figures', async () => {
		const object = await json('cost-table');
		expect(object.rows.map((row: { cost: number }) => Math.round(row.cost * 1e6) / 1e6)).toEqual([
			0.032, 0.00768, 0.0048, 0.0208, 0.032,
		]);
		expect(object.metrics.resolution).toBeNull();
		expect(object.segments[0].falseEasy).toBeNull();
	});
});

describe('the figures of the Curve, Signals and Trace panes', () => {
	it('are in the JSON and the CSV report', async () => {
		const object = await json('week-31');
		const { metrics } = object;
		expect(object.curve).toHaveLength(25);
		expect(object.curve[0].smallShare).toBe(0);
		expect(object.curve.at(-1).smallShare).toBe(1);
		expect(object.signals.weeks.map(({ week }: { week: number }) => week)).toContain(31);
		const cost = object.signals.signals.find((signal: { metric: string }) => signal.metric === 'cost');
		expectNear(cost.values[3], metrics.cost);
		expect(object.trace[0]).toMatchObject({ request_id: 'req-31-0', role: 'answer' });
		const csv = await reportCommand('week-31', { set: [], baseline: [], format: 'csv' });
		expect(csv).toMatch(/\ncurve,1,smallShare,0\n/);
		expect(csv).toMatch(/\nsignals,cost,week 31,0\.00767/);
		expect(csv).toMatch(/\ntrace,1,request_id,req-31-0\n/);
	});

	it('are null in a scenario without a curve and weeks', async () => {
		expect(await json('cost-table')).toMatchObject({ curve: null, signals: null });
	});
});

describe('the report in every format', () => {
	it.each(SHIPPED_IDS)('of %s has no placeholder values and no control characters', async (id) => {
		for (const format of FORMATS) {
			const text = await reportCommand(id, { set: [], baseline: [], format });
			expect(text.endsWith('\n')).toBe(true);
			// As a reason, "undefined" is a term of the model.
			const figures = text.replaceAll('"undefined"', '').replace(/^(reasons|segmentReasons),.*$/gm, '');
			expect(figures).not.toMatch(/undefined|NaN|\[object|Infinity/);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: a report must not contain control characters
			expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
		}
	});

	it.each(FORMATS)('lists the unmeasured inputs of a check as %s', async (format) => {
		const text = await reportCommand('week-31', { set: ['check.catches=0.9'], baseline: [], format });
		for (const path of ['check.falseAlarms', 'check.cost', 'check.latency']) expect(text).toContain(path);
		if (format === 'text' || format === 'md')
			expect(text).toContain('not measured: check.falseAlarms, check.cost, check.latency');
		if (format === 'csv') expect(text).toContain('report,week-31,notMeasured,check.cost');
		const off = await reportCommand('week-31', { set: [], baseline: [], format });
		expect(off).not.toContain('check.cost');
	});
});

describe('the text report', () => {
	it('names the columns of a table that do not fit, unlike the Markdown report', async () => {
		const text = await reportCommand('cost-table', { set: [], baseline: [], format: 'text' });
		expect(text).toMatch(/^ no room here for: output$/m);
		expect(await reportCommand('cost-table', { set: [], baseline: [], format: 'md' })).not.toContain('no room here');
	});

	it('has the verdict, the edits and what was not measured, in at most 100 columns', async () => {
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

describe('the text and the Markdown report', () => {
	it.each(['text', 'md'] as const)(
		'give the total cost of a resolved request next to model spend: %s',
		async (format) => {
			const set = { set: [], baseline: [] };
			const { metrics, baseline } = await json('week-31');
			const text = (await reportCommand('week-31', { ...set, format })).replaceAll('*', '');
			const more = percent(metrics.totalCostPerResolved / baseline.totalCostPerResolved - 1);
			expect(text).toContain(`a resolved request costs ${more} more ▲ (±`);
		},
	);

	it.each(['text', 'md'] as const)('give the owner and the action of every guardrail: %s', async (format) => {
		const text = (await reportCommand('week-31', { set: [], baseline: [], format })).replace(/\s+/g, ' ');
		expect(text).toContain('Guardrails');
		expect(text.replaceAll('*', '')).toMatch(
			/✗ breached resolution \(right, with no person involved\): 94\.1%, limit ≥ 96\.1%, watched for one week\. Owner: product\. What to do: Restore the route mix/,
		);
		expect(text.replaceAll('*', '')).toMatch(/✓ held p95 wait .*If it breaks: Switch repairs off/);
		expect(await reportCommand('week-31', { set: ['check=on'], baseline: [], format })).toMatch(/Guardrails/);
	});

	it('name the segment of a guardrail', async () => {
		const guardrails = [aGuardrail({ metric: 'resolution', segment: 'one', side: 'atLeast', limit: 0.5 })];
		const lab = computeLab(aScenario({ guardrails, segments: [aSegment({ name: 'Refunds' })] }), null, null);
		const input = { lab, summary: '', source: '', notes: [], edits: [], baseline: null };
		expect(await report(input, 'text')).toMatch(/, Refunds \(/);
	});

	it('have whole sentences when values are missing', async () => {
		for (const [i, id] of SHIPPED_IDS.entries())
			for (const set of sampleGrid([[], ['check.catches=0.9'], ['handoffCost=0'], ['handoffCost=none']], i, 4)) {
				const text = (await reportCommand(id, { set, baseline: [], format: 'text' })).replace(/\s+/g, ' ');
				expect(text).not.toMatch(/so do not measured|rate of not measured/);
				expect(text).toMatch(/Break-even: .*?\./);
			}
	});

	it('fit the given width as text', async () => {
		const { scenario } = shippedScenario('week-31');
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
	it('has a row for each edit of the state and of its baseline', async () => {
		const text = await reportCommand('week-31', { set: ['threshold=0.2'], baseline: ['threshold=0'], format: 'csv' });
		expect(text).toContain('\nedit,1,set,threshold=0.2\nbaselineEdit,1,set,threshold=0\n');
	});

	it('has a row for every figure, unrounded, or empty if not measured', async () => {
		const lines = (await reportCommand('cost-table', { set: [], baseline: [], format: 'csv' })).trim().split('\n');
		expect(lines[0]).toBe('section,id,field,value');
		expect(lines).toContain('metrics,,resolution,');
		expect(lines.find((line) => line.startsWith('rows,blend,cost,'))).toMatch(/0\.0076/);
		const week = await reportCommand('week-31', { set: [], baseline: [], format: 'csv' });
		expect(week).toMatch(/relieved,cost,usdPer1000,-24\.3\d+/);
	});

	it('quotes an owner and an action that begin like a formula', async () => {
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
		'quotes a summary that begins like %j',
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
	])('escapes a summary so that it stays a paragraph: %s', async (summary, line) => {
		const lab = computeLab(aScenario(), null, null);
		const text = await report({ lab, summary, source: '', notes: [], edits: [], baseline: null }, 'md');
		expect(text.split('\n')[2]).toBe(line);
	});

	it('has tables whose rows have as many cells as their heading', async () => {
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

	it('escapes names and words that could open a tag, a link or a column', async () => {
		const hostile = '<script>|`[x](javascript:1)*';
		const lab = computeLab(aScenario({ segments: [aSegment({ name: hostile })] }), null, null);
		const text = await report(
			{ lab, summary: hostile, source: hostile, notes: [hostile], edits: [], baseline: null },
			'md',
		);
		// Inside a fence the text is unescaped, and it must not end the fence.
		const outside = text.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
		expect(outside).not.toContain('<script>');
		expect(outside).not.toMatch(/[^\\]\[x\]/);
		expect(text).toContain('&lt;script&gt;\\|\\`\\[x\\](javascript:1)\\*');
	});
});

it('the JSON report is also valid YAML', async () => {
	expect(parse(await reportCommand('toy-request', { set: [], baseline: [], format: 'json' }))).toHaveProperty(
		'verdict',
	);
});
