import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import type { LessonDocument } from '../../../src/content/index.js';
import { type LessonReading, lessonStart, UNREAD } from '../../../src/course/index.js';
import { computeLab } from '../../../src/present/board/lab-input.js';
import { handoutReading } from '../../../src/present/lesson/handout.js';
import { layoutPage } from '../../../src/present/lesson/layout.js';
import { pageBlocks } from '../../../src/present/lesson/page.js';
import { speakPageBlock } from '../../../src/present/speak/page.js';
import { textOf } from '../../../src/text/line.js';
import { byEffort } from '../../support/effort.js';
import { shippedScenario } from '../../support/shipped.js';
import { unspeakable, unspokenFigures, withoutScale } from '../../support/spoken.js';

/** Returns a reading with every question answered, every hint shown and every challenge solved. */
function answered(lesson: LessonDocument): LessonReading {
	const { hints } = handoutReading(lesson, true);
	const answers = lesson.blocks.flatMap((block) => {
		if (block.kind !== 'predict') return [];
		const { id, about } = block;
		const answer =
			about.kind === 'choice'
				? ({ kind: 'choice', choice: 1, right: about.answer === 1 } as const)
				: ({ kind: 'guess', guess: 0.123, truth: 0.456 } as const);
		return [[id, answer] as const];
	});
	const solved = lesson.blocks.flatMap((block) => (block.kind === 'challenge' ? [[block.id, 'solved'] as const] : []));
	return { ...UNREAD, answers: Object.fromEntries(answers), hints, solved: Object.fromEntries(solved) };
}

const chosen = lessons.filter((_, i) => byEffort(true, i % 4 === 0));

describe.each(chosen.map((lesson) => [lesson.id, lesson] as const))('the spoken lesson %s', (_, lesson) => {
	const document = shippedScenario(lesson.scenario);
	const lab = computeLab(lessonStart(lesson, document.scenario), document.scenario, null);

	it.each([
		['at its start', UNREAD],
		['with everything answered', answered(lesson)],
	] as const)('has every figure of the page %s, in words alone', (_, reading) => {
		const blocks = pageBlocks({ lesson, document, lab, reading, focus: null, typing: null });
		const { lines } = layoutPage(blocks, { width: 200, focus: null });
		const spoken = blocks.flat().flatMap((block) => speakPageBlock(block, null));
		expect(unspokenFigures(withoutScale(lines.map(textOf)), spoken)).toEqual([]);
		expect(unspeakable(spoken)).toEqual([]);
	});
});
