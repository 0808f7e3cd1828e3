import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import type { LessonDocument } from '../../src/content/index.js';
import { type LessonReading, lessonStart, questionScenario, UNREAD } from '../../src/course/index.js';
import { figureOf } from '../../src/engine/expectations/index.js';
import { editsBetween, formatEdit } from '../../src/engine/inputs/index.js';
import { renderHandout } from '../../src/export/handout.js';
import { inUnit } from '../../src/present/format/format.js';
import { figureName, figureUnit } from '../../src/present/format/labels.js';
import { handoutReading } from '../../src/present/lesson/handout.js';
import { lessonLayout } from '../../src/screens/lesson/layout.js';
import type { State } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
import { shippedScenario } from '../support/shipped.js';

/** Opens a lesson in the program, with its board at the start. */
function open(lesson: LessonDocument, changes: Partial<LessonReading>, columns: number) {
	const document = shippedScenario(lesson.scenario);
	const loaded = document.scenario;
	const edits = editsBetween(loaded, lessonStart(lesson, loaded)).map(formatEdit);
	const store = createBoardStore({
		env: createEnv([document], [lesson]),
		scenario: document.scenario,
		screen: 'contents',
		lesson: null,
		size: { columns, rows: 24 },
		readings: { [lesson.id]: { ...UNREAD, ...changes, edits } },
		run: () => undefined,
	});
	store.dispatch({ type: 'choose' });
	return store;
}

/** Returns everything that a reader of the lesson can see: the page, what is beside it, and the lines below it. */
function visibleText(state: State, env: ReturnType<typeof createEnv>): string {
	const layout = lessonLayout(state, env);
	if (!layout) throw new Error('no lesson is open');
	const { status } = topScreen(state, env).view(state, env);
	return [...layout.lines, ...(layout.side?.lines ?? []), ...status].map(textOf).join('\n');
}

/** Columns that leave no column of a table out, below those of a wide window. */
const PAPER = 120;

const questionsOf = ({ blocks }: LessonDocument) =>
	blocks.flatMap((block) => (block.kind === 'predict' ? [block] : []));
/** Numbers with their unit; not those within words, such as ids. */
const NUMBER = /(?<![\w.])[−+]?\$?\d[\d,]*(?:\.\d+)?(?:%| pt| ms)?/g;
const numbersIn = (text: string): readonly string[] => text.match(NUMBER) ?? [];
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
	const loaded = shippedScenario(lesson.scenario).scenario;
	const hiding = questionsOf(lesson).filter(({ hides }) => hides.length > 0);

	it.each(hiding.filter(({ about }) => about.kind === 'metric').map((question) => [question.id, question] as const))(
		'does not show the answer of %s before it is given',
		(_, question) => {
			const earlier = questionsOf(lesson).slice(0, questionsOf(lesson).indexOf(question));
			const answers = Object.fromEntries(earlier.map((one) => [one.id, { kind: 'passed' } as const]));
			for (const reading of [{}, { answers }])
				for (const columns of [80, 160]) {
					const store = open(lesson, reading, columns);
					const text = visibleText(store.getState(), store.env);
					for (const { figure, segment } of question.hides) {
						const answer = figureOf(questionScenario(lesson, question, loaded), figure, segment);
						const shown = inUnit(answer ?? Number.NaN, figureUnit(figure));
						expect(text).not.toMatch(new RegExp(`(?<![\\d.,])${escaped(shown)}(?![\\d%])`));
					}
				}
		},
	);

	it.each(hiding.filter(({ about }) => about.kind === 'choice').map((question) => [question.id, question] as const))(
		'does not show the figures that would answer %s in their rows',
		(_, question) => {
			for (const columns of [120, 160]) {
				const store = open(lesson, {}, columns);
				const lines = visibleText(store.getState(), store.env).split('\n');
				for (const { figure, segment } of question.hides) {
					const answer = figureOf(questionScenario(lesson, question, loaded), figure, segment);
					const shown = inUnit(answer ?? Number.NaN, figureUnit(figure));
					const rows = lines.filter((line) => line.includes(` ${figureName(loaded, figure, segment)}  `));
					for (const row of rows) expect(row.split(figureName(loaded, figure, segment))[1]).not.toContain(` ${shown}`);
				}
			}
		},
	);

	it('has the same numbers on paper as on screen', () => {
		const store = open(lesson, handoutReading(lesson, true), PAPER);
		const { lines, starts } = lessonLayout(store.getState(), store.env) ?? { lines: [], starts: [] };
		// The screen has an ending and the result of a check, the handout a solution below each challenge.
		const end = lesson.blocks.at(-1)?.kind === 'score' ? -2 : -1;
		const onScreen = lines.slice(0, starts.at(end)).map(textOf).join('\n');
		const document = shippedScenario(lesson.scenario);
		const handout = renderHandout({ lesson, document, isShipped: false, number: null, answers: true }, 'text', PAPER);
		const onPaper = `${handout}\n`.replace(/^ ┃ a solution:[\s\S]*?\n\n/gm, '\n');
		expect(numbersIn(onPaper.slice(onPaper.indexOf('\n\n')))).toEqual(numbersIn(onScreen));
	});

	it('shows the same evidence after edits', () => {
		const store = open(lesson, handoutReading(lesson, true), PAPER);
		const evidence = (): readonly string[] => {
			const { lines, starts } = lessonLayout(store.getState(), store.env) ?? { lines: [], starts: [] };
			return lesson.blocks.flatMap((block, i) =>
				block.kind === 'evidence' ? lines.slice(starts[i], starts[i + 1]).map(textOf) : [],
			);
		};
		const before = evidence();
		store.dispatch({ type: 'skip' });
		store.dispatch({ type: 'answer', yes: true });
		const after = evidence();
		expect(after.length).toBe(before.length);
		// The reader's own column is added at the right.
		for (const [i, line] of before.entries())
			expect(numbersIn(after[i] ?? '').slice(0, numbersIn(line).length)).toEqual(numbersIn(line));
	});
});
