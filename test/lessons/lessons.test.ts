import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/chapter/facts.js';
import type { LessonDocument } from '../../src/content/index.js';
import { type LessonReading, lessonStart, UNREAD } from '../../src/course/index.js';
import { measureEdited } from '../../src/engine/expectations/index.js';
import { applyChanges } from '../../src/engine/inputs/apply-changes.js';
import { scenarioProblems } from '../../src/engine/problems.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { handoutReading } from '../../src/present/lesson/handout.js';
import { layoutPage } from '../../src/present/lesson/layout.js';
import { iteratePageBlocks, pageBlocks } from '../../src/present/lesson/page.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { sampleGrid } from '../support/effort.js';
import { shippedScenario } from '../support/shipped.js';

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const proseOf = ({ blocks }: LessonDocument): string =>
	blocks.map((block) => (block.kind === 'prose' || block.kind === 'reveal' ? block.markdown : '')).join('\n');

const checkedFacts = ({ blocks }: LessonDocument): readonly string[] =>
	blocks.flatMap((block) => (block.kind === 'predict' || block.kind === 'challenge' ? block.checks : []));

/** Returns the whole page of a lesson as plain lines. */
function page(lesson: LessonDocument, columns: number, reading: LessonReading): readonly string[] {
	const document = shippedScenario(lesson.scenario);
	const lab = computeLab(lessonStart(lesson, document.scenario), null, null);
	const blocks = pageBlocks({ lesson, document, lab, reading, focus: null, typing: null });
	const { lines } = layoutPage(blocks, { width: columns, focus: null });
	return lines.map(textOf);
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
	const document = shippedScenario(lesson.scenario);
	const start = lessonStart(lesson, document.scenario);
	const challenges = lesson.blocks.flatMap((block) => (block.kind === 'challenge' ? [block] : []));

	it('has 140 to 750 words, asks a question, ends with a challenge and teaches or checks a fact', () => {
		expect(words(proseOf(lesson))).toBeGreaterThanOrEqual(140);
		expect(words(proseOf(lesson))).toBeLessThanOrEqual(750);
		expect(lesson.blocks.some(({ kind }) => kind === 'predict')).toBe(true);
		// The result of a check comes after everything that it counts.
		expect(lesson.blocks.findLast(({ kind }) => kind !== 'score')?.kind).toBe('challenge');
		expect(lesson.teaches.length + checkedFacts(lesson).length).toBeGreaterThan(0);
	});

	it.each(challenges.map((challenge) => [challenge.id, challenge] as const))(
		'challenge %s is open at the start and met by its solution',
		(_, challenge) => {
			const solved = applyChanges(start, challenge.solution);
			expect(solved.refused).toEqual([]);
			expect(scenarioProblems({ ...solved.scenario, weeks: [], states: [] })).toEqual([]);
			const results = (now: typeof start) =>
				challenge.conditions.map((one) => measureEdited(document.scenario, now, one).holds);
			expect(results(solved.scenario)).not.toContain(false);
			expect(results(start)).toContain(false);
		},
	);

	it.each(sampleGrid([60, 80, 120], lessons.indexOf(lesson), 3))(
		'fits into %i columns without raw markup, read or unread',
		(columns) => {
			for (const reading of [UNREAD, handoutReading(lesson, true)]) {
				const lines = page(lesson, columns, reading);
				for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
				expect(lines.join('\n')).not.toMatch(/\*\*|`|\{\{|\}\}|\]\(|\*#COLON|…$/m);
			}
		},
	);

	it('has the same first lines when only a window of it is laid out', () => {
		const lab = computeLab(start, null, null);
		const input = { lesson, document, lab, reading: UNREAD, focus: null, typing: null };
		const whole = layoutPage(pageBlocks(input), { width: 80, focus: null }).lines;
		const first = layoutPage(iteratePageBlocks(input), { width: 80, focus: null, lines: 22 }).lines;
		expect(first.length).toBeGreaterThanOrEqual(22);
		expect(first).toEqual(whole.slice(0, first.length));
		// What waits for the first guess is not laid out: a lesson that begins with one may fit into the first windows whole.
		if (whole.length > 2 * 22) expect(first.length).toBeLessThan(whole.length);
	});

	it('names no chapter and no id of a fact to the reader', () => {
		const text = page(lesson, 80, handoutReading(lesson, true)).join('\n');
		// A scenario may be about chapters of a manual; the book itself has none.
		if (lesson.scenario !== 'repair-loop') expect(text).not.toMatch(/\bchapters?\b/i);
		expect(text.match(/\b[A-Z]\d{1,2}\b/g)?.filter((word) => Object.hasOwn(FACTS, word)) ?? []).toEqual([]);
	});

	it('fills in every figure', () => {
		expect(page(lesson, 80, handoutReading(lesson, true)).join('\n')).not.toMatch(/undefined|NaN|\bnull\b|Infinity/);
	});
});

describe('the book', () => {
	it('numbers its lessons from 0 without a gap, in reading order', () => {
		expect(lessons.map(({ number }) => number)).toEqual(lessons.map((_, i) => i));
	});
});

describe('the closing check', () => {
	const part = lessons.filter((lesson) => checkedFacts(lesson).length > 0);
	const blocksOf = (kind: 'predict' | 'challenge') =>
		part.flatMap(({ blocks }) => blocks.filter((one) => one.kind === kind));

	it('is the last two lessons, with eight questions and two challenges, and a score of both at its end', () => {
		expect(part).toEqual(lessons.slice(-2));
		expect([blocksOf('predict').length, blocksOf('challenge').length]).toEqual([8, 2]);
		expect(part.at(-1)?.blocks.at(-1)).toEqual({ kind: 'score', of: part.map(({ id }) => id) });
	});

	it('is played on scenarios of no other lesson', () => {
		const others = lessons.filter((lesson) => !part.includes(lesson)).map(({ scenario }) => scenario);
		expect(part.filter(({ scenario }) => others.includes(scenario))).toEqual([]);
	});

	it('checks, with everything in it, facts that a lesson teaches, and links to that lesson', () => {
		for (const { blocks } of part)
			for (const [i, block] of blocks.entries()) {
				if (block.kind !== 'predict' && block.kind !== 'challenge') continue;
				expect(block.checks.length, block.id).toBeGreaterThan(0);
				const teachers = block.checks.map((fact) => lessons.find(({ teaches }) => teaches.includes(fact))?.id);
				expect(teachers).not.toContain(undefined);
				const reveal = blocks[i + 1];
				if (block.kind === 'predict')
					for (const id of teachers) expect(reveal?.kind === 'reveal' && reveal.markdown).toContain(`(lesson:${id})`);
			}
	});
});
