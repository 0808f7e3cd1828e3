import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/engine/scenario.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { axisPosition, axisTicks, curveLines } from '../../src/present/curve/lines.js';
import { curveBlocks } from '../../src/present/curve/pane.js';
import { createCanvas } from '../../src/present/curve/plot.js';
import type { Block } from '../../src/present/pane/block.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { pairs, sampleGrid } from '../support/effort.js';
import { aCheck, aPrice, aScenario, aSegment, someTokens, withEvery, withSegments } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

const blocksOf = (scenario: Scenario, before: Scenario | null = null): readonly Block[] =>
	curveBlocks(computeLab(scenario, before, null));
const draw = (scenario: Scenario, columns = 78, height = 21): string[] =>
	layoutPane({ id: 'board', title: 'Curve', blocks: blocksOf(scenario) }, { width: columns, height, focus: null }).map(
		textOf,
	);
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
		expect(lines[0]).toMatch(/^ resolution, % ↑ +model spend per request, USD →$/);
		for (const label of ['90%┤', '94%┤', '98%┤']) expect(all).toContain(label);
		expect(all).toMatch(/0\.00 +0\.01 +0\.02 +0\.03/);
	});

	it('has a legend with every mark', () => {
		expect(all).toMatch(/● now.* 94\.1% .* 0\.0077 .*■ all strong .*□ all small/);
		expect(all).toMatch(/◆ perfect router.* 98\.0%/);
		expect(all).toMatch(/\+ perfect.* × coin flip.* ○ random/);
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

	it('has the metrics of the curve with their meanings, and an editable threshold', () => {
		expect(all).toMatch(/threshold Δ +0\.00/);
		expect(all).toMatch(/PGR +68\.4% +share of the gap recovered/);
		expect(all).toMatch(/CPT\(50\) +11\.2% +strong calls for PGR of 50%/);
		expect(all).toMatch(/CPT\(80\) +28\.8% +strong calls for PGR of 80%/);
		expect(all).toMatch(/veto value, USD +0\.8073 +dearer outcomes: go strong/);
		const paths = blocksOf(week31).flatMap((block) =>
			block.kind === 'table' ? block.table.rows.flatMap((row) => row.cells.flatMap(({ path }) => path ?? [])) : [],
		);
		expect(paths).toEqual(['threshold']);
	});

	it('marks the metrics that an edit of the threshold moved', () => {
		const after = withEdits(week31, 'threshold=1');
		const metrics = layoutPane(
			{ id: 'board', title: 'Curve', blocks: blocksOf(after, week31) },
			{ width: 78, height: 21, focus: null },
		).map(textOf);
		expect(metrics.join('\n')).toMatch(/threshold Δ +1\.00▲/);
		expect(metrics.join('\n')).toMatch(/PGR +\d+\.\d%▲/);
	});

	it('shows “no loss” rather than “not measured” as veto value if resolution did not fall', () => {
		expect(draw(withEvery(week31, { routedSmall: 0 })).join('\n')).toMatch(/veto value, USD +no loss/);
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
		expect(all).toMatch(/\+ perfect, q = min\(1, E\/p\)/);
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
		for (const name of ['PGR', 'CPT\\(50\\)', 'CPT\\(80\\)', 'veto value, USD'])
			expect(all).toMatch(new RegExp(`${name} +not measured`));
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
		expect(all).toMatch(/no curve: the dial moves no segment/);
		expect(all).toMatch(/● now: 90\.0%/);
		expect(all).toMatch(/CPT\(80\) +unreached/);
		expect(all).not.toMatch(/threshold curve/);
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
			for (const [columns, height] of sampleGrid(sizes, i, 8)) {
				const lines = draw(scenario, columns, height);
				expect(lines.length, `${scenario.id} ${columns}×${height}`).toBeLessThanOrEqual(height);
				for (const line of lines) {
					expect(width(line), `${scenario.id} at ${columns}: “${line}”`).toBeLessThanOrEqual(columns);
					expect(line, `${scenario.id} at ${columns}`).not.toMatch(/\d…|NaN|Infinity/);
				}
			}
	});

	it('fills its height, and has the point, the legend and the metrics at the smallest size', () => {
		for (const [columns, height] of [
			[38, 15],
			[58, 15],
			[78, 21],
			[118, 40],
		] as const) {
			const lines = draw(week31, columns, height);
			expect(lines.length).toBe(height);
			for (const words of ['● now', 'all strong', 'all small', 'coin flip', 'random', 'PGR', 'veto value'])
				expect(lines.join('\n'), `${words} at ${columns}×${height}`).toContain(words);
			expect(findMark(lines, '●').row).toBeGreaterThanOrEqual(0);
		}
	});
});
