import type { LessonDocument } from '../../content/index.js';
import { goalLine } from '../../present/lesson/challenge.js';
import type { Line } from '../../text/line.js';
import { clipLine } from '../../text/line-layout.js';
import { GUESS } from '../guess.js';
import { headLine } from '../head-line.js';
import { inputStatus } from '../input-status.js';
import { labInput, openDocument } from '../lab-input.js';
import type { Env, Screen } from '../screen.js';
import type { State } from '../state.js';
import { spokenStatus, statusLine } from '../status-line.js';
import { visibleLayout } from './layout.js';
import { openLesson, readingOf, resetTarget } from './reading.js';
import { focusedPath } from './scroll.js';
import { speakLesson } from './speak.js';
import { lessonStatus } from './status.js';
import { LESSON, LESSON_VALUE } from './update.js';
import { maxTop, type PageLayout, windowTop } from './window.js';

/** The screen of a lesson: prose with live parts, in a scrolling window. */
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
		const number = env.lessons.indexOf(lesson) + 1;
		const title = `${number} of ${env.lessons.length} · ${lesson.title}`;
		return {
			head: [headLine([title], [{ text: positionText(top, layout), tone: 'dim' }], columns)],
			body: [{ id: 'page', width: columns, lines: layout.lines.slice(top, top + layout.height), isCut: true }],
			status: [...goalLines(state, lesson, env), statusLine(state, ownStatus(state, lesson, layout, env), columns)],
		};
	},
	speak(state, env) {
		const lesson = openLesson(state, env);
		const document = openDocument(state, env);
		const layout = visibleLayout(state, env);
		if (!lesson || !document || !layout) return [];
		const reading = readingOf(state, lesson.id);
		const place = { number: env.lessons.indexOf(lesson) + 1, of: env.lessons.length };
		const page = { lesson, document, lab: labInput(state), reading, focus: reading.focus, typing: state.typing };
		return speakLesson({ ...page, place }, spokenStatus(state, ownStatus(state, lesson, layout, env).text));
	},
};

/** Returns the status of the focused input, or else what to do in the lesson. */
function ownStatus(state: State, lesson: LessonDocument, layout: PageLayout, env: Env) {
	const focus = focusedPath(state, env);
	const document = openDocument(state, env);
	if ((focus === null && !state.pendingEdit) || !document) return lessonStatus(state, layout);
	return inputStatus(state, labInput(state), focus, resetTarget(lesson, document.scenario));
}

/** Draws how much of the challenge is met; no line if the lesson has no challenge. */
function goalLines(state: State, lesson: LessonDocument, env: Env): readonly Line[] {
	const challenges = lesson.blocks.filter((block) => block.kind === 'challenge');
	const document = openDocument(state, env);
	if (challenges.length === 0 || !document) return [];
	const goal = goalLine(challenges, document.scenario, labInput(state).scenario, readingOf(state, lesson.id));
	return [clipLine([{ text: ' ' }, ...goal], state.size.columns - 1)];
}

/** Returns how far down the window is, as a percentage or `end`. */
function positionText(top: number, layout: PageLayout): string {
	const most = maxTop(layout);
	return top >= most ? 'end' : `${Math.round((100 * top) / most)}%`;
}
