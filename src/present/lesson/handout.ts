import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { type Answer, type Reading, startOf, UNREAD } from '../../course/index.js';
import { computeLab } from '../board/lab-input.js';
import { type PageBlock, pageBlocks } from './page.js';

/** The blocks of a lesson on paper, its live parts as they stand at its start, with nothing typed. */
export const handoutBlocks = (
	lesson: LessonDocument,
	document: ScenarioDocument,
	answers: boolean,
): readonly (readonly PageBlock[])[] =>
	pageBlocks({
		lesson,
		document,
		lab: computeLab(startOf(lesson, document.scenario), null, null),
		reading: handoutReading(lesson, answers),
		focus: null,
		typing: null,
		paper: true,
	});

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
