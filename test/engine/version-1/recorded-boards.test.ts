import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.js';
import type { Scenario, Segment } from '../../../src/engine/scenario.js';
import { aCheck, aScenario, aSegment, someTokens } from '../../support/scenarios.js';

/** A board in the format of the model's first version, with its results. */
interface RecordedBoard {
	readonly board: Partial<Scenario> & { readonly segments: readonly Partial<Segment>[] };
	/** Metrics whose definition is unchanged. */
	readonly metrics: Readonly<Record<string, number | null>>;
	readonly segments: readonly Readonly<Record<string, number | null>>[];
}

const RECORDED: readonly RecordedBoard[] = JSON.parse(readFileSync(join(import.meta.dirname, 'boards.json'), 'utf8'));

/**
 * Converts a board to the second version, whose additions have their defaults: cache kept, no hidden tokens, no fee.
 */
function toScenario({ check, segments, ...board }: RecordedBoard['board']): Scenario {
	return aScenario({
		...board,
		check: check ? aCheck(check) : null,
		segments: segments.map(({ tokens, ...segment }) =>
			aSegment({ ...segment, tokens: tokens ? someTokens(tokens) : null }),
		),
	});
}

/** Compares with a tolerance, because sums are now added in another order. */
const agrees = (value: unknown, known: number | null): boolean =>
	known === null || typeof value !== 'number'
		? value === known
		: Math.abs(value - known) <= 1e-9 * Math.max(1, Math.abs(known));

test.each(RECORDED.map((known, i) => [i + 1, known] as const))(
	'board %i has the figures of the first version where definitions are unchanged',
	(_, { board, metrics, segments }) => {
		const now = evaluate(toScenario(board));
		const differences = (found: object, known: object): readonly string[] =>
			Object.entries(known).flatMap(([name, value]) => {
				const current = (found as Readonly<Record<string, unknown>>)[name];
				return agrees(current, value) ? [] : [`${name}: ${current}, was ${value}`];
			});
		expect(differences(now.metrics, metrics)).toEqual([]);
		for (const [i, segment] of segments.entries()) expect(differences(now.segments[i] as object, segment)).toEqual([]);
	},
);
