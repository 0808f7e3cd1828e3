import type { LessonDocument } from '../../content/index.js';
import { type Practice, practicesOf } from '../../course/index.js';
import type { Env } from '../screen.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { isOpenQuestion, itemsOf, visibleFocus } from './focus.js';
import { blockOf, parseItem, questionItem } from './items.js';
import { type LessonLayout, lessonLayout } from './layout.js';
import { openLesson, readingOf, withReading } from './reading.js';
import { focusOn, scrollTo } from './scroll.js';
import { isInWindow, windowTop } from './window.js';

/** An open guess, or a challenge whose conditions are not all met. */
type OpenItem =
	| { readonly kind: 'question'; readonly block: number; readonly id: string }
	| { readonly kind: 'challenge'; readonly block: number; readonly practice: Practice };

/** Returns what is open in a lesson, in order. */
function openItems(state: State, lesson: LessonDocument): readonly OpenItem[] {
	const { answers, solved } = readingOf(state, lesson.id);
	const questions = lesson.blocks.flatMap((block, at): OpenItem[] =>
		isOpenQuestion(block, answers) ? [{ kind: 'question', block: at, id: block.id }] : [],
	);
	const challenges = practicesOf(lesson).flatMap((practice): OpenItem[] => {
		const { challenge, blocks } = practice;
		const isOpen = challenge !== null && solved[challenge.id] === undefined;
		return isOpen ? [{ kind: 'challenge', block: blocks[0] ?? 0, practice }] : [];
	});
	return [...questions, ...challenges].sort((a, b) => a.block - b.block);
}

/** Goes to the next open guess or challenge below the focus or the top of the window, or else to the first. */
export function jumpToOpenItem(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return state;
	const open = openItems(state, lesson);
	const focus = visibleFocus(state, env);
	const reading = readingOf(state, lesson.id);
	const top = windowTop(layout, reading, false);
	// A challenge that waits for a guess has no number to focus: it was reached if it is in the window.
	const isReached = (item: OpenItem): boolean =>
		focus === null &&
		state.jumpedTo === nameOf(lesson, item) &&
		isInWindow(layout, top, layout.starts[item.block] ?? layout.total);
	const reached = open.findIndex(isReached);
	const isNext = ({ block }: OpenItem): boolean => (focus === null ? block >= reading.block : block > blockOf(focus));
	const next = (reached >= 0 ? open[reached + 1] : open.find(isNext)) ?? open[0];
	if (!next) return say(state, 'nothing is open in this lesson: every guess is given and every challenge done');
	return say(showItem({ ...state, jumpedTo: nameOf(lesson, next) }, lesson, layout, next, env), told(open, next));
}

/** Returns the name of an open item, which tells it from those of other lessons. */
const nameOf = ({ id }: LessonDocument, { block }: OpenItem): string => `${id}|${block}`;

function told(open: readonly OpenItem[], item: OpenItem): string {
	const count = open.length > 1 ? `${open.indexOf(item) + 1} of ${open.length} open: ` : '';
	return item.kind === 'question'
		? `${count}a guess; type it, then Enter`
		: `${count}a challenge; the line above names its next condition`;
}

/** Focuses a guess, or the first number of a challenge; scrolls to one that has none yet. */
function showItem(state: State, lesson: LessonDocument, layout: LessonLayout, item: OpenItem, env: Env): State {
	if (item.kind === 'question') return focusOn(state, lesson, questionItem(item.block, item.id), env);
	const input = itemsOf(state, lesson, env)
		.flat()
		.find((one) => item.practice.blocks.includes(blockOf(one)) && parseItem(one)?.kind === 'input');
	if (input !== undefined) return focusOn(state, lesson, input, env);
	const unfocused = withReading(state, lesson.id, { focus: null });
	return scrollTo(unfocused, lesson, layout, layout.starts[item.block] ?? 0, env);
}
