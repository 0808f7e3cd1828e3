import type { LessonDocument } from '../../content/index.js';
import { type Answer, type Reading, UNREAD } from '../../course/index.js';

/** How a lesson stands on paper: nothing answered, or everything shown. */
export function handoutReading({ blocks }: LessonDocument, answers: boolean): Reading {
	if (!answers) return UNREAD;
	const shown: Record<string, Answer> = {};
	const hints: Record<string, number> = {};
	for (const block of blocks) {
		if (block.kind === 'predict') shown[block.id] = { kind: 'passed' };
		if (block.kind === 'challenge') hints[block.id] = block.hints.length;
	}
	return { ...UNREAD, answers: shown, hints };
}
