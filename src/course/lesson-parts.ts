import type { Challenge, LessonDocument, ScoreBlock } from '../content/index.js';

/** A workbench with its challenge, or one of the two. */
export interface Practice {
	/** Indices of its blocks, in order. */
	readonly blocks: readonly number[];
	/** null: a workbench to try things on. */
	readonly challenge: Challenge | null;
}

/** Returns the workbenches and challenges of a lesson, in order. */
export function practicesOf({ blocks }: Pick<LessonDocument, 'blocks'>): readonly Practice[] {
	const practices: Practice[] = [];
	for (const [at, block] of blocks.entries()) {
		const last = practices.at(-1);
		if (block.kind === 'workbench') practices.push({ blocks: [at], challenge: null });
		else if (block.kind !== 'challenge') continue;
		else if (last && last.challenge === null)
			practices[practices.length - 1] = { blocks: [...last.blocks, at], challenge: block };
		else practices.push({ blocks: [at], challenge: block });
	}
	return practices;
}

/** Returns the challenge that a workbench is for: the next one, unless another workbench comes first; null: none. */
export const challengeOfWorkbench = (lesson: Pick<LessonDocument, 'blocks'>, workbench: number): Challenge | null =>
	practicesOf(lesson).find(({ blocks }) => blocks.includes(workbench))?.challenge ?? null;

/** Returns the index of the workbench of a challenge; null: it has none. */
export function workbenchOfChallenge(lesson: Pick<LessonDocument, 'blocks'>, challenge: number): number | null {
	const practice = practicesOf(lesson).find(({ blocks }) => blocks.includes(challenge));
	return practice?.blocks.find((at) => lesson.blocks[at]?.kind === 'workbench') ?? null;
}

/** Returns the challenges of a lesson, in order. */
export const challengesOf = ({ blocks }: Pick<LessonDocument, 'blocks'>): readonly Challenge[] =>
	blocks.filter((block) => block.kind === 'challenge');

/** Returns the score block of a lesson; null: it has none. */
export const scoreOf = ({ blocks }: Pick<LessonDocument, 'blocks'>): ScoreBlock | null =>
	blocks.find((block) => block.kind === 'score') ?? null;
