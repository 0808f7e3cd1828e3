import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import type { LessonDocument } from '../../src/content/index.js';
import { practicesOf } from '../../src/course/index.js';
import { lessonLayout } from '../../src/screens/lesson/layout.js';
import { LESSON_SCREEN } from '../../src/screens/lesson/screen.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
import { byEffort } from '../support/effort.js';
import { shippedScenario } from '../support/shipped.js';

/** Opens a lesson in a window in which the workbench is beside the text. */
function open(lesson: LessonDocument, rows: number) {
	const document = shippedScenario(lesson.scenario);
	const store = createBoardStore({
		env: createEnv([document], [lesson]),
		scenario: document.scenario,
		screen: 'lesson',
		lesson: lesson.id,
		size: { columns: 150, rows },
		run: () => undefined,
	});
	const side = (): string => {
		const { body } = LESSON_SCREEN.view(store.getState(), store.env);
		return (body[1]?.lines ?? []).map(textOf).join('\n');
	};
	const challenge = () => lessonLayout(store.getState(), store.env)?.side?.practice.challenge?.id;
	return { act: store.dispatch, side, challenge };
}

/** All lessons; in the quick suite those with several practices, and some others. */
const chosen = lessons.filter((lesson, i) => byEffort(true, i % 8 === 0 || practicesOf(lesson).length > 1));

describe.each(chosen.map((lesson) => [lesson.id, lesson] as const))('lesson %s in a wide window', (_, lesson) => {
	it('has each of its challenges beside the text while one reads from its start to its end', () => {
		const { act, challenge } = open(lesson, 40);
		const seen = new Set([challenge()]);
		for (let i = 0; i < 60; i++) {
			act({ type: 'move', rows: 3 });
			seen.add(challenge());
			// Where all of the text fits, the next one comes once this one is done.
			if (i % 10 === 9) {
				act({ type: 'skip' });
				act({ type: 'answer', yes: true });
			}
		}
		const challenges = practicesOf(lesson).flatMap((practice) => practice.challenge?.id ?? []);
		expect([...seen]).toEqual(expect.arrayContaining(challenges));
	});

	it('shows a hint where it was asked for', () => {
		const { act, side } = open(lesson, 24);
		act({ type: 'page', by: 1_000_000 });
		act({ type: 'hint' });
		expect(side()).toMatch(/hint 1: /);
	});
});
