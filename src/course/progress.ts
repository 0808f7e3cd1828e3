import type { EventBody, EventStamp, JournalEvent, ScenarioEventBody } from './event.js';
import type { LessonReading } from './lesson-state.js';
import { addGuess, relativeError, type Score, withoutLastReview } from './score.js';

/** A state of a scenario by its edits. */
export interface RecordedState {
	/** Edits in force, as `PATH=VALUE`. */
	readonly edits: readonly string[];
	/** Edits of the pinned baseline; null: the scenario's own baseline. */
	readonly baseline: readonly string[] | null;
}

const UNEDITED: RecordedState = { edits: [], baseline: null };

/** The reader's progress in one scenario. */
export interface ScenarioProgress extends RecordedState {
	readonly scenario: string;
	/** File that it was last opened from; null: shipped with the program. */
	readonly file: string | null;
	/** Number of times it was opened. */
	readonly opened: number;
	/** Number of changes of its state. */
	readonly edited: number;
	/** Number of guesses made in it. */
	readonly predicted: number;
	/** The last state of the lab; that of the scenario itself may be a lesson's. */
	readonly lab: RecordedState;
	/** Last pane shown; null: not recorded. */
	readonly pane: string | null;
	/** Path of the last focused input, by pane. */
	readonly focus: Readonly<Record<string, string>>;
	/** Time of the last event, ISO 8601. */
	readonly lastAt: string;
}

/** The reader's progress in a lesson, and the time of its last event. */
export interface LessonProgress extends LessonReading {
	readonly lastAt: string;
}

/** A grade of a drill answer. */
export interface GradedReview {
	readonly card: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly grade: 1 | 2 | 3 | 4;
}

/** The reader's progress, added up from a journal. */
export interface Progress {
	/** Times of the first and the last event; null: no events. */
	readonly since: string | null;
	readonly lastAt: string | null;
	/** Scenario of the last scenario event; null: no such event. */
	readonly lastScenario: string | null;
	/** File from which that scenario was opened; null: shipped with the program, or no such event. */
	readonly lastFile: string | null;
	/** Last screen, with its lesson; null: not recorded. */
	readonly lastScreen: { readonly screen: string; readonly lesson: string | null } | null;
	/** By lesson id, in the order of their first event. */
	readonly lessons: ReadonlyMap<string, LessonProgress>;
	/** By `scenarioKey`, in the order of their first event. */
	readonly scenarios: ReadonlyMap<string, ScenarioProgress>;
	/** By name of the person, in the order of the first guess. */
	readonly scores: ReadonlyMap<string, Score>;
	/** All drill grades that were not undone, oldest first. */
	readonly reviews: readonly GradedReview[];
	/** Relative error of each guess, oldest first: 0 is exact, 1 the maximum. */
	readonly misses: readonly number[];
	/** Number of events of each type. */
	readonly counts: Readonly<Record<EventBody['type'], number>>;
	/** Number of program runs that wrote an event. */
	readonly runs: number;
}

/**
 * Returns the key under which the progress in a scenario is stored: its file, if it has one, so that a file is separate
 * from a shipped scenario of the same id and from other files.
 */
export const scenarioKey = (scenario: string, file: string | null): string => file ?? scenario;

/** Adds up events in file order: that order, not the times, decides which event is the last. */
export function computeProgress(events: readonly JournalEvent[]): Progress {
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
	let reviews: GradedReview[] = [];
	const misses: number[] = [];
	let lastScreen: Progress['lastScreen'] = null;
	let [lastScenario, lastFile]: (string | null)[] = [null, null];
	// Only `opened` names the file; later events of the same run refer to it.
	const openedFrom = new Map<string, string | null>();
	for (const event of events) {
		counts[event.type]++;
		if (event.type === 'went') lastScreen = { screen: event.screen, lesson: event.lesson };
		else if (event.type === 'read') lessons.set(event.lesson, lessonProgress(event));
		else if (event.type === 'reviewed') reviews.push({ card: event.card, at: event.when, grade: event.grade });
		else if (event.type === 'unreviewed') reviews = [...withoutLastReview(reviews, event.card)];
		else if (event.type !== 'answered') {
			const { scenario, type, at } = event;
			const openKey = JSON.stringify([event.run, scenario]);
			if (type === 'opened') openedFrom.set(openKey, event.file);
			const file = openedFrom.get(openKey) ?? null;
			[lastScenario, lastFile] = [scenario, file];
			const key = scenarioKey(scenario, file);
			scenarios.set(key, { ...applyEvent(scenarios.get(key) ?? emptyProgress(scenario), event), lastAt: at });
			if (type !== 'predicted') continue;
			scores.set(event.name, addGuess(scores.get(event.name), event));
			const miss = relativeError(event.guess, event.truth);
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
}: LessonReading & EventStamp): LessonProgress => ({
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

type ProgressWithoutTime = Omit<ScenarioProgress, 'lastAt'>;

const emptyProgress = (scenario: string): ProgressWithoutTime => ({
	scenario,
	file: null,
	opened: 0,
	edited: 0,
	predicted: 0,
	...UNEDITED,
	lab: UNEDITED,
	pane: null,
	focus: {},
});

function applyEvent(before: ProgressWithoutTime, event: ScenarioEventBody): ProgressWithoutTime {
	switch (event.type) {
		case 'opened':
			return { ...before, file: event.file, opened: before.opened + 1 };
		case 'placed': {
			const { pane, focus } = event;
			return { ...before, pane, focus: focus === null ? before.focus : { ...before.focus, [pane]: focus } };
		}
		case 'edited': {
			const { edits, baseline, lesson } = event;
			const last = { edits, baseline };
			return { ...before, ...last, lab: lesson === undefined ? last : before.lab, edited: before.edited + 1 };
		}
		case 'predicted':
			return { ...before, predicted: before.predicted + 1 };
	}
}
