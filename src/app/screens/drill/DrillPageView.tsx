import { Box } from 'ink';
import { type ReactElement, useEffect } from 'react';
import { present } from '../../../board/lab.js';
import { drillPage } from '../../../screens/drill/page/page.js';
import type { DrillTools } from '../../../screens/drill/state.js';
import type { Size } from '../../../screens/size.js';
import type { State } from '../../../screens/state.js';
import type { Line } from '../../../text/line.js';
import { shorten, width } from '../../../text/width.js';
import { Lines } from '../../parts/Lines.js';
import { footLine } from '../lab-lines.js';

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
	const { question, editor } = drill;
	const lab = question?.kind === 'case' ? state.labs[question.found.scenario.id] : undefined;
	const page = drillPage(
		{
			...drill,
			kit: tools.kit,
			reviews,
			now,
			text: editor.text,
			cursor: editor.cursor,
			waiting: drill.run ? drill.run.questions.length - drill.run.results.length - 1 : drill.queue.length,
			peekAtEnd: peek === 'at-the-end',
			lessonTitle,
		},
		size.columns - 1,
		lab ? present(lab).scenario : null,
	);
	const height = size.rows - 4 - page.foot.length;
	const most = Math.max(0, page.lines.length - height);
	const follows = page.keep === null ? 0 : Math.max(0, page.keep - height + 2);
	const kept = Math.min(most, drill.offset ?? follows);
	useEffect(() => {
		if (drill.drawn.top !== kept || drill.drawn.most !== most) onDrawn(kept, most);
	});
	const shown = page.lines.slice(kept, kept + height);
	const below = page.lines.length - kept - shown.length;
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Lines lines={[headLine(page.title, page.aside, size)]} />
			<Box height={height + 1}>
				<Lines lines={[[], ...shown]} />
			</Box>
			{page.foot.length > 0 && <Lines lines={page.foot} />}
			<Lines lines={[statusLine(state, kept, below, size)]} />
			<Lines lines={[footLine(state, size)]} />
		</Box>
	);
}

function headLine(title: string, aside: string, { columns }: Size): Line {
	const name = ` Dispatch Board · ${title}`;
	return [
		{ text: name, bold: true },
		{ text: ' '.repeat(Math.max(1, columns - width(name) - width(aside) - 1)) },
		{ text: aside, tone: 'title' },
	];
}

function statusLine({ notice }: State, above: number, below: number, { columns }: Size): Line {
	if (notice)
		return [{ text: ` ${shorten(notice.text, columns - 2)}`, tone: notice.tone === 'refused' ? 'bad' : 'edited' }];
	const parts = [
		...(above > 0 ? [`↑ ${above} ${above === 1 ? 'line' : 'lines'} above (PgUp)`] : []),
		...(below > 0 ? [`↓ ${below} more ${below === 1 ? 'line' : 'lines'} (PgDn)`] : []),
	];
	return [{ text: ` ${parts.join('   ')}`, tone: 'dim' }];
}
