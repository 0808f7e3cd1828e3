import { describe, expect, it } from 'vitest';
import { signalsOf, weekScenarios } from '../../src/engine/index.js';
import type { MetricName, Scenario, Week } from '../../src/engine/scenario.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { type Block, blockInputs } from '../../src/present/pane/block.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { signalsBlocks } from '../../src/present/signals/pane.js';
import { sparkline, sparklineWidth } from '../../src/present/signals/table.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { pairs, sampleGrid } from '../support/effort.js';
import { aScenario, week31 as plainWeek31, withEvery } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

const blocksOf = (scenario: Scenario, isDetailed = false): readonly Block[] =>
	signalsBlocks(computeLab(scenario, null, null), isDetailed);
const layOut = (blocks: readonly Block[], width: number, height: number, focus: string | null = null): string[] =>
	layoutPane({ id: 'board', title: 'Signals', blocks }, { width, height, focus }).map(textOf);
const draw = (scenario: Scenario, columns = 78, height = 21, focus: string | null = null): string[] =>
	layOut(blocksOf(scenario), columns, height, focus);
const oneLine = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');
const week31 = shippedScenario('week-31').scenario;

const sixtyWeeks: readonly Week[] = Array.from({ length: 60 }, (_, i) => ({
	week: i + 1,
	label: `week number ${i + 1}`,
	set: { 'segments.one.routedSmall': i < 40 ? 0.2 : 0.8, 'segments.one.repairRate': i < 50 ? 0 : 0.1 },
}));

describe('the weeks of week 31', () => {
	const signals = signalsOf(week31);
	const signal = (metric: MetricName) => {
		const found = signals.signals.find((candidate) => candidate.metric === metric);
		if (!found) throw new Error(`no signal ${metric}`);
		return found;
	};

	it('do not change the scenario itself, and equal it in week 31', () => {
		const { metrics } = computeLab(week31, null, null).outcome;
		expect(metrics).toEqual(computeLab({ ...week31, weeks: [] }, null, null).outcome.metrics);
		expect(metrics.cost).toBeCloseTo(0.0076785, 6);
		expect(metrics.resolution).toBeCloseTo(0.941282, 6);
		const atWeek31 = weekScenarios(week31).find(({ week }) => week === 31);
		expect(atWeek31?.scenario).toEqual(week31);
	});

	it('show worse escalation and repair rates before resolution, which is known two weeks late', () => {
		const seen = [signal('escalationRate').seen, signal('repairRate').seen, signal('resolution').seen];
		expect(seen).toEqual([30, 32, 33]);
		expect(signal('resolution').alarm).toBe(31);
		for (const { metric, alarm } of signals.signals)
			if (metric !== 'escalationRate') expect(alarm, metric).not.toBe(30);
	});

	it('keep the small share level while resolution falls', () => {
		const share = signal('smallShare').values as number[];
		expect(share.slice(0, 3).every((value) => value === share[0])).toBe(true);
		for (const value of share.slice(3)) expect(value).toBeCloseTo(0.80005, 9);
		const resolution = signal('resolution').values.slice(3) as number[];
		expect(resolution).toEqual(resolution.toSorted((a, b) => b - a));
	});
});

describe('the Signals pane of week 31', () => {
	const lines = draw(week31);
	const all = lines.join('\n');

	it('says that the weeks were recorded, and do not follow edits', () => {
		expect(lines[0]).toBe(' Weeks 28 to 33 were recorded: edits do not change them.');
	});

	it('has the weeks of the scenario as opened, whatever was edited since', () => {
		const edited = withEdits(week31, 'segments.faq.strongOnEasy=0.9', 'volumePerWeek=100', 'segments.faq.labels=9');
		const [intro, table, seen] = signalsBlocks(computeLab(edited, week31, null, { opened: week31 }));
		expect([intro, table, seen]).toEqual(blocksOf(week31).slice(0, 3));
		// The edits would move the signals.
		expect(blocksOf(edited)[1]).not.toEqual(table);
	});

	it('says in a sentence which signal was seen first, and when resolution moved and is seen', () => {
		expect(oneLine(lines)).toContain(
			'First seen to get worse: escalation rate, in week 30. The alarm of resolution is in week 31, and is seen in week 33.',
		);
	});

	it('has a sparkline, the first and the last value, and the alarm of each signal: how, since when and when seen', () => {
		expect(all).toMatch(/weeks 28–33 +first week +last week +alarm +in +seen/);
		expect(all).toMatch(/escalation rate ▁ ▁!▁ ▅ ▄ █ +0\.2% +8\.2% worse +30 +30/);
		expect(all).toMatch(/repair rate +▁ ▁ ▁ ▁!▅ █ +0\.0% +4\.4% worse +32 +32/);
		expect(all).toMatch(/resolution +█ █ █!▆ ▆ ▁ +97\.4% +86\.6% worse +31 +33/);
		expect(all).toMatch(/spend +█ █ █!▁ ▁ ▁ +\$0\.0228 +\$0\.0088 better +31 +31/);
		expect(all).toMatch(/p95 wait .* 4,334 ms +3,177 ms better +31 +31/);
	});

	it('explains the two weeks of an alarm, with the lag of outcomes', () => {
		expect(oneLine(lines)).toMatch(
			/In: the week of the alarm\. Seen: when .* arrive, 2 weeks later for resolution and silent failures\./,
		);
	});

	it('has the misleading signal last, without an alarm', () => {
		const at = lines.findIndex((line) => line.startsWith(' small share'));
		expect(lines[at]).toMatch(/small share +▁ ▁ ▁ █ █ █ +30\.3% +80\.0% as set +31 +31/);
		expect(lines.slice(at + 1).join('\n')).not.toMatch(/worse|better/);
	});

	it('has the labels as inputs, with the number needed to detect the loss that the guardrail allows', () => {
		expect(all).toMatch(/FAQ answer +2,400 +96\.0% +−1\.0 pt +3,346 \? too few/);
		expect(all).toMatch(/Billing action +60 +72\.0% +−1\.0 pt +14,946 \? too few/);
		const paths = blocksOf(week31).flatMap((block) =>
			block.kind === 'table' ? block.table.rows.flatMap((row) => row.cells.flatMap(({ path }) => path ?? [])) : [],
		);
		expect(paths).toEqual(['faq', 'refund', 'policy', 'billing'].map((id) => `segments.${id}.labels`));
	});

	it('has what happened in each week if there is room', () => {
		const tall = draw(week31, 78, 36).join('\n');
		expect(tall).toMatch(/week 30: The vendor updates the small model/);
		expect(tall).toMatch(/Small share misleads/);
		expect(all).not.toMatch(/week 30: /);
	});

	it('has what happened and what an alarm is if that is asked for, in place of the signals where room is short', () => {
		const short = oneLine(layOut(blocksOf(week31, true), 78, 21));
		expect(short).toMatch(
			/edits do not change them.*First seen.*week 30: The vendor updates the small model.*An alarm \(!\)/,
		);
		expect(short).toMatch(/more than its noise and by more than a tenth.*Small share misleads.*FAQ answer 2,400/);
		expect(short).not.toMatch(/[▁█]/);
		expect(oneLine(layOut(blocksOf(week31, true), 78, 40))).toMatch(/escalation rate ▁ ▁!▁.*week 30: .*An alarm/);
		expect(blocksOf(week31, true).flatMap(blockInputs)).toEqual(blocksOf(week31).flatMap(blockInputs));
	});

	it('raises later alarms, or none, with fewer labels', () => {
		const known = draw(withEvery(week31, { labels: 50, volumePerWeek: null } as object)).join('\n');
		expect(known).toMatch(/resolution .* (?:(?:none|unclear) +– +–|worse +3[23] +3[45])/);
		const none = draw(withEvery(week31, { labels: null })).join('\n');
		expect(none).toMatch(/silent failures .* unclear +– +–/);
	});

	it('keeps its columns in place when an edit changes the figures', () => {
		const alarmColumns = (screen: readonly string[]) => screen.map((line) => line.search(/last week|worse +\d/));
		expect(alarmColumns(draw(withEvery(week31, { silentCost: 3 })))).toEqual(alarmColumns(lines));
	});
});

describe('the Signals pane', () => {
	it.each(['cost-table', 'mmlu-mixtral-gpt4', 'toy-request'])('says how to add weeks if there are none: %s', (id) => {
		const { scenario } = shippedScenario(id);
		const all = draw(scenario).join(' ').replace(/\s+/g, ' ');
		expect(all).toMatch(/No weeks: this scenario is one state/);
		expect(all).toMatch(/add a list weeks to its file/);
		expect(all).toContain(`set: { segments.${scenario.segments[0]?.id}.routedSmall: 0.2 }`);
		expect(all).not.toMatch(/undefined|misleading/);
	});

	it('says that one week cannot be compared', () => {
		const all = draw({ ...plainWeek31(), weeks: [{ week: 7, label: 'only', set: {} }] }).join('\n');
		expect(all).toMatch(/There is one week only/);
		expect(all).toMatch(/escalation rate ▅ .* none +– +–/);
	});

	it('has no alarm if nothing moves', () => {
		const weeks = [1, 2, 3].map((week) => ({ week, label: 'calm', set: {} }));
		const all = draw({ ...plainWeek31(), weeks }).join('\n');
		expect(all).toMatch(/No signal raised an alarm for the worse/);
		expect(all).not.toMatch(/![▁-█]| worse +\d/);
	});

	it('says that an alarm is seen only after the last week on record', () => {
		const all = oneLine(draw(shippedScenario('attempt-b').scenario));
		expect(all).toMatch(/resolution .* worse 17 19 /);
		expect(all).toContain('. Weeks after 18 are not on record yet.');
		expect(oneLine(draw(week31))).not.toContain('not on record');
	});

	it('shows gaps for unmeasured weeks', () => {
		const blank = {
			...shippedScenario('cost-table').scenario,
			weeks: [1, 2].map((week) => ({ week, label: 'w', set: {} })),
		};
		expect(draw(blank, 78, 33).join('\n')).toMatch(/resolution +· · +n\/m +n\/m none +– +–/);
	});
});

describe('a sparkline', () => {
	it('uses its full height only for a relevant change', () => {
		expect(sparkline([1, 2, 3], 0.1, -1)).toBe('▁ ▅ █');
		expect(sparkline([100, 101, 102], 10, -1)).toBe('▄ ▅ ▅');
		expect(sparkline([5, 5], 0, -1)).toBe('▅ ▅');
		expect(sparkline([0, null, 1], 0, 2)).toBe('▁ ·!█');
	});

	it('has one bar per week, or evenly spaced ones for many weeks', () => {
		expect(
			sparkline(
				sixtyWeeks.map(({ week }) => week),
				0,
				5,
			),
		).toBe('▁▁▂▂▃▃▄▄▅▅▆▆▇▇██');
		for (const weeks of [1, 2, 8, 9, 16, 17, 520])
			expect(sparkline(Array(weeks).fill(1), 0, -1)).toHaveLength(sparklineWidth(weeks));
	});
});

describe('the Signals pane of any scenario at any size', () => {
	const many = aScenario({ weeks: sixtyWeeks });
	const scenarios = [...SHIPPED_IDS.map((id) => shippedScenario(id).scenario), many];

	it('fits its width and height, and truncates no number', () => {
		const sizes = pairs([38, 57, 58, 60, 78, 80, 99, 118, 160], [15, 18, 21, 33, 60]);
		for (const [i, scenario] of scenarios.entries())
			for (const [at, [columns, height]] of sampleGrid(sizes, i, 7).entries()) {
				const lines = layOut(blocksOf(scenario, at % 2 === 1), columns, height);
				expect(lines.length, `${scenario.id} ${columns}×${height}`).toBeLessThanOrEqual(height);
				for (const line of lines) {
					expect(width(line), `${scenario.id} at ${columns}: “${line}”`).toBeLessThanOrEqual(columns);
					expect(line, `${scenario.id} at ${columns}`).not.toMatch(/\d…|NaN|Infinity/);
				}
			}
	});

	it('has the sentence, the first signals and the focused input at the smallest size', () => {
		expect(oneLine(draw(week31, 38, 15))).toMatch(/First seen to get worse: escalation rate, in week 30\./);
		expect(draw(week31, 38, 15, 'segments.refund.labels').join('\n')).toMatch(/small share/);
		expect(draw(week31, 38, 15, 'segments.billing.labels').join('\n')).toMatch(/›\s*60/);
	});

	it('has the alarm in a scenario with 60 weeks', () => {
		expect(draw(many, 78, 33).join('\n')).toMatch(/repair rate .* worse +51 +51/);
	});
});
