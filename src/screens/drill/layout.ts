import { present } from '../../board/lab.js';
import { type ListWindow, lastStart, windowFrom, windowShowing } from '../../text/list-window.js';
import type { DrillTools, Env } from '../screen.js';
import type { State } from '../state.js';
import { type DrillPage, drillPage } from './page/page.js';

/** Lines of the window beside page and foot: head, an empty line, status and footer. */
const CHROME = 4;

/** A drill's page in its window. */
export interface DrillWindow extends ListWindow {
	/** The farthest that the first line can go. */
	readonly most: number;
	readonly page: DrillPage;
}

/** Lays the drill out; the window follows the cursor or the chosen line until the reader scrolls. */
export function drillWindow(state: State, env: Env, tools: DrillTools): DrillWindow {
	const { drill, reviews, peek, size } = state;
	const { question } = drill;
	const lab = question?.kind === 'case' ? state.labs[question.found.scenario.id] : undefined;
	const page = drillPage(
		{
			...drill,
			kit: tools.kit,
			reviews,
			now: env.now(),
			waiting: drill.run ? drill.run.questions.length - drill.run.results.length - 1 : drill.queue.length,
			peekAtEnd: peek === 'at-the-end',
			lessonTitle: (id) => env.lessons.find((one) => one.id === id)?.title ?? id,
		},
		size.columns - 1,
		lab ? present(lab).scenario : null,
	);
	const { length } = page.lines;
	const height = size.rows - CHROME - page.foot.length;
	const { keep } = page;
	const window =
		drill.offset === null
			? windowShowing(length, height, 0, keep ?? 0, keep === null ? 0 : keep + 1)
			: windowFrom(length, height, drill.offset);
	return { ...window, most: lastStart(length, height), page };
}
