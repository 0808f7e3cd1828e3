import type { LessonDocument } from '../content/index.js';
import { countedLessons } from '../course/lesson-number.js';
import { PANE_TITLES, PANES } from '../present/pane/pane.js';
import { DRILL_MENU } from './drill/start.js';
import type { DrillSet } from './drill/state.js';
import type { Command, Env } from './screen.js';
import type { State } from './state.js';

const DRILLS: Readonly<Record<DrillSet, string>> = {
	due: 'cards that are due',
	recall: 'recall',
	interview: 'interview questions',
	numbers: 'numbers',
	diagnose: 'diagnosis',
	diagrams: 'diagrams',
	run: 'interview run of ten minutes',
};

const place = (name: string, aside: string, action: Command['action'], id = name): Command => ({
	keys: [],
	name,
	aside,
	id,
	action,
	reason: null,
});

/** Returns the places that the palette leads to: screens, overlays, panes, drills, lessons, scenarios. */
export function placesOf({ overlay }: State, { lessons, documents }: Env): readonly Command[] {
	return [
		place('contents', 'screen', { type: 'go', screen: 'contents' }),
		place('lesson', 'screen', { type: 'go', screen: 'lesson' }),
		place('lab', 'screen', { type: 'go', screen: 'lab' }),
		place('drills', 'screen', { type: 'drill', start: null }),
		place('worksheets', 'screen', { type: 'go', screen: 'worksheet' }),
		...(overlay?.kind === 'progress' ? [] : [place('your progress', 'page', { type: 'open', overlay: 'progress' })]),
		...(overlay?.kind === 'scenarios' ? [] : [place('all scenarios', 'list', { type: 'open', overlay: 'scenarios' })]),
		...PANES.map((pane) => place(PANE_TITLES[pane], 'pane', { type: 'go-to', place: { kind: 'pane', pane } })),
		...DRILL_MENU.map((start) => place(DRILLS[start], 'drill', { type: 'drill', start })),
		...lessons.map(({ id, number, title }) =>
			place(title, `lesson ${number ?? ''}`.trim(), { type: 'go-to', place: { kind: 'lesson', id } }, id),
		),
		...documents.map(({ scenario: { id, title } }) =>
			place(title, 'scenario', { type: 'go-to', place: { kind: 'scenario', id } }, id),
		),
	];
}

/** Returns the lesson with this number, or else the last one before it; null: there is none. */
export const lessonByNumber = (lessons: readonly LessonDocument[], number: number): LessonDocument | null =>
	lessons.findLast((lesson) => lesson.number !== null && lesson.number <= number) ?? null;

/**
 * Returns the lesson that is played on a scenario, the first numbered one if there are several: a page before the book
 * may borrow a scenario. null: there is none.
 */
export function lessonOnScenario(lessons: readonly LessonDocument[], scenario: string | null): LessonDocument | null {
	const played = lessons.filter((lesson) => lesson.scenario === scenario);
	return countedLessons(played)[0] ?? played[0] ?? null;
}
