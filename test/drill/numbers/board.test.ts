import documents from 'virtual:scenarios';
import { expect, test } from 'vitest';
import { drawBoard, drawPlan, type RequiredFigures } from '../../../src/drill/numbers/board.js';
import { seededRandom } from '../../../src/drill/seeded-random.js';
import { computeOutcome, scenarioProblems } from '../../../src/engine/index.js';

const EVERYTHING: RequiredFigures = {
	outcomes: true,
	noticed: true,
	handoffs: true,
	ownTokens: true,
	maxRepairRate: (_, __, noticed) => noticed,
};

test('drawBoard returns scenarios that the engine accepts and measures in full', () => {
	let drawn = 0;
	for (const { scenario } of documents)
		for (let seed = 0; seed < 30; seed++) {
			const random = seededRandom(seed, 99);
			const board = drawBoard(random, scenario, drawPlan(random, ((seed % 3) + 1) as 1 | 2 | 3, true), EVERYTHING);
			if (board === null) continue;
			drawn++;
			expect(scenarioProblems(board)).toEqual([]);
			const { cost, resolution, handoff, silent, totalCostPerResolved, falseEasy } = computeOutcome(board).metrics;
			for (const figure of [cost, resolution, handoff, silent, totalCostPerResolved, falseEasy])
				expect(figure).toBeGreaterThan(0);
			for (const { observed, strongOnEasy, repairRate } of board.segments) {
				expect(strongOnEasy).toBeGreaterThan(observed?.smallSuccess ?? 1);
				expect(observed?.escalationRate).toBeLessThan(1 - (observed?.smallSuccess ?? 1));
				expect(repairRate).toBeLessThanOrEqual((observed?.escalationRate ?? 0) + 1e-12);
			}
		}
	expect(drawn).toBeGreaterThan(400);
});
