import { Box } from 'ink';
import type { ReactElement } from 'react';
import { present } from '../../../board/lab.js';
import { drillPage } from '../../../screens/drill/page/page.js';
import type { DrillTools } from '../../../screens/drill/state.js';
import { headLine } from '../../../screens/head-line.js';
import type { Size } from '../../../screens/size.js';
import type { State } from '../../../screens/state.js';
import { statusLine } from '../../../screens/status-line.js';
import { hiddenWords } from '../../../text/list-window.js';
import { Frame } from '../../parts/Frame.js';
import { Lines } from '../../parts/Lines.js';
import { usePageWindow } from '../../parts/use-page-window.js';

export interface DrillPageViewProps {
	readonly state: State;
	readonly tools: DrillTools;
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	/** The title of a lesson, by its id. */
	readonly lessonTitle: (id: string) => string;
	readonly size: Size;
	/** Says which line shows first, and which one could at most. */
	readonly onDrawn: (top: number, most: number) => void;
}

/** A drill: its page in a window, what always shows below it, and the keys. */
export function DrillPageView({ state, tools, now, lessonTitle, size, onDrawn }: DrillPageViewProps): ReactElement {
	const { drill, reviews, peek } = state;
	const { question } = drill;
	const lab = question?.kind === 'case' ? state.labs[question.found.scenario.id] : undefined;
	const page = drillPage(
		{
			...drill,
			kit: tools.kit,
			reviews,
			now,
			waiting: drill.run ? drill.run.questions.length - drill.run.results.length - 1 : drill.queue.length,
			peekAtEnd: peek === 'at-the-end',
			lessonTitle,
		},
		size.columns - 1,
		lab ? present(lab).scenario : null,
	);
	const height = size.rows - 4 - page.foot.length;
	const shown = { length: page.lines.length, height, keep: page.keep ?? 0, after: page.keep === null ? 0 : 1 };
	const window = usePageWindow(shown, drill, onDrawn);
	const head = headLine([`Dispatch Board · ${page.title}`], [{ text: page.aside, tone: 'title' }], size.columns);
	const hidden = { text: hiddenWords(window, { keys: true }), tone: 'dim' } as const;
	const status = statusLine(state, hidden, size.columns);
	return (
		<Frame head={[head]} status={[...page.foot, status]} state={state} size={size}>
			<Box height={height + 1}>
				<Lines lines={[[], ...page.lines.slice(window.from, window.to)]} />
			</Box>
		</Frame>
	);
}
