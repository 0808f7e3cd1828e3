import type { Lane, Scenario } from '../../engine/scenario.js';

/** Tokens of the longest prompt of a scenario that a lane answers, fresh and cached. */
export function longestPrompt({ segments, rows, steps, tokens }: Scenario, lane: Lane): number {
	const shared = rows.map((row) => ({ tokens: row.tokens, steps: null }));
	const prompts = [...segments, ...shared].flatMap((own) =>
		(own.steps ?? steps)
			.filter((step) => step.lane === 'routed' || step.lane === lane)
			.map((step) => step.tokens ?? own.tokens ?? tokens),
	);
	return Math.max(0, ...prompts.map(({ fresh, cached }) => fresh + cached));
}
