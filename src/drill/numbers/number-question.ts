import type { Scenario } from '../../engine/scenario.js';
import { seededRandom } from '../seeded-random.js';
import { handoffBreakEven, repairBreakEven } from './break-even.js';
import type { QuestionMaker } from './build-question.js';
import { falseEasyCount, silentPer1000 } from './failures.js';
import { labelsNeededQuestion } from './labels.js';
import { type Level, NUMBER_KINDS, type NumberKind, type NumberQuestion } from './question.js';
import { costPerResolved, vetoValue } from './resolved.js';
import { blendedCost, savingAfterRepair } from './spend.js';

const MAKERS: Readonly<Record<NumberKind, QuestionMaker>> = {
	'blended-cost': blendedCost,
	'repair-break-even': repairBreakEven,
	'cost-per-resolved': costPerResolved,
	'silent-per-1000': silentPer1000,
	'false-easy-count': falseEasyCount,
	'saving-after-repair': savingAfterRepair,
	'veto-value': vetoValue,
	'handoff-break-even': handoffBreakEven,
	'labels-needed': labelsNeededQuestion,
};

// Draws per scenario before giving up.
const ROUNDS = 20;

/**
 * Generates a question with fresh figures from one of the scenarios; the same arguments give the same question. Skips
 * scenarios that lack the data it needs, and throws if all do.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³
 */
export function numberQuestion(
	kind: NumberKind,
	level: Level,
	seed: number,
	scenarios: readonly Scenario[],
): NumberQuestion {
	const random = seededRandom(seed, NUMBER_KINDS.indexOf(kind) * 3 + level - 1);
	const order = random.shuffle(scenarios);
	for (let round = 0; round < ROUNDS; round++) {
		for (const scenario of order) {
			const body = MAKERS[kind](random, level, scenario);
			if (body) return { kind, level, seed, ...body };
		}
	}
	throw new Error(`no scenario has what a question about ${kind} at level ${level} needs`);
}
