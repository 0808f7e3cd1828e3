import { beforeAll, describe, expect, it } from 'vitest';
import { allCards, createQuestion, type Question } from '../../src/drill/index.js';
import type { DrillInput } from '../../src/screens/drill/page/input.js';
import { drillPage } from '../../src/screens/drill/page/page.js';
import type { DrillTools } from '../../src/screens/screen.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEditor } from '../../src/text/editor.js';
import type { Line } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { sampleGrid } from '../support/effort.js';
import { shownFactIds } from '../support/fact-ids.js';

let tools: DrillTools;
beforeAll(async () => {
	tools = await loadDrillTools();
});

const NOW = Date.UTC(2026, 6, 1, 9);

const input = (question: Question | null, changes: Partial<DrillInput> = {}): DrillInput => ({
	kit: tools.kit,
	reviews: [],
	now: NOW,
	question,
	step: 'answering',
	editor: createEditor(),
	ticks: [],
	boxes: question?.kind === 'diagram' ? question.diagram.boxes.map(() => '') : [],
	labelled: false,
	chosen: 0,
	judgement: null,
	mended: false,
	questionsLeft: 3,
	run: null,
	debriefed: false,
	at: 0,
	hasLateFeedback: false,
	lessonTitle: (id) => id,
	...changes,
});

const textOf = (lines: readonly Line[]): string =>
	lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

const LONG = 'A long answer that goes on and on about resolution, hand-offs and silent failures. '.repeat(9);

describe('the page of a drill', () => {
	// A window of 60 columns leaves 59.
	it.each([59, 79, 119])('fits %i columns for every card, level and step', (columns) => {
		for (const [i, card] of allCards(tools.kit).entries())
			for (const level of sampleGrid([1, 2, 3] as const, i, 2))
				for (const seed of sampleGrid([0, 1, 2], i + columns, 3)) {
					const question = createQuestion(tools.kit, card, seed, level);
					for (const changes of [
						{},
						{ editor: createEditor(LONG) },
						{ editor: createEditor(LONG), step: 'ticking' },
						{ editor: createEditor('0.5'), step: 'judged', judgement: { score: 0, said: '0.5' } },
						{ labelled: true },
					] satisfies readonly Partial<DrillInput>[]) {
						const isCard = question?.kind === 'card';
						if (isCard !== (changes.step === 'ticking') && changes.step !== undefined) continue;
						const page = drillPage(input(question, changes), columns, null);
						for (const line of [...page.lines, ...page.foot])
							expect(width(textOf([line])), `${card} ${level} ${seed}: ${textOf([line])}`).toBeLessThanOrEqual(columns);
						expect(textOf(page.lines)).not.toMatch(/undefined|NaN|\*\*|`/);
						expect(shownFactIds(textOf([...page.lines, ...page.foot])), card).toEqual([]);
					}
				}
	});

	it('shows a number on one line, even with 3,000 digits', () => {
		const question = createQuestion(
			tools.kit,
			allCards(tools.kit).find((card) => card.startsWith('numbers/')) ?? '',
			0,
			1,
		);
		const { foot } = drillPage(input(question, { editor: createEditor('9'.repeat(3_000)) }), 79, null);
		expect(foot.filter((line) => /9/.test(textOf([line])))).toHaveLength(1);
		expect(textOf(foot)).toMatch(/your answer: 9+▏/);
	});

	it('keeps the line of the chosen key point in the window', () => {
		const question = createQuestion(tools.kit, 'recall/R1', 0, 1);
		const keptLine = (chosen: number) =>
			drillPage(input(question, { step: 'ticking', chosen }), 79, null).visibleLine ?? 0;
		const page = drillPage(input(question, { step: 'ticking', chosen: 3 }), 79, null);
		expect(keptLine(4)).toBeGreaterThan(keptLine(3));
		expect(textOf(page.lines.slice(0, keptLine(3) + 1))).toContain('› [ ] The router slice showed it');
	});

	it('shows the error and the solution of a wrong number', () => {
		const question = createQuestion(tools.kit, 'numbers/false-easy-count', 0, 1);
		if (question?.kind !== 'number') throw new Error('no number');
		const { truth } = question.question;
		const wrong = String(Math.round(truth * 2));
		const page = drillPage(
			input(question, { editor: createEditor(wrong), step: 'judged', judgement: { score: 0, said: wrong } }),
			79,
			null,
		);
		expect(textOf(page.lines)).toMatch(/you said [\d,]+.*: (9\d|10\d)% too high/);
		expect(textOf(page.lines)).toMatch(/✗ it is/);
	});

	it('lists due cards and leeches in the menu', () => {
		const at = (day: number): string => new Date(NOW - day * 86_400_000).toISOString();
		const lapses = [90, 80, 70, 60, 50, 40, 30, 20].flatMap((day) => [
			{ card: 'recall/R1', at: at(day), grade: 4 as const },
			{ card: 'recall/R1', at: at(day - 5), grade: 1 as const },
		]);
		const menu = textOf(drillPage(input(null, { reviews: lapses }), 79, null).lines);
		expect(menu).toMatch(/Due now +1 due/);
		expect(menu).toMatch(/Recall +9 · 1 due · 8 new/);
		const question =
			tools.kit.decks.find(({ id }) => id === 'recall')?.cards.find(({ id }) => id === 'R1')?.question ?? '';
		expect(menu).toMatch(/These will not stick\. Their lessons help more than another try:/);
		expect(question.length).toBeGreaterThan(20);
		expect(menu).toContain(question.slice(0, 40));
	});
});
