import type { LessonDocument } from '../../content/index.js';
import { challengesOf, countedLessons, lessonStart, listedNumber } from '../../course/index.js';
import { challengeBar } from '../../present/lesson/challenge.js';
import { hiddenFigures } from '../../present/lesson/hidden.js';
import { UNBROKEN } from '../../present/speak/drawn.js';
import type { Line } from '../../text/line.js';
import { clipLine } from '../../text/line-layout.js';
import { GUESS } from '../guess.js';
import { headLine } from '../head-line.js';
import { inputStatus } from '../input-status.js';
import { labInput, openDocument } from '../lab-input.js';
import type { Env, Screen, SpokenPage } from '../screen.js';
import type { State } from '../state.js';
import { spokenStatus, statusLine } from '../status-line.js';
import { currentPractice } from './challenge.js';
import { lessonPage } from './find.js';
import { focusedPath, questionInWindow, visibleFocus } from './focus.js';
import { bookOf, type LessonLayout, lessonLayout, pageColumns, sideColumns, visibleLayout } from './layout.js';
import { openLesson, readingOf, resetTarget } from './reading.js';
import { visibleSideLines } from './side.js';
import { pageSentences, speakLesson } from './speak.js';
import { aheadText, lessonStatus } from './status.js';
import { LESSON, LESSON_VALUE } from './update.js';
import { isBlockInWindow, maxTop, type PageLayout, windowTop } from './window.js';

/** The screen of a lesson: prose, evidence and workbenches, in a scrolling window. */
export const LESSON_SCREEN: Screen = {
	layer(state) {
		if (state.pendingEdit) return GUESS;
		return state.typing === null ? LESSON : LESSON_VALUE;
	},
	view(state, env) {
		const { columns } = state.size;
		const lesson = openLesson(state, env);
		const layout = visibleLayout(state, env);
		if (!lesson || !layout) return { head: [[]], body: [], status: [[]] };
		const top = windowTop(layout, readingOf(state, lesson.id), false);
		const place = placeText(lesson, env);
		const title = `${place === null ? '' : `${place} · `}${lesson.title}`;
		return {
			head: [headLine([title], [{ text: positionText(top, layout), tone: 'dim' }], columns)],
			body: [
				{
					id: 'page',
					width: pageColumns(state.size),
					lines: layout.lines.slice(top, top + layout.height),
					isCut: true,
				},
				...(layout.side
					? [
							{
								id: 'workbench',
								width: sideColumns(state.size),
								lines: visibleSideLines(state, lesson, layout.side, layout.height),
								isCut: true as const,
							},
						]
					: []),
			],
			status: [
				...barLines(state, lesson, layout, env),
				statusLine(state, ownStatus(state, lesson, layout, env), columns),
			],
		};
	},
	find: lessonPage,
	speak(state, env) {
		const page = spokenPage(state, env);
		return page ? pageSentences(page) : [];
	},
	speakPage: spokenPage,
};

/** Returns the place of a lesson in the book, such as `3 of 43`; null: it has no number. */
function placeText(lesson: LessonDocument, { lessons }: Env): string | null {
	const number = listedNumber(lesson);
	return number === null ? null : `${number} of ${countedLessons(lessons).length}`;
}

/** Speaks the open lesson, in parts; null: none is open. */
function spokenPage(state: State, env: Env): SpokenPage | null {
	const lesson = openLesson(state, env);
	const document = openDocument(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !document || !layout) return null;
	const reading = readingOf(state, lesson.id);
	const top = windowTop(layout, reading, false);
	const book = bookOf(state, lesson, env);
	const page = {
		place: placeText(lesson, env),
		lesson,
		document,
		lab: labInput(state),
		reading,
		focus: reading.focus,
		typing: state.typing,
		ending: layout.ending,
		...(book && { book }),
		bar: barLine(state, lesson, layout, env, UNBROKEN),
		isVisible: (block: number) => isBlockInWindow(layout, top, block),
	};
	return speakLesson(page, spokenStatus(state, ownStatus(state, lesson, layout, env).text));
}

/** Returns the status of the focused input, or else what to do in the lesson. */
function ownStatus(state: State, lesson: LessonDocument, layout: LessonLayout, env: Env) {
	const focus = focusedPath(state, env);
	const document = openDocument(state, env);
	if ((focus === null && !state.pendingEdit) || !document) {
		const target = visibleFocus(state, env, layout) ?? questionInWindow(state, env, layout);
		const reading = readingOf(state, lesson.id);
		const isAtEnd = windowTop(layout, reading, false) >= maxTop(layout);
		const isLast = lesson === env.lessons.at(-1);
		const scrolling = { scrolls: layout.total > layout.height, isAtEnd, isLast };
		return lessonStatus({ lesson, reading, typing: state.typing, target, ...scrolling });
	}
	const hidden = hiddenFigures(lesson, readingOf(state, lesson.id).answers, document.scenario);
	return inputStatus(state, labInput(state), focus, resetTarget(lesson, document.scenario), hidden);
}

/** Draws the challenge in sight, or what is still open; no line if the lesson has no challenge. */
function barLines(state: State, lesson: LessonDocument, layout: LessonLayout, env: Env): readonly Line[] {
	const bar = barLine(state, lesson, layout, env, state.size.columns - 2);
	return bar ? [clipLine([{ text: ' ' }, ...bar], state.size.columns - 1)] : [];
}

function barLine(state: State, lesson: LessonDocument, layout: LessonLayout, env: Env, columns: number): Line | null {
	const challenges = challengesOf(lesson);
	const document = openDocument(state, env);
	if (challenges.length === 0 || !document) return null;
	const reading = readingOf(state, lesson.id);
	const challenge = currentPractice(state, lesson, layout)?.challenge;
	if (!challenge) return [{ text: aheadText(lesson, reading), tone: 'dim' }];
	const loaded = document.scenario;
	return challengeBar(
		{
			challenge,
			loaded,
			now: labInput(state).scenario,
			start: lessonStart(lesson, loaded),
			result: reading.solved[challenge.id],
			hidden: hiddenFigures(lesson, reading.answers, loaded),
			place: { number: challenges.indexOf(challenge) + 1, of: challenges.length },
		},
		columns,
	);
}

/** Returns how far down the window is, as a percentage or `end`. */
function positionText(top: number, layout: PageLayout): string {
	const most = maxTop(layout);
	return top >= most ? 'end' : `${Math.round((100 * top) / most)}%`;
}
