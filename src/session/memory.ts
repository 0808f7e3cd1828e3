import { randomUUID } from 'node:crypto';
import type { BoardStore } from '../app/store.js';
import { openLab, present, reopenLab } from '../board/lab.js';
import {
	decodeEvent,
	type Happening,
	type Progress,
	progressOf,
	type Reading,
	type ScenarioProgress,
	scenarioKey,
	stampEvent,
	UNREAD,
} from '../course/index.js';
import { applyTexts, spellEdit } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { opensOn, PANES } from '../present/pane/pane.js';
import type { Effect } from '../screens/action.js';
import type { Reopened } from '../screens/screen.js';
import { currentLab, type State } from '../screens/state.js';
import { stepOf } from '../screens/worksheet/state.js';
import { type Journal, openJournal } from '../storage/index.js';

/** What drills do to the memory. */
export type DrillEffect = Extract<Effect, { type: 'answered' | 'reviewed' | 'unreviewed' }>;

/** What is kept from one run to the next. */
export interface Memory {
	readonly progress: Progress;
	/** How far the reader is, by lesson. */
	readonly readings: Readonly<Record<string, Reading>>;
	/**
	 * A scenario as it was left; null: it was not open before, or what was kept no longer fits.
	 *
	 * @param file that it was read from; missing: as it was said when the memory was opened
	 */
	readonly reopen: (scenario: Scenario, file?: string) => Reopened | null;
	/** Keeps what happens in the store from now on, once it has told the reader what there is to know. */
	readonly watch: (store: BoardStore, notice: string | null) => void;
	readonly predicted: (effect: Extract<Effect, { type: 'predicted' }>) => void;
	/** Keeps an answer or a grade of a drill. */
	readonly drilled: (effect: DrillEffect) => void;
	/** Keeps the place, and ends; what could not be kept, in a sentence, or null. */
	readonly close: () => string | null;
}

/**
 * Opens the memory of earlier runs.
 *
 * @param fileOf the file that a scenario came from; null: it came with the program
 */
export async function openMemory(env: NodeJS.ProcessEnv, fileOf: (scenario: string) => string | null): Promise<Memory> {
	const journal = await openJournal({
		env,
		now: () => new Date(),
		runId: randomUUID().slice(0, 8),
		decode: decodeEvent,
		stamp: stampEvent,
	});
	const progress = progressOf(journal.events);
	const unfit: string[] = [];
	const keeper = new Keeper(journal, fileOf);
	return {
		progress,
		readings: Object.fromEntries([...progress.lessons].map(([id, { lastAt: _, ...reading }]) => [id, reading])),
		reopen: (scenario, file) => {
			const kept = progress.scenarios.get(scenarioKey(scenario.id, file ?? keeper.fileOf(scenario.id)));
			return kept ? reopened(kept, scenario, unfit) : null;
		},
		watch: (store, notice) => keeper.watch(store, [notice, journal.notice, ...unfit], new Set(progress.lessons.keys())),
		predicted: ({ scenario, metric, guesses, truth }) => {
			for (const { name, guess } of guesses)
				keeper.keep({
					type: 'predicted',
					scenario,
					name,
					metric,
					guess,
					truth,
					error: truth === null ? null : guess - truth,
				});
		},
		drilled: (effect) => {
			if (effect.type !== 'reviewed') return keeper.keep(effect);
			const { card, grade, at } = effect.review;
			keeper.keep({ type: 'reviewed', card, grade, when: at });
		},
		close: () => {
			keeper.keepPlace();
			keeper.keepLine(keeper.now() ?? { lesson: null, screen: 'lab' });
			keeper.sync();
			return journal.close();
		},
	};
}

function reopened(kept: ScenarioProgress, scenario: Scenario, unfit: string[]): Reopened | null {
	const now = applyTexts(scenario, kept.edits);
	const baseline = kept.baseline ? applyTexts(scenario, kept.baseline) : null;
	if (!now.ok || baseline?.ok === false) {
		unfit.push(`the edits of last time no longer fit ${scenario.id}, so it opens as its file has it`);
		return null;
	}
	const pane = PANES.find((id) => id === kept.pane) ?? opensOn(scenario);
	const untouched = kept.edits.length === 0 && kept.baseline === null;
	const lab = untouched ? openLab(scenario) : reopenLab(scenario, now.value, baseline ? baseline.value : null);
	return { lab, pane, focus: kept.focus };
}

/** What of a reading is not only a place. */
const DONE = ['answers', 'hints', 'solved', 'edits', 'ended'] as const;

/** Where no scenario is on screen: whoever came for the drills opened none. */
const WITHOUT_SCENARIO: readonly State['screen'][] = ['drill', 'contents'];

/** No id of a file holds a colon. */
const isCase = (scenario: string): boolean => scenario.startsWith('diagnosis:');

/** What is open on the screen: a lesson, the step of a worksheet, or (null) nothing. */
function placeIn(state: State): string | null {
	const { screen, lesson, sheets } = state;
	if (screen === 'worksheet') return sheets.open && stepOf(state);
	return screen === 'lab' ? null : lesson;
}

/** Writes down what changes, and says once when that fails. */
class Keeper {
	#store: BoardStore | null = null;
	#place = '';
	#opened = '';
	/** That events are not kept was said, and none was kept since. */
	#failed = false;
	/** Why one could not be; it is said after the frame. */
	#failure: string | null = null;
	#syncing: NodeJS.Immediate | null = null;

	constructor(
		private readonly journal: Journal,
		private readonly fileOfOpened: (scenario: string) => string | null,
	) {}

	/** @param known lessons whose readings are kept already */
	watch(store: BoardStore, notices: readonly (string | null)[], known: ReadonlySet<string>): void {
		this.#store = store;
		const { scenario, screen } = store.getState();
		if (screen !== 'drill') this.#keepOpened(scenario);
		this.#place = this.#placeNow();
		this.#keepScreen(store.getState());
		// A lesson that the program begins with is begun: what is edited in it is not put back to its start next time.
		for (const [lesson, reading] of Object.entries(store.getState().readings))
			if (!known.has(lesson)) this.keep({ type: 'read', lesson, ...reading });
		store.subscribe((state, before) => {
			if (isCase(state.scenario) || isCase(before.scenario)) {
				// A case is drawn again from its seed; nobody comes back to it.
			} else if (this.#opened !== this.#keyOf(state.scenario)) {
				if (this.#opened !== '' || !WITHOUT_SCENARIO.includes(state.screen)) this.#keepOpened(state.scenario);
			} else {
				const now = present(currentLab(state));
				const then = present(currentLab(before));
				// A worksheet that changes is loaded anew, with nothing edited before and after.
				const edited = now.edits !== then.edits && now.edits.length + then.edits.length > 0;
				if (edited || now.baseline !== then.baseline) this.#keepEdits(state.scenario, now);
			}
			if (state.pane !== before.pane) this.keepPlace();
			if (state.readings !== before.readings) this.#keepReadings(state, before);
			if (state.screen !== before.screen || state.lesson !== before.lesson) this.keepLine(before);
			if (placeIn(state) !== placeIn(before) || state.screen !== before.screen) this.#keepScreen(state);
		});
		const told = notices.filter((notice) => notice !== null).join('. ');
		if (told !== '') store.dispatch({ type: 'told', text: told });
	}

	/** A worksheet that was opened on the way has a file too. */
	fileOf(scenario: string): string | null {
		return this.#store?.getState().sheets.known[scenario]?.path ?? this.fileOfOpened(scenario);
	}

	#keyOf(scenario: string): string {
		return scenarioKey(scenario, this.fileOf(scenario));
	}

	#keepOpened(scenario: string): void {
		this.#opened = this.#keyOf(scenario);
		this.keep({ type: 'opened', scenario, file: this.fileOf(scenario) });
	}

	now(): State | null {
		return this.#store?.getState() ?? null;
	}

	/** The focus moves with many keys: it is kept when the pane changes and at the end. */
	keepPlace(): void {
		const place = this.#placeNow();
		if (place === this.#place || !this.#store || isCase(this.#store.getState().scenario)) return;
		this.#place = place;
		const { scenario, pane, focus } = this.#store.getState();
		this.keep({ type: 'placed', scenario, pane, focus: focus[pane] ?? null });
	}

	/** The line moves with every key: it is kept when the lesson is left. */
	keepLine({ lesson, screen }: Pick<State, 'lesson' | 'screen'>): void {
		const reading = lesson === null ? undefined : this.#store?.getState().readings[lesson];
		if (screen === 'lesson' && lesson !== null && reading) this.keep({ type: 'read', lesson, ...reading });
	}

	#keepScreen(state: State): void {
		if (isCase(state.scenario)) return; // nobody comes back to a case
		this.keep({ type: 'went', screen: state.screen, lesson: placeIn(state) });
	}

	/** What was answered, hinted or solved is kept at once; starting afresh is too. */
	#keepReadings({ readings }: State, before: State): void {
		for (const id of new Set([...Object.keys(readings), ...Object.keys(before.readings)])) {
			const [now = UNREAD, was = UNREAD] = [readings[id], before.readings[id]];
			const moved = DONE.some((field) => now[field] !== was[field]);
			if (moved || (readings[id] === undefined) !== (before.readings[id] === undefined))
				this.keep({ type: 'read', lesson: id, ...now });
		}
	}

	/**
	 * Hands the event to the operating system before the frame that shows what happened, so that a program that is killed
	 * loses nothing that was seen; the disk, which is slow, follows after the frame.
	 */
	keep(happening: Happening): void {
		const failure = this.journal.append(happening);
		this.#failure ??= failure;
		this.#syncing ??= setImmediate(() => this.sync());
	}

	/** Waits for the disk, and says what could not be kept. */
	sync(): void {
		this.#syncing = null;
		const failure = this.#failure ?? this.journal.sync();
		this.#failure = null;
		if (failure !== null && !this.#failed) this.#store?.dispatch({ type: 'told', text: failure });
		this.#failed = failure !== null;
	}

	#keepEdits(scenario: string, { edits, baseline }: ReturnType<typeof present>): void {
		this.keep({
			type: 'edited',
			scenario,
			edits: edits.map(spellEdit),
			baseline: baseline?.edits.map(spellEdit) ?? null,
		});
	}

	#placeNow(): string {
		const state = this.#store?.getState();
		return state ? [state.scenario, state.pane, state.focus[state.pane] ?? ''].join(' ') : '';
	}
}
