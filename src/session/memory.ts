import { randomUUID } from 'node:crypto';
import type { BoardStore } from '../app/store.js';
import { currentEntry, openLab, restoreLab } from '../board/lab.js';
import {
	computeProgress,
	decodeEvent,
	type EventBody,
	type LessonReading,
	type Progress,
	type RecordedState,
	type ScenarioProgress,
	scenarioKey,
	stampEvent,
	UNREAD,
} from '../course/index.js';
import { applyEditTexts, formatEdit } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { initialPane, PANES } from '../present/pane/pane.js';
import type { Effect } from '../screens/action.js';
import type { ReopenedScenario } from '../screens/screen.js';
import { currentLab, type State } from '../screens/state.js';
import { currentStep } from '../screens/worksheet/state.js';
import { type Journal, openJournal } from '../storage/index.js';

/** Effects of drills that are recorded. */
export type DrillEffect = Extract<Effect, { type: 'answered' | 'reviewed' | 'unreviewed' }>;

/** The reader's progress, kept between runs of the program. */
export interface Memory {
	readonly progress: Progress;
	/** Readings by lesson id. */
	readonly readings: Readonly<Record<string, LessonReading>>;
	/**
	 * Returns a scenario as the reader left it in the lab; null: never opened before, or the recorded edits no longer fit
	 * it.
	 *
	 * @param file the file it was read from; missing: the file that its scenario is known to have come from
	 */
	readonly reopen: (scenario: Scenario, file?: string) => ReopenedScenario | null;
	/** Returns a scenario as the reader left it anywhere, in a lesson too, to continue there; null as above. */
	readonly resume: (scenario: Scenario) => ReopenedScenario | null;
	/** Shows the notice and those of the journal, if any, and records every change of the store from now on. */
	readonly watch: (store: BoardStore, notice: string | null) => void;
	/** Records a guess of a metric. */
	readonly recordGuess: (effect: Extract<Effect, { type: 'predicted' }>) => void;
	/** Records an answer or a grade of a drill. */
	readonly recordDrill: (effect: DrillEffect) => void;
	/** Records where the reader is and closes the journal; returns what could not be saved, in a sentence, or null. */
	readonly close: () => string | null;
}

/** The name of the reader in events; those of earlier versions may have other names too. */
const READER = 'you';

/**
 * Opens the journal and computes the reader's progress from it.
 *
 * @param fileOf returns the file that a scenario came from; null: shipped with the program
 */
export async function openMemory(env: NodeJS.ProcessEnv, fileOf: (scenario: string) => string | null): Promise<Memory> {
	const journal = await openJournal({
		env,
		now: () => new Date(),
		runId: randomUUID().slice(0, 8),
		decode: decodeEvent,
		stamp: stampEvent,
	});
	const progress = computeProgress(journal.events);
	const unfit: string[] = [];
	const recorder = new JournalRecorder(journal, fileOf);
	const restoreAs = (
		stateOf: (recorded: ScenarioProgress) => RecordedState,
		scenario: Scenario,
		file?: string,
	): ReopenedScenario | null => {
		const recorded = progress.scenarios.get(scenarioKey(scenario.id, file ?? recorder.fileOf(scenario.id)));
		return recorded ? restore(recorded, stateOf(recorded), scenario, unfit) : null;
	};
	return {
		progress,
		readings: readingsOf(progress),
		reopen: (scenario, file) => restoreAs(({ lab }) => lab, scenario, file),
		resume: (scenario) => restoreAs((recorded) => recorded, scenario),
		watch: (store, notice) =>
			recorder.watch(store, [notice, journal.notice, ...unfit], new Set(progress.lessons.keys())),
		recordGuess: ({ scenario, metric, guess, truth }) =>
			recorder.record({
				type: 'predicted',
				scenario,
				name: READER,
				metric,
				guess,
				truth,
				error: truth === null ? null : guess - truth,
			}),
		recordDrill: (effect) => {
			if (effect.type !== 'reviewed') return recorder.record(effect);
			const { card, grade, at } = effect.review;
			recorder.record({ type: 'reviewed', card, grade, when: at });
		},
		close: () => {
			recorder.recordFocus();
			recorder.recordReading(recorder.state() ?? { lesson: null, screen: 'lab' });
			recorder.sync();
			return journal.close();
		},
	};
}

/**
 * Returns the readings by lesson id. A lesson stores its board when it is left; the one that was open last was not, so
 * its board is the last state of its scenario.
 */
function readingsOf({ lessons, lastScreen, lastScenario, lastFile, scenarios }: Progress): Memory['readings'] {
	const open = lastScreen?.screen === 'lesson' ? lastScreen.lesson : null;
	const last = lastScenario === null ? undefined : scenarios.get(scenarioKey(lastScenario, lastFile));
	return Object.fromEntries(
		[...lessons].map(([id, { lastAt: _, ...reading }]) => [
			id,
			id === open && last ? { ...reading, edits: last.edits } : reading,
		]),
	);
}

/** Applies the recorded edits to a scenario; adds a sentence to `unfit` and returns null if they no longer fit. */
function restore(
	recorded: ScenarioProgress,
	state: RecordedState,
	scenario: Scenario,
	unfit: string[],
): ReopenedScenario | null {
	const current = applyEditTexts(scenario, state.edits);
	const baseline = state.baseline ? applyEditTexts(scenario, state.baseline) : null;
	if (!current.ok || baseline?.ok === false) {
		unfit.push(`your last edits no longer fit ${scenario.id}, so it opens as its file has it`);
		return null;
	}
	const pane = PANES.find((id) => id === recorded.pane) ?? initialPane(scenario);
	const untouched = state.edits.length === 0 && state.baseline === null;
	const lab = untouched ? openLab(scenario) : restoreLab(scenario, current.value, baseline ? baseline.value : null);
	return { lab, pane, focus: recorded.focus };
}

/** Fields of a reading that count as progress; the others only locate the reader on the page. */
const PROGRESS_FIELDS = ['answers', 'hints', 'solved', 'edits', 'ended'] as const;

/** Screens without a scenario: a reader who starts there has opened none. */
const SCREENS_WITHOUT_SCENARIO: readonly State['screen'][] = ['drill', 'contents'];

/** Whether a scenario is a case of a drill. Ids from files have no colon. */
const isCase = (scenario: string): boolean => scenario.startsWith('diagnosis:');

/** Returns the id of the open lesson, or of the open step of a worksheet; null: neither is open. */
function placeOnScreen(state: State): string | null {
	const { screen, lesson, sheets } = state;
	if (screen === 'worksheet') return sheets.open && currentStep(state);
	return screen === 'lab' ? null : lesson;
}

/** Appends an event to the journal for each change of the store, and notifies the reader once if that fails. */
class JournalRecorder {
	#store: BoardStore | null = null;
	/** The last recorded scenario, pane and focus. */
	#place = '';
	/** Key of the scenario that was last recorded as opened; empty: none. */
	#opened = '';
	/** Whether the reader was told that events are not saved, and none has been saved since. */
	#failed = false;
	/** Reason why an event could not be saved; shown after the frame. */
	#failure: string | null = null;
	#syncing: NodeJS.Immediate | null = null;

	constructor(
		private readonly journal: Journal,
		private readonly fileOfOpened: (scenario: string) => string | null,
	) {}

	/** Starts recording. `known`: ids of lessons whose readings are in the journal. */
	watch(store: BoardStore, notices: readonly (string | null)[], known: ReadonlySet<string>): void {
		this.#store = store;
		const { scenario, screen } = store.getState();
		if (screen !== 'drill') this.#recordOpened(scenario);
		this.#place = this.#currentPlace();
		this.#recordScreen(store.getState());
		// Records the lesson that the program starts with as begun, so that the next start does not reset its scenario.
		for (const [lesson, reading] of Object.entries(store.getState().readings))
			if (!known.has(lesson)) this.record({ type: 'read', lesson, ...reading });
		store.subscribe((state, before) => {
			if (isCase(state.scenario) || isCase(before.scenario)) {
				// A case is generated from its seed and never resumed.
			} else if (this.#opened !== this.#keyOf(state.scenario)) {
				if (this.#opened !== '' || !SCREENS_WITHOUT_SCENARIO.includes(state.screen)) this.#recordOpened(state.scenario);
			} else {
				const entry = currentEntry(currentLab(state));
				const previous = currentEntry(currentLab(before));
				// A changed worksheet is loaded again, with no edits before or after.
				const isEdited = entry.edits !== previous.edits && entry.edits.length + previous.edits.length > 0;
				if (isEdited || entry.baseline !== previous.baseline) this.#recordEdits(state, entry);
			}
			if (state.pane !== before.pane) this.recordFocus();
			if (state.readings !== before.readings) this.#recordProgress(state, before);
			if (state.screen !== before.screen || state.lesson !== before.lesson) this.recordReading(before);
			if (placeOnScreen(state) !== placeOnScreen(before) || state.screen !== before.screen) this.#recordScreen(state);
		});
		const text = notices.filter((notice) => notice !== null).join('. ');
		if (text !== '') store.dispatch({ type: 'report-problem', text });
	}

	/** Returns the file of a scenario, which may be a worksheet opened since the start; null: a shipped scenario. */
	fileOf(scenario: string): string | null {
		return this.#store?.getState().sheets.known[scenario]?.path ?? this.fileOfOpened(scenario);
	}

	#keyOf(scenario: string): string {
		return scenarioKey(scenario, this.fileOf(scenario));
	}

	#recordOpened(scenario: string): void {
		this.#opened = this.#keyOf(scenario);
		this.record({ type: 'opened', scenario, file: this.fileOf(scenario) });
	}

	state(): State | null {
		return this.#store?.getState() ?? null;
	}

	/** Records the focus. Called when the pane changes and at the end, because many keys move the focus. */
	recordFocus(): void {
		const place = this.#currentPlace();
		if (place === this.#place || !this.#store || isCase(this.#store.getState().scenario)) return;
		this.#place = place;
		const { scenario, pane, focus } = this.#store.getState();
		this.record({ type: 'placed', scenario, pane, focus: focus[pane] ?? null });
	}

	/** Records the line in a lesson. Called when the lesson is left, because every key moves the line. */
	recordReading({ lesson, screen }: Pick<State, 'lesson' | 'screen'>): void {
		const reading = lesson === null ? undefined : this.#store?.getState().readings[lesson];
		if (screen === 'lesson' && lesson !== null && reading) this.record({ type: 'read', lesson, ...reading });
	}

	#recordScreen(state: State): void {
		if (isCase(state.scenario)) return; // a case is never resumed
		this.record({ type: 'went', screen: state.screen, lesson: placeOnScreen(state) });
	}

	/** Records answers, hints, solutions and restarts of lessons at once. */
	#recordProgress({ readings }: State, before: State): void {
		for (const id of new Set([...Object.keys(readings), ...Object.keys(before.readings)])) {
			const [current = UNREAD, previous = UNREAD] = [readings[id], before.readings[id]];
			const hasProgressed = PROGRESS_FIELDS.some((field) => current[field] !== previous[field]);
			if (hasProgressed || (readings[id] === undefined) !== (before.readings[id] === undefined))
				this.record({ type: 'read', lesson: id, ...current });
		}
	}

	/**
	 * Appends an event. It reaches the operating system before the frame that shows the change, so that a killed program
	 * loses nothing the reader has seen; the slow sync to disk follows after the frame.
	 */
	record(body: EventBody): void {
		const failure = this.journal.append(body);
		this.#failure ??= failure;
		this.#syncing ??= setImmediate(() => this.sync());
	}

	/** Syncs the journal to disk, and tells the reader what could not be saved. */
	sync(): void {
		this.#syncing = null;
		const failure = this.#failure ?? this.journal.sync();
		this.#failure = null;
		if (failure !== null && !this.#failed) this.#store?.dispatch({ type: 'report-problem', text: failure });
		this.#failed = failure !== null;
	}

	#recordEdits({ scenario, screen, lesson }: State, { edits, baseline }: ReturnType<typeof currentEntry>): void {
		this.record({
			type: 'edited',
			scenario,
			edits: edits.map(formatEdit),
			baseline: baseline?.edits.map(formatEdit) ?? null,
			...(screen === 'lesson' && lesson !== null && { lesson }),
		});
	}

	#currentPlace(): string {
		const state = this.#store?.getState();
		return state ? [state.scenario, state.pane, state.focus[state.pane] ?? ''].join(' ') : '';
	}
}
