import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/engine/scenario.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { axisPosition, axisTicks, curveLines } from '../../src/present/curve/lines.js';
import { curveBlocks } from '../../src/present/curve/pane.js';
import { createCanvas } from '../../src/present/curve/plot.js';
import { type Block, blockInputs } from '../../src/present/pane/block.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { pairs, sampleGrid } from '../support/effort.js';
import { aCheck, aPrice, aScenario, aSegment, someTokens, withEvery, withSegments } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

const blocksOf = (scenario: Scenario, before: Scenario | null = null, isDetailed = false): readonly Block[] =>
	curveBlocks(computeLab(scenario, before, null), isDetailed);
const layOut = (blocks: readonly Block[], width: number, height: number): string[] =>
	layoutPane({ id: 'board', title: 'Curve', blocks }, { width, height, focus: null }).map(textOf);
const draw = (scenario: Scenario, columns = 78, height = 21): string[] => layOut(blocksOf(scenario), columns, height);
/** Returns the words of the pane with its measures, on one line. */
const measuresOf = (scenario: Scenario, before: Scenario | null = null): string =>
	layOut(blocksOf(scenario, before, true), 78, 60)
		.join(' ')
		.replace(/\s+/g, ' ');
const FREE = aPrice();
const EXPENSIVE = aPrice({ input: 100_000, cachedInput: 100_000, output: 100_000 });
const week31 = shippedScenario('week-31').scenario;
const mmlu = shippedScenario('mmlu-mixtral-gpt4').scenario;

/** Returns the rows of the plot, without the axis at its left. */
const plotRows = (lines: readonly string[]): string[] => lines.flatMap((line) => line.match(/[│┤](.*)$/)?.[1] ?? []);
/** Returns the position of a mark on the plot; of several in its row, the leftmost. */
const findMark = (lines: readonly string[], mark: string): { column: number; row: number } => {
	const rows = plotRows(lines);
	const row = rows.findIndex((line) => line.includes(mark));
	return { column: rows[row]?.indexOf(mark) ?? -1, row };
};
/** Returns the axes without the plot: ticks, labels, titles. */
const axisParts = (lines: readonly string[]): string[] =>
	lines
		.slice(
			0,
			lines.findIndex((line) => line.startsWith(' ●')),
		)
		.map((line) => {
			const [label] = line.split(/(?<=[│┤])/);
			return /[│┤]/.test(line) ? (label ?? '') : line;
		});

describe('the canvas', () => {
	const canvas = createCanvas(3, 2);
	canvas.line({ x: 0, y: 0 }, { x: 0, y: 1 });
	canvas.line({ x: 0, y: 0 }, { x: 1, y: 0 });
	canvas.line({ x: 2, y: 2 }, { x: 3, y: 3 });

	it('draws lines as braille dots, without parts outside of it', () => {
		expect(canvas.lines().map(textOf)).toEqual(['⡇  ', '⣇⣀⣀']);
	});

	it('draws marks over lines, and moves marks outside of it to the edge', () => {
		canvas.mark({ x: 0, y: 0 }, { text: '●' });
		canvas.mark({ x: 9, y: 9 }, { text: '■' });
		expect(canvas.lines().map(textOf)).toEqual(['⡇ ■', '●⣀⣀']);
	});
});

describe('the axes', () => {
	it('have round ticks inside the limits, with enough decimals to tell them apart', () => {
		expect(axisTicks({ low: 0, high: 0.0333 }, 6)).toEqual({
			values: [0, 0.01, 0.02, 0.03].map((value) => expect.closeTo(value, 12)),
			digits: 2,
		});
		expect(axisTicks({ low: 86.8, high: 98.5 }, 6)).toEqual({ values: [88, 90, 92, 94, 96, 98], digits: 0 });
		expect(axisTicks({ low: 0, high: 5000 }, 3)).toEqual({ values: [0, 2000, 4000], digits: 0 });
	});

	it('map a value to a fraction of their range', () => {
		expect(axisPosition({ low: 10, high: 20 }, 15)).toBe(0.5);
	});
});

describe('the Curve pane of week 31', () => {
	const lines = draw(week31);
	const all = lines.join('\n');

	it('has axes with their units and round labels', () => {
		expect(lines[1]).toMatch(/^ resolution ↑ +model spend per request →$/);
		for (const label of ['90%┤', '94%┤', '98%┤']) expect(all).toContain(label);
		expect(all).toMatch(/\$0\.00 +\$0\.01 +\$0\.02 +\$0\.03/);
	});

	it('says what a point is', () => {
		expect(lines[0]).toBe(' Each point is all requests at one threshold: left is cheaper, up is better.');
	});

	it('has a legend with every mark, and with what each comes to', () => {
		expect(draw(week31, 80).join('\n')).toContain(
			'● now 94.1%, $0.0077  ■ all strong 97.1%, $0.0320  □ all small 87.6%, $0.0016',
		);
		expect(all).toContain('● now 94.1%  ■ all strong 97.1%  □ all small 87.6%');
		expect(all).toMatch(/⠤⠤ this router at each threshold {2}◆ perfect router, any mix 98\.0%/);
		expect(all).toMatch(/with this mix: \+ perfect 97\.\d% {2}× coin flip 90\.6% {2}○ one share for all \d\d\.\d%/);
	});

	it('has the rivals at the threshold in force', () => {
		const { atThreshold } = curveLines(week31) ?? {};
		const coinFlip = computeLab(withEvery(week31, { routerAuc: 0.5 }), null, null).outcome.metrics;
		expect(atThreshold?.coinFlip?.resolution).toBeCloseTo(0.905891, 6);
		expect(atThreshold?.coinFlip?.resolution).toBeCloseTo(coinFlip.resolution ?? 0, 9);
		expect(atThreshold?.perfect?.cost).toBeCloseTo(0.0076785, 6);
		const { faq, refund, policy, billing } = Object.fromEntries(week31.segments.map((one) => [one.id, one]));
		const perfect = [faq, refund, policy, billing].reduce((sum, segment) => {
			const { share = 0, routedSmall: p = 0, strongOnEasy, strongOnHard } = segment ?? {};
			const easy = segment?.easyShare ?? 0;
			const [tEasy, tHard] = [strongOnEasy ?? 0, strongOnHard ?? 0];
			// Easy requests go small first; what is left of them goes strong, with the hard ones that do not fit.
			return sum + share * (Math.min(p, easy) + Math.max(0, easy - p) * tEasy + Math.min(1 - p, 1 - easy) * tHard);
		}, 0);
		expect(atThreshold?.perfect?.resolution).toBeCloseTo(perfect, 9);
		const up = curveLines(withEdits(week31, 'threshold=1'))?.atThreshold;
		expect(up?.coinFlip?.resolution).toBeGreaterThan(atThreshold?.coinFlip?.resolution ?? 1);
	});

	it('has every mark on the plot, with the router between the ends and its rivals', () => {
		const rows = plotRows(lines);
		for (const mark of ['●', '■', '□', '◆', '+', '×', '○'])
			expect(findMark(lines, mark).row, mark).toBeGreaterThanOrEqual(0);
		expect(rows.join('')).toMatch(/[\u2801-\u28ff]{8}/);
		expect(findMark(lines, '□').column).toBeLessThan(findMark(lines, '●').column);
		expect(findMark(lines, '●').column).toBeLessThan(findMark(lines, '■').column);
		expect(findMark(lines, '□').row).toBeGreaterThan(findMark(lines, '■').row);
		expect(findMark(lines, '◆').row).toBeLessThan(findMark(lines, '■').row);
		const column = findMark(lines, '●').column;
		const flips = rows.flatMap((row, at) => (row.slice(column - 8, column + 8).match(/[×○]/) ? [at] : []));
		expect(Math.min(...flips)).toBeGreaterThan(findMark(lines, '●').row);
	});

	it('has an editable threshold, and no measures unless they are asked for', () => {
		expect(all).toMatch(/threshold +0\.00 +higher: more requests go strong/);
		expect(all).not.toMatch(/PGR|CPT|[Vv]eto/);
		for (const isDetailed of [false, true])
			expect(blocksOf(week31, null, isDetailed).flatMap(blockInputs)).toEqual([['threshold']]);
	});

	it('explains the measures with their figures', () => {
		const words = measuresOf(week31);
		expect(words).toContain('PGR 68.4%: performance gap recovered. All small resolves 87.6%');
		expect(words).toContain('this board 94.1%: (94.1% − 87.6%) / (97.1% − 87.6%).');
		expect(words).toMatch(/CPT\(50\) 11\.2%, CPT\(80\) 28\.8%: .* smallest share of strong calls/);
		expect(words).toMatch(
			/Veto value \$0\.8073: .*Against all strong, it saves \$0\.0243\d* a request and loses 3\.0\d* points/,
		);
	});

	it.each(SHIPPED_IDS)('shows figures of the measures with which a reader computes the same: %s', (id) => {
		const words = measuresOf(shippedScenario(id).scenario);
		const [, pgr, now, low, high] =
			/PGR ([−\d.]+)%.*\(([\d.]+)% − ([\d.]+)%\) \/ \(([\d.]+)% − [\d.]+%\)/
				.exec(words)
				?.map((figure) => Number(figure.replace('−', '-'))) ?? [];
		if (pgr !== undefined && now !== undefined && low !== undefined && high !== undefined)
			expect((100 * (now - low)) / (high - low)).toBeCloseTo(pgr, 0);
		const [, veto, saved, lost] =
			/Veto value \$([\d.]+):.*it saves \$([\d.]+) a request and loses ([\d.]+) points/.exec(words)?.map(Number) ?? [];
		if (veto !== undefined && saved !== undefined && lost !== undefined)
			expect(Math.abs(saved / (lost / 100) / veto - 1)).toBeLessThan(0.0051);
		expect(words).toMatch(/PGR [^:]*: performance gap recovered\..*CPT\(50\).*Veto value [^:]*: what routing saves/);
		expect(words).not.toMatch(/NaN|Infinity|\$−/);
	});

	it('says what dearer routing costs, without calling it a saving', () => {
		expect(measuresOf(withEdits(week31, 'prices.small.output=200'))).toMatch(
			/Veto value −\$\d.*Against all strong, it costs \$0\.\d+ more a request and loses 3\.\d+ points of resolution\.(?! An outcome)/,
		);
	});

	it('shows the measures below the plot, or in its place where room is short', () => {
		const detailed = (columns: number, height: number): string =>
			layOut(blocksOf(week31, null, true), columns, height).join('\n');
		expect(detailed(78, 40)).toMatch(/┤[\s\S]*● now[\s\S]*threshold[\s\S]*PGR[\s\S]*Veto value/);
		for (const [columns, height] of [
			[60, 15],
			[78, 21],
		] as const) {
			expect(detailed(columns, height)).toMatch(
				/threshold[\s\S]*PGR[\s\S]*CPT[\s\S]*Veto value[\s\S]*strong\s+model\./,
			);
			expect(detailed(columns, height)).not.toMatch(/[┤●]/);
		}
		expect(detailed(78, 21)).toContain('The other lines are routers');
	});

	it('says what the measures were before the last edit', () => {
		const after = withEdits(week31, 'threshold=1');
		expect(layOut(blocksOf(after, week31), 78, 21).join('\n')).toMatch(/threshold +1\.00▲/);
		expect(measuresOf(after, week31)).toMatch(/PGR \d+\.\d% \(was 68\.4%\)/);
		expect(measuresOf(week31, week31)).not.toContain('was');
	});

	it('shows “no loss” rather than “not measured” as veto value if resolution did not fall', () => {
		expect(measuresOf(withEvery(week31, { routedSmall: 0 }))).toMatch(/Veto value no loss.*No value here: /);
	});
});

describe('the current point of the Curve pane', () => {
	const drawings = [0.1, 0.3, 0.5, 0.84, 0.95].map((mix) => draw(withSegments(week31, { faq: { routedSmall: mix } })));

	it('moves with the mix', () => {
		const columns = drawings.map((lines) => findMark(lines, '●').column);
		expect(columns).toEqual(columns.toSorted((a, b) => b - a));
		expect(new Set(columns).size).toBe(columns.length);
	});

	it('moves along the curve with the threshold', () => {
		const up = draw(withEdits(week31, 'threshold=1'));
		expect(findMark(up, '●').column).toBeGreaterThan(findMark(draw(week31), '●').column);
		expect(plotRows(up).length).toBe(plotRows(draw(week31)).length);
	});

	it('moves without moving the axes and the ends', () => {
		const mixes = [
			...drawings,
			draw(withEvery(week31, { routedSmall: 0.5 })),
			draw(withEvery(week31, { routedSmall: 1 })),
			draw(withSegments(week31, { policy: { override: 'strong' }, billing: { routedSmall: 0 } })),
			draw(withEdits(week31, 'threshold=-2')),
		];
		expect(axisParts(draw(week31)).length).toBeGreaterThan(10);
		for (const lines of mixes) {
			expect(axisParts(lines)).toEqual(axisParts(draw(week31)));
			expect(lines.length).toBe(draw(week31).length);
			for (const mark of ['■', '□']) {
				const at = findMark(lines, mark);
				// The current point covers the end that it has reached.
				expect(at.row === -1 ? findMark(lines, '●') : at).toEqual(findMark(draw(week31), mark));
			}
		}
	});
});

describe('curveLines', () => {
	it('returns axes that contain every point, even with repairs, checks and overrides', () => {
		const check = aCheck({ catches: 0.5, falseAlarms: 0.4, cost: 0.03, latency: 0 });
		const scenarios = [
			week31,
			mmlu,
			{ ...week31, check, routerCost: 0.001 },
			withEvery(week31, { repairRate: 1 }),
			// Blind repairs depend on the detection rate.
			withEvery(mmlu, { repairRate: 0.5, detection: 0 }),
			withSegments(week31, { faq: { override: 'strong' }, refund: { routedSmall: 1 } }),
		];
		for (const scenario of scenarios) {
			const lines = curveLines(scenario);
			if (lines === null) throw new Error('no lines');
			for (const name of ['router', 'perfect', 'coinFlip', 'random'] as const)
				for (const { cost, resolution } of lines[name]) {
					expect(axisPosition(lines.cost, cost), name).toBeGreaterThanOrEqual(0);
					expect(axisPosition(lines.cost, cost), name).toBeLessThanOrEqual(1);
					expect(axisPosition(lines.resolution, resolution), name).toBeGreaterThanOrEqual(0);
					expect(axisPosition(lines.resolution, resolution), name).toBeLessThanOrEqual(1);
				}
		}
	});

	it('returns the same object for the same scenario', () => {
		expect(curveLines(mmlu)).toBe(curveLines(mmlu));
	});
});

describe('the Curve pane of MMLU', () => {
	const all = draw(mmlu).join('\n');

	it('shows the perfect router apart from a perfect ranking at the same mix', () => {
		expect(all).toMatch(/◆ perfect router.* 85\.9%/);
		expect(all).toMatch(/with this mix: \+ perfect \d/);
		const { best, perfect } = curveLines(mmlu) ?? {};
		expect(best?.resolution).toBeCloseTo(0.8586, 4);
		expect(Math.max(...(perfect ?? []).map(({ resolution }) => resolution))).toBeLessThan(best?.resolution ?? 0);
	});

	it('runs from 68% (all small) to 81% (all strong)', () => {
		const { allSmall, allStrong } = curveLines(mmlu) ?? {};
		expect(allSmall?.resolution).toBeCloseTo(0.6808, 4);
		expect(allStrong?.resolution).toBeCloseTo(0.8058, 4);
	});
});

describe('the Curve pane with unmeasured inputs', () => {
	it('names them in place of the plot, and says how to add them', () => {
		const all = draw(shippedScenario('cost-table').scenario).join('\n');
		expect(all).toMatch(/No curve.* not measured/);
		expect(all).toMatch(/missing: the easy share, for All requests/);
		expect(all).toMatch(/--set segments\.all\.easyShare=…/);
		const words = measuresOf(shippedScenario('cost-table').scenario);
		for (const name of ['PGR', 'CPT(50)', 'CPT(80)', 'Veto value']) expect(words).toContain(`${name} not measured`);
		expect(all).not.toMatch(/[│┤●]/);
	});

	it('counts the segments that lack an input', () => {
		const some = withSegments(week31, { policy: { easyShare: null }, billing: { easyShare: null } });
		expect(draw(some).join('\n')).toMatch(/missing: the easy share, for 2 of 4 segments/);
		const blind = aScenario({ segments: [aSegment({ routerAuc: null, name: 'Only' })] });
		expect(draw(blind).join('\n')).toMatch(/missing: the router’s skill, for Only/);
		const check = aCheck({ catches: null, falseAlarms: 0.1, cost: 0, latency: 0 });
		expect(draw({ ...week31, check }).join('\n')).toMatch(/missing: what the check catches/);
	});

	it('still draws points if all is measured but the threshold has no effect', () => {
		const all = draw(shippedScenario('toy-request').scenario).join('\n');
		expect(all).toMatch(/no curve: the threshold moves nothing/);
		expect(all).toMatch(/● now 90\.0%/);
		expect(measuresOf(shippedScenario('toy-request').scenario)).toContain('CPT(80) unreached');
		expect(all).not.toMatch(/this router/);
	});
});

describe('the Curve pane of any scenario at any size', () => {
	const extremes = [
		withEvery(week31, { routedSmall: 0.999, easyShare: 1 }),
		withEvery(week31, { strongOnEasy: 1, strongOnHard: 0, routerAuc: 0.5 }),
		aScenario({ prices: { small: FREE, strong: FREE }, tokens: someTokens() }),
		aScenario({ prices: { small: EXPENSIVE, strong: EXPENSIVE } }),
	];
	const scenarios = [...SHIPPED_IDS.map((id) => shippedScenario(id).scenario), ...extremes];

	it('fits its width and height, and truncates no number', () => {
		const sizes = pairs([38, 57, 58, 60, 77, 78, 80, 99, 118, 160], [15, 18, 21, 33, 60]);
		for (const [i, scenario] of scenarios.entries())
			for (const [at, [columns, height]] of sampleGrid(sizes, i, 8).entries()) {
				const lines = layOut(blocksOf(scenario, null, at % 2 === 1), columns, height);
				expect(lines.length, `${scenario.id} ${columns}×${height}`).toBeLessThanOrEqual(height);
				for (const line of lines) {
					expect(width(line), `${scenario.id} at ${columns}: “${line}”`).toBeLessThanOrEqual(columns);
					expect(line, `${scenario.id} at ${columns}`).not.toMatch(/\d…|NaN|Infinity/);
				}
			}
	});

	it('fills its height, and has the point, the legend and the threshold at the smallest size', () => {
		for (const [columns, height] of [
			[38, 15],
			[58, 15],
			[78, 21],
			[118, 56],
		] as const) {
			const lines = draw(week31, columns, height);
			expect(lines.length).toBe(height);
			for (const words of ['all strong', 'all small', 'coin flip', 'threshold'])
				expect(lines.join('\n'), `${words} at ${columns}×${height}`).toContain(words);
			expect(lines.join('\n')).toMatch(/^ ● (?:now )?94\.1%/m);
			expect(findMark(lines, '●').row).toBeGreaterThanOrEqual(0);
		}
	});

	it('uses all of a large window', () => {
		const lines = draw(week31, 118, 56);
		expect(plotRows(lines).length).toBe(56 - 9);
		expect(Math.max(...lines.map((line) => width(line.trimEnd())))).toBeGreaterThan(112);
		expect(findMark(lines, '■').column - findMark(lines, '□').column).toBeGreaterThan(90);
	});
});
