import type { Happening, JournalEvent, ScenarioHappening, Stamp } from './event.js';
import { missOf } from './miss.js';
import type { Reading } from './reading.js';
import { withoutLastOf } from './reviews.js';
import { type Score, scored } from './score.js';

/** What was done with one scenario. */
export interface ScenarioProgress {
	readonly scenario: string;
	/** The file that it was last opened from; null: it came with the program. */
	readonly file: string | null;
	/** How often it was opened. */
	readonly opened: number;
	/** How often its state changed. */
	readonly edited: number;
	/** Guesses made in it. */
	readonly predicted: number;
	/** `PATH=VALUE` of the edits in force. */
	readonly edits: readonly string[];
	/** The same of the pinned baseline; null: the scenario's own. */
	readonly baseline: readonly string[] | null;
	/** The pane that was looked at last; null: none was said. */
	readonly pane: string | null;
	/** Path of the input that had the focus last, per pane. */
	readonly focus: Readonly<Record<string, string>>;
	/** When something was last done in it. */
	readonly lastAt: string;
}

/** How far somebody is in a lesson, and when they were there last. */
export interface LessonProgress extends Reading {
	readonly lastAt: string;
}

/** A grade of a drill. */
export interface Graded {
	readonly card: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly grade: 1 | 2 | 3 | 4;
}

/** What a journal adds up to. */
export interface Progress {
	/** Times of the first and the last event; null: there is none. */
	readonly since: string | null;
	readonly lastAt: string | null;
	/** Where something was done last, and the file that it was opened from; null: nothing was done yet. */
	readonly lastScenario: string | null;
	readonly lastFile: string | null;
	/** The screen that was gone to last, and its lesson; null: none was said. */
	readonly lastScreen: { readonly screen: string; readonly lesson: string | null } | null;
	/** By id, in the order of their first event. */
	readonly lessons: ReadonlyMap<string, LessonProgress>;
	/** By `scenarioKey`, in the order of their first event. */
	readonly scenarios: ReadonlyMap<string, ScenarioProgress>;
	/** By name, in the order of the first guess. */
	readonly scores: ReadonlyMap<string, Score>;
	/** Every grade of a drill that was not taken back, oldest first. */
	readonly reviews: readonly Graded[];
	/** How far each guess was off, oldest first: 0 exact, 1 by everything. */
	readonly misses: readonly number[];
	/** Events of each type. */
	readonly counts: Readonly<Record<Happening['type'], number>>;
	/** Runs of the program that left an event. */
	readonly runs: number;
}

/**
 * What a scenario is kept under: a file stays apart from what ships with the program, whatever id it has, and from
 * other files.
 */
export const scenarioKey = (scenario: string, file: string | null): string => file ?? scenario;

/**
 * Adds events up, in the order in which they were written: that order, and not their clocks, says which came last.
 */
export function progressOf(events: readonly JournalEvent[]): Progress {
	const scenarios = new Map<string, ScenarioProgress>();
	const lessons = new Map<string, LessonProgress>();
	const scores = new Map<string, Score>();
	const counts = {
		opened: 0,
		placed: 0,
		edited: 0,
		predicted: 0,
		went: 0,
		read: 0,
		answered: 0,
		reviewed: 0,
		unreviewed: 0,
	};
	let reviews: Graded[] = [];
	const misses: number[] = [];
	let lastScreen: Progress['lastScreen'] = null;
	let [lastScenario, lastFile]: (string | null)[] = [null, null];
	// Only opening says which file; what follows in the same run is about that one.
	const openedFrom = new Map<string, string | null>();
	for (const event of events) {
		counts[event.type]++;
		if (event.type === 'went') lastScreen = { screen: event.screen, lesson: event.lesson };
		else if (event.type === 'read') lessons.set(event.lesson, lessonProgress(event));
		else if (event.type === 'reviewed') reviews.push({ card: event.card, at: event.when, grade: event.grade });
		else if (event.type === 'unreviewed') reviews = [...withoutLastOf(reviews, event.card)];
		else if (event.type !== 'answered') {
			const { scenario, type, at } = event;
			const opening = JSON.stringify([event.run, scenario]);
			if (type === 'opened') openedFrom.set(opening, event.file);
			const file = openedFrom.get(opening) ?? null;
			[lastScenario, lastFile] = [scenario, file];
			const key = scenarioKey(scenario, file);
			scenarios.set(key, { ...after(scenarios.get(key) ?? untouched(scenario), event), lastAt: at });
			if (type !== 'predicted') continue;
			scores.set(event.name, scored(scores.get(event.name), event));
			const miss = missOf(event.guess, event.truth);
			if (miss !== null) misses.push(miss);
		}
	}
	return {
		since: events[0]?.at ?? null,
		lastAt: events.at(-1)?.at ?? null,
		lastScenario: lastScenario ?? null,
		lastFile: lastFile ?? null,
		lastScreen,
		lessons,
		scenarios,
		scores,
		reviews,
		misses,
		counts,
		runs: new Set(events.map(({ run }) => run)).size,
	};
}

const lessonProgress = ({
	block,
	line,
	focus,
	answers,
	hints,
	solved,
	edits,
	ended,
	at,
}: Reading & Stamp): LessonProgress => ({
	block,
	line,
	focus,
	answers,
	hints,
	solved,
	edits,
	ended,
	lastAt: at,
});

type Untimed = Omit<ScenarioProgress, 'lastAt'>;

const untouched = (scenario: string): Untimed => ({
	scenario,
	file: null,
	opened: 0,
	edited: 0,
	predicted: 0,
	edits: [],
	baseline: null,
	pane: null,
	focus: {},
});

function after(before: Untimed, event: ScenarioHappening): Untimed {
	switch (event.type) {
		case 'opened':
			return { ...before, file: event.file, opened: before.opened + 1 };
		case 'placed': {
			const { pane, focus } = event;
			return { ...before, pane, focus: focus === null ? before.focus : { ...before.focus, [pane]: focus } };
		}
		case 'edited': {
			const { edits, baseline } = event;
			return { ...before, edits, baseline, edited: before.edited + 1 };
		}
		case 'predicted':
			return { ...before, predicted: before.predicted + 1 };
	}
}
