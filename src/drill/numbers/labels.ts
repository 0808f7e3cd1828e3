import { labelsNeeded } from '../../engine/index.js';
import { trimRoundingError } from '../../engine/inputs/parse-number.js';
import type { Scenario, Segment } from '../../engine/scenario.js';
import { drawBoard, type RequiredFigures, SPEND_ONLY } from './board.js';
import { buildQuestion, type QuestionMaker, subject } from './build-question.js';
import { formatApproximate, formatComplement, formatExact, formatFixed } from './format.js';
import type { Level } from './question.js';
import { type Row, shareRow, smallSuccess, smallSuccessRow, strongSuccess, strongSuccessRow } from './rows.js';

const WITH_SUCCESS: RequiredFigures = { ...SPEND_ONLY, outcomes: true };

/**
 * Asks how many requests to label on both lanes to detect a loss of 1 to 3 points: in one segment (level 1), in each of
 * two labelled separately (2), or in each of several when labels are drawn from the whole traffic (3).
 */
export const labelsNeededQuestion: QuestionMaker = (random, level, scenario) => {
	const segments = level === 3 ? random.integer(2, 3) : level;
	const points = random.integer(1, 3);
	const board = drawBoard(random, scenario, { segments, repairs: 'none' }, WITH_SUCCESS);
	if (board === null) return null;
	const needed = board.segments.map((segment) => labelsFor(segment, points));
	return buildQuestion({
		board,
		ask: [...ASKS[level](board, points === 1 ? '1 point' : `${points} points`), 'Round up to whole requests.'],
		rows: [
			...(level === 3 ? shareRow(board) : []),
			smallSuccessRow(board),
			strongSuccessRow(board),
			...testRows(board, points),
		],
		unit: 'number',
		truth: allLabels(level, board.segments, needed),
		digits: 0,
		formula: [
			'requests = (1.96 + 0.8416)^2 × (b + c − (b − c)^2) / loss^2, b = small success × (1 − strong success), c = (1 − small success) × strong success, rounded up',
			...formulaLines(level, board, needed, points),
		],
	});
};

type Ask = (board: Scenario, loss: string) => readonly string[];

const ASKS: Readonly<Record<Level, Ask>> = {
	1: (board, loss) => [
		`${subject(board)}: how many requests have to be labelled on both lanes to tell a loss of ${loss} from none?`,
	],
	2: (board, loss) => [
		`${subject(board)}, each labelled on its own: how many requests, both segments together, have to be labelled on both lanes to tell a loss of ${loss} from none in each?`,
	],
	3: (board, loss) => [
		`${subject(board)}, labelled as the traffic comes: how many requests, all together, have to be labelled on both lanes until a loss of ${loss} can be told from none in every segment?`,
	],
};

const labelsFor = (segment: Segment, points: number): number => {
	const strong = strongSuccess(segment);
	const rates = { smallSuccess: smallSuccess(segment), strongOnEasy: strong, strongOnHard: strong };
	return labelsNeeded(rates, points / 100).paired;
};

/** Returns the labels needed from the whole traffic for a segment to get `labels` of its own. */
const trafficLabels = (share: number, labels: number): number => Math.ceil(trimRoundingError(labels / share));

function allLabels(level: Level, segments: readonly Segment[], needed: readonly number[]): number {
	if (level < 3) return needed.reduce((sum, labels) => sum + labels, 0);
	return Math.max(...segments.map(({ share }, i) => trafficLabels(share, needed[i] ?? 0)));
}

function formulaLines(
	level: Level,
	{ segments }: Scenario,
	needed: readonly number[],
	points: number,
): readonly string[] {
	if (level === 1) return segments.flatMap((segment) => derivation(segment, points));
	const segmentLines = segments.flatMap((segment, i) => {
		const [onlySmall, onlyStrong, requests] = derivation(segment, points);
		return [onlySmall, onlyStrong, `${requests} = ${formatFixed(needed[i] ?? 0, 0)}`].map(
			(line) => `${segment.name}: ${line}`,
		);
	});
	const lastLine =
		level === 2
			? `together ${needed.map((requests) => formatFixed(requests, 0)).join(' + ')}`
			: `the largest of requests / share = max(${segments.map(({ share }, i) => `${formatFixed(needed[i] ?? 0, 0)} / ${formatExact(share)}`).join(', ')})`;
	return [...segmentLines, lastLine];
}

/** Returns the lines for b, c and the number of requests, the last one without its result. */
function derivation(segment: Segment, points: number): readonly [string, string, string] {
	const [small, strong] = [smallSuccess(segment), strongSuccess(segment)];
	const [onlySmall, onlyStrong] = [formatApproximate(small * (1 - strong)), formatApproximate((1 - small) * strong)];
	return [
		`b = ${formatExact(small)} × ${formatComplement(strong)} = ${onlySmall}`,
		`c = ${formatComplement(small)} × ${formatExact(strong)} = ${onlyStrong}`,
		`(1.96 + 0.8416)^2 × (${onlySmall} + ${onlyStrong} − (${onlySmall} − ${onlyStrong})^2) / ${formatExact(points / 100)}^2`,
	];
}

const testRows = ({ segments }: Scenario, points: number): readonly Row[] =>
	[
		['loss to tell', points === 1 ? '1 point' : `${points} points`],
		['z, one-sided 2.5%', '1.96'],
		['z, power 80%', '0.8416'],
	].map(([label = '', cell = '']): Row => [label, ...segments.map(() => cell)]);
