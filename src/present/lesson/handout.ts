import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { type Answer, type LessonReading, lessonStart, UNREAD, workbenchOfChallenge } from '../../course/index.js';
import { computeLab } from '../board/lab-input.js';
import { type PageBlock, pageBlocks } from './page.js';

/** Returns the blocks of a lesson for a handout, with live parts in the state in which the lesson starts. */
export const handoutBlocks = (
	lesson: LessonDocument,
	document: ScenarioDocument,
	answers: boolean,
): readonly (readonly PageBlock[])[] =>
	pageBlocks({
		lesson,
		document,
		lab: computeLab(lessonStart(lesson, document.scenario), null, null, { opened: document.scenario }),
		reading: handoutReading(lesson, answers),
		focus: null,
		typing: null,
		paper: true,
	});

/** Returns the path of the first input at the workbench of a challenge; null: it has none. */
export function firstInput(lesson: LessonDocument, challenge: number): string | null {
	const bench = lesson.blocks[workbenchOfChallenge(lesson, challenge) ?? -1];
	return bench?.kind === 'workbench' ? (bench.inputs[0] ?? null) : null;
}

/** Returns the reading state of a handout: nothing answered, or everything shown. */
export function handoutReading({ blocks }: LessonDocument, answers: boolean): LessonReading {
	if (!answers) return UNREAD;
	const shown: Record<string, Answer> = {};
	const hints: Record<string, number> = {};
	for (const block of blocks) {
		if (block.kind === 'predict') shown[block.id] = { kind: 'passed' };
		if (block.kind === 'challenge') hints[block.id] = block.hints.length;
	}
	return { ...UNREAD, answers: shown, hints };
}
