import { labelsNeeded } from '../../engine/index.js';
import { tidy } from '../../engine/inputs/spelling.js';
import type { Scenario, Segment } from '../../engine/scenario.js';
import { drawBoard, type Needs, SPEND_ONLY } from './board.js';
import { type Maker, made, subject } from './made.js';
import type { Level } from './question.js';
import { type Row, shareRow, smallSuccess, smallSuccessRow } from './rows.js';
import { exact, fixed, left } from './spell.js';

const DROP = 0.03;
const WITH_SUCCESS: Needs = { ...SPEND_ONLY, outcomes: true };

/**
 * Labelled outcomes per arm to see small success fall by 3 points: in one segment; in each of two, labelled apart; or
 * in each of several, out of labels that come as the traffic does.
 */
export const labelsPerArm: Maker = (random, level, scenario) => {
	const segments = level === 3 ? random.whole(2, 3) : level;
	const board = drawBoard(random, scenario, { segments, repairs: 'none' }, WITH_SUCCESS);
	if (board === null) return null;
	const needed = board.segments.map(labelsFor);
	return made({
		board,
		ask: [...ASKS[level](board), 'Round up to whole labels.'],
		rows: [...(level === 3 ? shareRow(board) : []), smallSuccessRow(board), ...testRows(board)],
		unit: 'number',
		truth: allLabels(level, board.segments, needed),
		digits: 0,
		formula: [
			'labels = (1.96 × √(2m(1 − m)) + 0.8416 × √(a(1 − a) + b(1 − b)))² / (a − b)², with m = (a + b) / 2, rounded up',
			...formulaLines(level, board, needed),
		],
	});
};

const ASKS: Readonly<Record<Level, (board: Scenario) => readonly string[]>> = {
	1: (board) => [
		`${subject(board)}: how many labelled outcomes per arm does it take to see small success drop by 3 points?`,
	],
	2: (board) => [
		`${subject(board)}, each labelled on its own: how many labelled outcomes per arm does it take, both together, to see small success drop by 3 points in each?`,
	],
	3: (board) => [
		`${subject(board)}, labelled as the traffic comes: how many labelled outcomes per arm does it take, all together, until a drop of small success by 3 points shows in every segment?`,
	],
};

const before = (segment: Segment): number => smallSuccess(segment);
const after = (segment: Segment): number => tidy(before(segment) - DROP);
const labelsFor = (segment: Segment): number => labelsNeeded(before(segment), after(segment));

/** What labels of the whole traffic come to when a segment gets its own out of them. */
const outOfTraffic = (share: number, labels: number): number => Math.ceil(tidy(labels / share));

function allLabels(level: Level, segments: readonly Segment[], needed: readonly number[]): number {
	if (level < 3) return needed.reduce((sum, labels) => sum + labels, 0);
	return Math.max(...segments.map(({ share }, i) => outOfTraffic(share, needed[i] ?? 0)));
}

function formulaLines(level: Level, { segments }: Scenario, needed: readonly number[]): readonly string[] {
	const filled = segments.map(inNumbers);
	if (level === 1) return filled;
	const own = segments.map((segment, i) => `${segment.name}: ${filled[i]} = ${fixed(needed[i] ?? 0, 0)}`);
	const all =
		level === 2
			? `together ${needed.map((labels) => fixed(labels, 0)).join(' + ')}`
			: `the largest of labels / share = max(${segments.map(({ share }, i) => `${fixed(needed[i] ?? 0, 0)} / ${exact(share)}`).join(', ')})`;
	return [...own, all];
}

function inNumbers(segment: Segment): string {
	const [a, b] = [before(segment), after(segment)];
	const m = tidy((a + b) / 2);
	const spread = `${exact(a)} × ${left(a)} + ${exact(b)} × ${left(b)}`;
	return `(1.96 × √(2 × ${exact(m)} × ${left(m)}) + 0.8416 × √(${spread}))² / 0.03²`;
}

const testRows = ({ segments }: Scenario): readonly Row[] =>
	[
		['drop to see', '3 points'],
		['z, two-sided 5%', '1.96'],
		['z, power 80%', '0.8416'],
	].map(([label = '', cell = '']): Row => [label, ...segments.map(() => cell)]);
