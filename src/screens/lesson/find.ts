import type { Env, SearchablePage } from '../screen.js';
import type { State } from '../state.js';
import { lessonLayout } from './layout.js';
import { openLesson, readingOf } from './reading.js';
import { scrollTo } from './scroll.js';
import { visibleSideLines } from './side.js';
import { windowTop } from './window.js';

/** Returns the page of the open lesson, for `/`; null: no lesson is open. */
export function lessonPage(state: State, env: Env): SearchablePage | null {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return null;
	const from = windowTop(layout, readingOf(state, lesson.id), false);
	return {
		lines: layout.lines,
		window: { from, to: Math.min(layout.total, from + layout.height) },
		...(layout.side && { beside: visibleSideLines(state, lesson, layout.side, layout.height) }),
		scrollTo: (line) => scrollTo(state, lesson, layout, line, env),
	};
}
