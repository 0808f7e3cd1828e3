import { currentEntry, type Lab, recordEntry } from '../../board/lab.js';
import type { Challenge, LessonDocument } from '../../content/index.js';
import { challengesOf, lessonStart, type Practice, practicesOf } from '../../course/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { editsBetween } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { windowShowing } from '../../text/list-window.js';
import type { Env } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say, withLab } from '../state-changes.js';
import { visibleFocus } from './focus.js';
import { blockOf } from './items.js';
import { type LessonLayout, lessonLayout, type SideLayout, windowHeight } from './layout.js';
import { practiceInWindow } from './practice.js';
import {
	hasOpenItems,
	meetsChallenge,
	NO_CHALLENGE,
	openChallenge,
	openLesson,
	readingOf,
	withReading,
} from './reading.js';
import { scrollTo } from './scroll.js';
import { isInWindow, windowTop } from './window.js';

/** Returns the practice that the reader works on or reads: that of the focus, or else the one in sight; null: none. */
export function currentPractice(state: State, lesson: LessonDocument, layout: LessonLayout): Practice | null {
	const reading = readingOf(state, lesson.id);
	const { focus } = reading;
	const focused =
		focus === null ? undefined : practicesOf(lesson).find(({ blocks }) => blocks.includes(blockOf(focus)));
	if (focused) return focused;
	return layout.side?.practice ?? practiceInWindow(lesson, layout, windowTop(layout, reading, false));
}

/** Returns the challenge that hints and solution are for: the one in sight, or else the first open one; null: none. */
function challengeInSight(state: State, lesson: LessonDocument, env: Env): Challenge | null {
	const layout = lessonLayout(state, env);
	const reading = readingOf(state, lesson.id);
	const inSight = layout && currentPractice(state, lesson, layout)?.challenge;
	return inSight && reading.solved[inSight.id] !== 'solved' ? inSight : openChallenge(lesson, reading);
}

/**
 * Marks the challenges that the lab's current state solves. One that was skipped is solved once the reader's own edit
 * leads back to it.
 */
export function judgeChallenges(before: State, state: State, env: Env): State {
	const lesson = openLesson(state, env);
	if (!lesson || lesson.scenario !== state.scenario) return state;
	const reading = readingOf(state, lesson.id);
	const lab = currentLab(state);
	const previous = before.labs[state.scenario];
	const meets = (challenge: Challenge, of: Lab): boolean =>
		meetsChallenge(challenge, lab.loaded, currentEntry(of).scenario);
	const solvedNow = challengesOf(lesson).filter((challenge) => {
		const result = reading.solved[challenge.id];
		if (result === 'solved' || !meets(challenge, lab)) return false;
		if (result === undefined) return true;
		// One step off the solution that was shown and back again is no solution of the reader's own.
		const isOwn =
			lab.editedPath !== null &&
			isOwnWork(lab, applyChanges(lessonStart(lesson, lab.loaded), challenge.solution).scenario);
		return isOwn && previous !== undefined && !meets(challenge, previous);
	});
	if (solvedNow.length === 0) return state;
	const solved = { ...reading.solved, ...Object.fromEntries(solvedNow.map(({ id }) => [id, 'solved' as const])) };
	const marked = withReading(state, lesson.id, { solved });
	const [first] = solvedNow;
	const shown = first ? showChallenge(marked, lesson, first, env) : marked;
	const isMore = hasOpenItems(lesson, readingOf(marked, lesson.id));
	const next = isMore ? 'Space reads on' : lesson === env.lessons.at(-1) ? 'c shows the contents' : 'n goes on';
	return say(shown, `challenge solved: read what it shows below, ${next}`);
}

/**
 * Whether the present board is the reader's own work after a solution was shown: it differs from it, or the reader was
 * at least two inputs away from it in between.
 */
function isOwnWork({ history, position }: Lab, shown: Scenario): boolean {
	const distance = ({ scenario }: { readonly scenario: Scenario }): number => editsBetween(shown, scenario).length;
	const done = history.slice(0, position + 1);
	const present = history[position];
	if (present && distance(present) > 0) return true;
	const since = done.slice(done.slice(0, -1).findLastIndex((entry) => distance(entry) === 0) + 1, -1);
	return since.some((entry) => distance(entry) >= 2);
}

/** Shows one more hint of the challenge in sight. */
export function showHint(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const challenge = lesson && challengeInSight(state, lesson, env);
	if (!lesson || !challenge) return say(state, NO_CHALLENGE);
	const { hints } = readingOf(state, lesson.id);
	const shown = hints[challenge.id] ?? 0;
	if (shown >= challenge.hints.length) return say(state, 'that was the last hint; s shows a solution');
	const hinted = withReading(state, lesson.id, { hints: { ...hints, [challenge.id]: shown + 1 } });
	const scrolled = showChallenge(hinted, lesson, challenge, env);
	// The number in hand stays in the window, and the hint may be below it.
	return isEndInWindow(scrolled, lesson, challenge, env)
		? scrolled
		: say(scrolled, `hint ${shown + 1} of ${challenge.hints.length} is below the workbench: Space reads it`);
}

/** Whether the last line of a challenge is in the window. */
function isEndInWindow(state: State, lesson: LessonDocument, { id }: Challenge, env: Env): boolean {
	const layout = lessonLayout(state, env);
	const at = lesson.blocks.findIndex((block) => block.kind === 'challenge' && block.id === id);
	if (!layout || layout.side) return true;
	const last = (layout.starts[at + 1] ?? layout.total) - 2;
	return isInWindow(layout, windowTop(layout, readingOf(state, lesson.id), false), last);
}

/** Asks first, because a solution cannot be unseen; it names a guess above the challenge that is still open. */
export function askToSkip(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const challenge = lesson && challengeInSight(state, lesson, env);
	if (!lesson || !challenge) return say(state, NO_CHALLENGE);
	const { answers } = readingOf(state, lesson.id);
	const above = lesson.blocks.slice(0, lesson.blocks.indexOf(challenge));
	const isGuessOpen = above.some((block) => block.kind === 'predict' && answers[block.id] === undefined);
	return { ...state, questionId: isGuessOpen ? 'skip-open-guess' : 'skip' };
}

/** Enters a solution of the challenge in sight as one edit. */
export function skipChallenge(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const challenge = lesson && challengeInSight(state, lesson, env);
	if (!lesson || !challenge) return say(state, NO_CHALLENGE);
	const lab = currentLab(state);
	const { scenario } = applyChanges(lessonStart(lesson, lab.loaded), challenge.solution);
	const entered = recordEntry(lab, {
		scenario,
		edits: editsBetween(lab.loaded, scenario),
		description: `a solution of “${lesson.title}”`,
	});
	const { solved } = readingOf(state, lesson.id);
	const marked = withReading(withLab(state, entered), lesson.id, { solved: { ...solved, [challenge.id]: 'skipped' } });
	return say(showChallenge(marked, lesson, challenge, env), 'a solution was entered; u takes it back');
}

/** Shows the end of a challenge beside the page, by dropping the focus or scrolling to its practice. */
function showBeside(state: State, lesson: LessonDocument, side: SideLayout, at: number): State {
	const fits = side.lines.length <= windowHeight(state, lesson);
	if (side.practice.blocks.includes(at)) return fits ? state : withReading(state, lesson.id, { focus: null });
	const start = lesson.blocks[at - 1]?.kind === 'workbench' ? at - 1 : at;
	return withReading(state, lesson.id, { block: start, line: 0, focus: null });
}

/** Scrolls just far enough to show a challenge, at whose end hints and solution are. */
function showChallenge(state: State, lesson: LessonDocument, { id }: Challenge, env: Env): State {
	const layout = lessonLayout(state, env);
	const at = lesson.blocks.findIndex((block) => block.kind === 'challenge' && block.id === id);
	if (!layout) return state;
	if (layout.side) return showBeside(state, lesson, layout.side, at);
	const from = layout.starts[at] ?? 0;
	const to = layout.starts[at + 1] ?? layout.total;
	const top = windowTop(layout, readingOf(state, lesson.id), false);
	const { from: shown } = windowShowing(layout.total, layout.height, top, from, to - 2);
	// The number in hand stays in the window.
	const most = visibleFocus(state, env) === null ? shown : (layout.focusLine ?? shown);
	return scrollTo(state, lesson, layout, Math.min(shown, most), env);
}
