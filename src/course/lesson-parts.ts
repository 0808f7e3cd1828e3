import type { Challenge, LessonBlock, LessonDocument, ScoreBlock } from '../content/index.js';

/** Returns the challenge that a workbench is for: the next one, unless another workbench comes first; null: none. */
export function challengeOfWorkbench(blocks: readonly LessonBlock[], workbench: number): Challenge | null {
	const next = blocks.slice(workbench + 1).find(({ kind }) => kind === 'challenge' || kind === 'workbench');
	return next?.kind === 'challenge' ? next : null;
}

/** Returns the index of the workbench of a challenge; null: it has none. */
export function workbenchOfChallenge(blocks: readonly LessonBlock[], challenge: number): number | null {
	const at = blocks.findLastIndex((block, i) => i < challenge && isPractice(block));
	return blocks[at]?.kind === 'workbench' ? at : null;
}

const isPractice = ({ kind }: LessonBlock): boolean => kind === 'challenge' || kind === 'workbench';

/** Returns the challenges of a lesson, in order. */
export const challengesOf = ({ blocks }: Pick<LessonDocument, 'blocks'>): readonly Challenge[] =>
	blocks.filter((block) => block.kind === 'challenge');

/** Returns the score block of a lesson; null: it has none. */
export const scoreOf = ({ blocks }: Pick<LessonDocument, 'blocks'>): ScoreBlock | null =>
	blocks.find((block) => block.kind === 'score') ?? null;
