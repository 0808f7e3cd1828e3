import { describe, expect, it } from 'vitest';
import { type PressureItem, unmodelledPressures } from '../../src/engine/index.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { computeLab, type LabInput } from '../../src/present/board/lab-input.js';
import { WATCHED_METRICS } from '../../src/present/pressure/facts.js';
import { pressureBlocks } from '../../src/present/pressure/pane.js';
import { type Line, textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { pairs, sampleGrid } from '../support/effort.js';
import { seeded } from '../support/random.js';
import { aCheck, aScenario, aSegment, withEvery } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

function spans(input: LabInput, columns = 80, height = 21, focus: string | null = null): readonly Line[] {
	const [block] = pressureBlocks(input);
	if (block?.kind !== 'drawing') throw new Error('no drawing');
	return block.draw({ width: columns, height, focus });
}
const draw = (input: LabInput, columns = 80, height = 21, focus: string | null = null): string[] =>
	spans(input, columns, height, focus).map(textOf);
const drawText = (input: LabInput, columns = 80, height = 21): string => draw(input, columns, height).join('\n');

const lab = (scenario: Scenario, baseline: Scenario | null = null, before: Scenario | null = null): LabInput =>
	computeLab(scenario, before, baseline);

// Without its weeks, which make the tests slower and do not matter here.
const week31: Scenario = { ...shippedScenario('week-31').scenario, weeks: [] };
const overridden = withEdits(week31, 'segments.policy.override=strong', 'segments.billing.override=strong');
const repaired = withEdits(overridden, 'segments.faq.repairRate=3%', 'segments.refund.repairRate=16%');
const checked = withEdits(week31, 'check.catches=90%', 'check.falseAlarms=5%', 'check.cost=0.0016');
const allStrong = withEvery(week31, { routedSmall: 0 });

/** Returns week 31 with the given pressures. */
function withPressures(relieved: readonly PressureItem[], created: readonly PressureItem[]): LabInput {
	const input = lab(week31);
	return { ...input, outcome: { ...input.outcome, pressure: { relieved, created } } };
}
const item = (metric: PressureItem['metric'], from: number, to: number, usdPer1000: number | null, owner: string) => ({
	metric,
	from,
	to,
	usdPer1000,
	owner,
});
const MOST_PRESSURES = withPressures(
	[
		item('cost', 0.032, 0.0076785, -24.32, 'platform'),
		item('latencyP95', 4800, 2833, null, 'latency'),
		item('repairLoad', 0.1234, 0.03, null, 'model platform'),
	],
	[
		item('handoff', 0.0229, 0.0461, 92.99, 'support operations'),
		item('silent', 0.0057, 0.0126, 39.94, 'trust and safety'),
		item('highRiskSmall', 0, 0.3875, null, 'risk'),
		item('resolution', 0.9714, 0.9413, null, 'product'),
		item('falseEasy', 0, 0.0449, null, 'evaluation'),
	],
);

describe('the Pressure pane of week 31', () => {
	const drawn = drawText(lab(week31));

	it('shows the visible pain above the hidden cause', () => {
		expect(drawn).toMatch(/BEFORE: all strong/);
		expect(drawn).toMatch(/visible pain {2}spend\s+\$0\.0320 a request/);
		expect(drawn.replace(/\s*│\n│\s*/g, ' ')).toMatch(
			/hidden cause {2}every request goes to the strong model; the small model would be right on 87\.6%/,
		);
	});

	it('has an arrow from the baseline to both sides, with the change and the number of segments next to it', () => {
		expect(drawn).toMatch(/│ THE CHANGE {2}routed small\s+0\.0% → {3}80\.0% {2}up in 4 of 4 segments/);
		const lines = draw(lab(week31));
		const stem = lines.findIndex((line) => line.startsWith('└─┬'));
		const box = lines.findIndex((line) => line.includes('RELIEVED'));
		for (const line of lines.slice(stem + 1, box)) expect(line).toMatch(/^ {2}[│├]/);
		const fork = lines[box - 1] ?? '';
		expect([...(lines[box] ?? '')].flatMap((c, i) => (c === '▼' ? [i] : []))).toEqual([
			fork.indexOf('├'),
			fork.indexOf('┐'),
		]);
	});

	it('has relieved pressures left and created ones right, with figures, USD per 1,000 requests and owner', () => {
		expect(drawn).toMatch(/▼ RELIEVED .* per 1,000 requests .*▼ CREATED .* per 1,000 requests/);
		expect(drawn).toMatch(/▼ spend\s+\$0\.0320 → \$0\.0077 │ │ ▲ hand-offs\s+2\.3% → {4}4\.6%/);
		expect(drawn).toMatch(/−\$24\.32 \(platform\)\s+│ │\s+\+\$92\.99 \(support operations\)/);
		expect(drawn).toMatch(/▲ silent failures\s+0\.6% →\s+1\.3%/);
		expect(drawn).toMatch(/\+\$39\.94 \(trust and safety\)/);
		expect(drawn).toMatch(/▼ resolution\s+97\.1% →\s+94\.1%/);
		expect(drawn).toMatch(/▼ p95 wait, ms\s+4,800 → {3}2,833/);
	});

	it('has the net of the priced pressures, what is not modelled, and what did not move', () => {
		expect(drawn).toMatch(/net\s+\+\$108\.60 per 1,000 requests ▲ costs more/);
		expect(drawn).toMatch(/not modelled: queueing, cache, memory/);
		expect(drawText(lab(week31), 80, 30)).toMatch(/unchanged: repair load/);
	});

	it('has the effect of the last input on the net, once there is one', () => {
		expect(drawn).not.toMatch(/last input/);
		expect(drawText(lab(overridden, null, week31))).toMatch(/last input −\$\d+\.\d\d/);
		expect(drawText(lab(withEdits(week31, 'segments.faq.labels=50'), null, week31))).toMatch(/last input \$0\.00/);
	});

	it('marks the focused input, at every size', () => {
		for (const [columns, height] of [
			[80, 21],
			[38, 15],
			[60, 15],
			[118, 33],
		])
			for (const path of ['threshold', 'handoffCost']) {
				const marked = spans(lab(week31), columns, height, path).flat();
				expect(marked.filter(({ tone }) => tone === 'focus').map((span) => span.text.trim())).toEqual([
					path === 'threshold' ? '0.00' : '$4.0000',
				]);
				expect(marked.some((span) => span.text === '›')).toBe(true);
			}
	});

	it('keeps its columns in place when figures get more digits', () => {
		const figureEnds = (input: LabInput): number[] =>
			draw(input, 80, 21).flatMap((line) => [...line.matchAll(/ → +\$?[\d.,]+%?/g)].map((m) => m.index + m[0].length));
		const one = withPressures([item('cost', 0.032, 0.9, 5, 'platform')], [item('handoff', 0.023, 0.046, 9, 'ops')]);
		const two = withPressures([item('cost', 0.032, 12.5, 12_345, 'platform')], [item('handoff', 0.5, 1, 987, 'ops')]);
		expect(figureEnds(two)).toEqual(figureEnds(one));
	});
});

describe('the change in the Pressure pane', () => {
	it('lists overrides and repairs after the mix', () => {
		const drawn = drawText(lab(repaired));
		expect(drawn).toMatch(/routed small\s+0\.0% → {3}78\.5% {2}up in 2 of 4 segments/);
		expect(drawn).toMatch(/overrides\s+0 → {7}2 {2}kept strong: Policy\n.*exception, Billing action/);
		expect(drawn).toMatch(/repair rate\s+– → {4}4\.0% {2}in 2 of 4 segments/);
	});

	it('is against a pinned baseline, with its pain and cause', () => {
		const drawn = drawText(lab(repaired, week31));
		expect(drawn).toMatch(/BEFORE: the pinned state/);
		expect(drawn).toMatch(/visible pain {2}hand-offs\s+4\.6% of requests/);
		expect(drawn).toMatch(/hidden cause .*4\.5% are false-easy/);
		expect(drawn).toMatch(/routed small\s+80\.0% → {3}78\.5% {2}down in 2 of 4 segments/);
		expect(drawn).toMatch(/repair rate\s+0\.0% → {4}4\.0%/);
		expect(drawn).toMatch(/▲ spend/);
		expect(drawText(lab(week31, repaired))).toMatch(/overrides\s+2 → {7}0 {2}no longer: Policy/);
	});

	it('lists a check that was switched on', () => {
		const drawn = drawText(lab(checked, week31));
		expect(drawn).toMatch(/check\s+off → {6}on {2}catches 90\.0%, false alarms\n.* 5\.0%/);
		expect(drawText(lab(checked))).toMatch(/check\s+off → {6}on/);
	});

	it('lists a single segment, the threshold, and other inputs', () => {
		const one = drawText(lab(withEdits(week31, 'segments.billing.routedSmall=0'), week31));
		expect(one).toMatch(/down|Billing action 30\.0% → 0\.0%/);
		const threshold = drawText(lab(withEdits(week31, 'threshold=0.5'), week31));
		expect(threshold).toMatch(/threshold\s+0\.00 → {4}0\.50/);
		const other = drawText(
			lab(withEdits(week31, 'prices.strong.input=5', 'handoffCost=8', 'routerCost=0.001'), week31),
		);
		expect(other).toMatch(/strong input price \$10 → \$5/);
		expect(other).toMatch(/cost of a hand-off \$4 → \$8/);
		expect(other).toMatch(/router\s+\$0\.0000 → \$0\.0010/);
	});

	it('counts the changes that do not fit', () => {
		expect(drawText(lab(repaired), 38, 15)).toMatch(/\+\d more changes?/);
	});
});

describe('the hidden cause in the Pressure pane', () => {
	const causeOf = (now: Scenario, baseline: Scenario | null): string =>
		drawText(lab(now, baseline), 118, 40)
			.split('\n')
			.find((line) => line.includes('hidden cause')) ?? '';

	it('follows from the figures of the baseline', () => {
		expect(causeOf(week31, null)).toMatch(/goes to the strong model/);
		expect(causeOf(repaired, null)).toMatch(/the strong model, and 2\.9% are not resolved/);
		expect(causeOf(allStrong, week31)).toMatch(/4\.5% .*FAQ answer/);
		expect(causeOf(withEdits(week31, 'segments.faq.routedSmall=95%'), week31)).toMatch(
			/easy requests are routed strong: 12\.1% are false-hard, most of them FAQ answer/,
		);
		const repairing = withEdits(week31, 'segments.faq.repairRate=60%');
		expect(causeOf(week31, repairing)).toMatch(/repairs .*43\.6% of requests/);
		const table = shippedScenario('cost-table').scenario;
		expect(causeOf(table, null)).toMatch(/nobody measured how many are easy/);
		expect(causeOf(withEdits(table, 'segments.all.routedSmall=90%'), table)).toMatch(
			/20\.0% are routed strong, and nob/,
		);
	});
});

describe('the Pressure pane in edge cases', () => {
	it('says that there is no change if the state is the baseline', () => {
		for (const input of [lab(allStrong), lab(week31, week31)])
			for (const columns of [38, 60, 80]) {
				const drawn = drawText(input, columns, 15);
				expect(drawn).toMatch(/no change/);
				expect(drawn).toMatch(/RELIEVED[\s\S]*nothing, as nothing changed/);
				expect(drawn).toMatch(/net: nothing/);
			}
	});

	it('says that a side is empty', () => {
		const relieved = drawText(lab(withEdits(week31, 'prices.strong.input=5'), week31));
		expect(relieved).toMatch(/▼ spend\s+\$0\.0077 → \$0\.0057 │ │ nothing .*worse/);
		expect(relieved).toMatch(/▼ costs less/);
		const created = drawText(lab(withEdits(week31, 'prices.strong.input=20'), week31));
		expect(created).toMatch(/nothing measured got better\s+│ │ ▲ spend/);
		expect(created).toMatch(/visible pain {2}spend\s+\$0\.0077/);
	});

	it('lists unmeasured metrics on the created side', () => {
		for (const [columns, height] of [
			[80, 21],
			[38, 15],
		] as const) {
			const drawn = drawText(lab(shippedScenario('cost-table').scenario), columns, height);
			for (const name of ['resolution', 'hand-offs', 'silent', 'p95'])
				expect(drawn).toMatch(new RegExp(`\\? ${name}.*not measured`));
			expect(drawn).not.toMatch(/high-risk/);
			expect(drawn).toMatch(/net .*−\$24\.32/);
		}
	});

	it('says that spend was not measured', () => {
		const none = aScenario({
			latency: null,
			handoffCost: null,
			strongDetection: null,
			check: aCheck({ catches: null, falseAlarms: null, cost: null, latency: null }),
			segments: [aSegment({ easyShare: null, routerAuc: null, detection: null, silentCost: null })],
		});
		const pinned = { ...none, segments: none.segments.map((segment) => ({ ...segment, routedSmall: 0.4 })) };
		for (const columns of [38, 60, 80]) {
			const drawn = drawText(lab(none, pinned), columns, 15);
			expect(drawn).toMatch(/(pain|BEFORE.*)\s+spend\s+not measured/);
			expect(drawn).toMatch(/\? spend\s+not measured/);
		}
	});

	it('lists the unmeasured price of a pressure that moved', () => {
		const drawn = drawText(lab({ ...week31, handoffCost: null }));
		expect(drawn).toMatch(/▲ hand-offs[\s\S]*\? \(support operations\)[\s\S]*\? cost of hand-offs\s+not measured/);
	});

	it('adds decimals to show a small change', () => {
		const drawn = drawText(
			withPressures([item('silent', 0.01001, 0.00951, -3, 'a')], [item('cost', 0.007678, 0.007721, 1, 'b')]),
		);
		expect(drawn).toMatch(/silent failures\s+1\.00% →\s+0\.95%/);
		expect(drawn).toMatch(/spend\s+\$0\.00768 → \$0\.00772/);
	});
});

describe('the size of the Pressure pane', () => {
	const owners = ['platform', 'latency', 'model platform', 'support operations', 'trust and safety', 'risk', 'product'];

	it('suffices for 3 relieved and 5 created pressures with their owners at 80×21, 60×15 and more', () => {
		for (const [columns, height] of [
			[80, 21],
			[78, 21],
			[60, 15],
			[80, 15],
			[118, 21],
		] as const) {
			const drawn = drawText(MOST_PRESSURES, columns, height);
			for (const owner of [...owners, 'evaluation']) expect(drawn, `${columns}×${height}`).toContain(owner);
			expect(drawn.match(/\d%?\s*→\s*\$?[\d.,]+/g)?.length, `${columns}×${height}`).toBe(9);
			for (const usd of ['−$24.32', '+$92.99', '+$39.94']) expect(drawn).toContain(usd);
			expect(drawn).toMatch(/queueing, cache, memory/);
			expect(drawn).toMatch(/every request goes (?:to the strong model|strong)/);
		}
	});

	it('drops owners before figures if there is no room for both', () => {
		const drawn = drawText(MOST_PRESSURES, 38, 15);
		expect(drawn.match(/\d%?\s*→\s*\$?[\d.,]+/g)?.length).toBe(9);
		expect(drawn).toMatch(/net \+\$108\.61 per 1,000/);
		expect(drawn).toMatch(/queueing, cache, memory/);
		for (const owner of [...owners, 'evaluation']) expect(drawText(MOST_PRESSURES, 38, 40)).toContain(owner);
	});

	it('wraps an owner that is wider than its line', () => {
		const long = 'the working group on customer trust, safety and complaints of every kind';
		const input = withPressures([], [item('silent', 0.01, 0.02, 12, long)]);
		for (const columns of [38, 60, 80]) expect(drawText(input, columns, 33).replace(/[│\s]+/g, ' ')).toContain(long);
	});

	const names = [
		'返金の異議申し立て（とても長い名前のセグメント）',
		'👩‍💻 developers & others 🚀🚀🚀 with a name that goes on',
	];
	const wide = aScenario({
		segments: names.map((name, i) => aSegment({ id: `s${i}`, share: 0.5, name, risk: 'high' })),
	});
	const random = seeded(31);
	const randomScenarios = Array.from({ length: 25 }, (): Scenario => {
		const segments = week31.segments.map((segment) => ({
			...segment,
			routedSmall: random.chance(0.2) ? 1 : random.uniform(),
			repairRate: random.chance(0.5) ? 0 : random.uniform(),
			override: random.chance(0.3) ? ('strong' as const) : null,
		}));
		return {
			...week31,
			segments,
			handoffCost: random.chance(0.2) ? null : 10 ** (4 * random.uniform()),
			routerCost: random.chance(0.5) ? 0 : random.uniform() * 20,
			threshold: random.uniform() * 4 - 2,
			check: random.chance(0.3) ? aCheck() : null,
		};
	});
	const states: readonly LabInput[] = [
		...SHIPPED_IDS.map((id) => lab({ ...shippedScenario(id).scenario, weeks: [] })),
		...randomScenarios.map((scenario, i) => lab(scenario, i % 2 ? week31 : null, i % 3 ? repaired : null)),
		lab(repaired, week31),
		lab(checked),
		lab(allStrong),
		lab(wide),
		lab(wide, withEvery(wide, { override: 'strong' })),
		MOST_PRESSURES,
	];

	const widths = [38, 60, 80, ...Array.from({ length: 48 }, (_, i) => 38 + i), 99, 118, 120, 142, 143, 160];

	/** Returns what is wrong with a drawing; null if nothing is. */
	function findFault(lines: readonly string[], input: LabInput, columns: number, height: number): string | null {
		const drawn = lines.join('\n');
		const { relieved, created } = input.outcome.pressure;
		const moved = [...drawn.matchAll(/[▼▲] [\w-]+[^│]*?\d\S* ?→ *\$?\d[\d,.]*%?(?=[ │]|$)/gm)].length;
		if (lines.length > height) return 'too high';
		if (lines.some((line) => width(line) > columns)) return 'too wide';
		if (drawn.includes('…')) return 'something is shortened';
		const end = unmodelledPressures(input.scenario).join(', ');
		if (!drawn.replace(/\s+/g, ' ').includes(`modelled: ${end}`)) return 'its end is missing';
		if (!drawn.replace(/[^│┌┐└┘├┤┬─╌]/g, '').endsWith('┘')) return 'a box is open';
		if (moved < relieved.length + created.length) return 'a pressure is missing';
		return /threshold[ ›]* −?\d\.\d\d /.test(drawn) ? null : 'an input is missing';
	}

	it('is never exceeded, and nothing is truncated, at every size', { timeout: 60_000 }, () => {
		for (const [i, input] of states.entries())
			for (const [columns, height] of sampleGrid(pairs(widths, [15, 21, 33]), i, 27)) {
				const lines = draw(input, columns, height);
				const problem = findFault(lines, input, columns, height);
				if (problem) expect.fail(`state ${i} at ${columns}×${height}: ${problem}\n${lines.join('\n')}`);
			}
	});

	it('is unlimited in a report', () => {
		for (const input of states)
			expect(findFault(draw(input, 80, Number.POSITIVE_INFINITY), input, 80, Number.POSITIVE_INFINITY)).toBeNull();
	});

	it('needs only box-drawing characters, ▲ and ▼', () => {
		for (const input of states)
			for (const columns of [38, 60, 80, 118]) {
				const otherSymbols = [...drawText(input, columns, 21)].filter(
					(c) => /[\u2300-\u2bff]/.test(c) && !/[\u2500-\u257f▲▼]/.test(c),
				);
				expect(otherSymbols).toEqual([]);
			}
	});

	it('leaves out no metric that the model compares', () => {
		for (const { outcome } of states.slice(0, -1))
			for (const { metric } of [...outcome.pressure.relieved, ...outcome.pressure.created])
				expect(WATCHED_METRICS).toContain(metric);
	});
});
