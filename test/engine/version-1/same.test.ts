import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.js';
import type { Scenario, Segment } from '../../../src/engine/scenario.js';
import { aCheck, aScenario, aSegment, someTokens } from '../../support/scenarios.js';

/** A board as the first version of the model took it, and what that made of it. */
interface Known {
	readonly board: Partial<Scenario> & { readonly segments: readonly Partial<Segment>[] };
	/** Those whose definition stayed. */
	readonly metrics: Readonly<Record<string, number | null>>;
	readonly segments: readonly Readonly<Record<string, number | null>>[];
}

const KNOWN: readonly Known[] = JSON.parse(readFileSync(join(import.meta.dirname, 'boards.json'), 'utf8'));

/** With what the second version added at its defaults: the cache kept, nothing hidden, no fee. */
function asNow({ check, segments, ...board }: Known['board']): Scenario {
	return aScenario({
		...board,
		check: check ? aCheck(check) : null,
		segments: segments.map(({ tokens, ...segment }) =>
			aSegment({ ...segment, tokens: tokens ? someTokens(tokens) : null }),
		),
	});
}

/** Sums are added up in another order now and then. */
const agrees = (value: unknown, known: number | null): boolean =>
	known === null || typeof value !== 'number'
		? value === known
		: Math.abs(value - known) <= 1e-9 * Math.max(1, Math.abs(known));

test.each(KNOWN.map((known, i) => [i + 1, known] as const))(
	'board %i has the figures of the first version wherever definitions stayed',
	(_, { board, metrics, segments }) => {
		const now = evaluate(asNow(board));
		const apart = (found: object, known: object): readonly string[] =>
			Object.entries(known).flatMap(([name, value]) => {
				const is = (found as Readonly<Record<string, unknown>>)[name];
				return agrees(is, value) ? [] : [`${name}: ${is}, was ${value}`];
			});
		expect(apart(now.metrics, metrics)).toEqual([]);
		for (const [i, segment] of segments.entries()) expect(apart(now.segments[i] as object, segment)).toEqual([]);
	},
);
