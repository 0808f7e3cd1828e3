import { Box, Text } from 'ink';
import { type ReactElement, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Lab } from '../board/lab.js';
import type { LessonDocument, ScenarioDocument } from '../content/index.js';
import { caseDocument } from '../present/board/case-document.js';
import type { Surroundings } from '../screens/around.js';
import type { DrillTools } from '../screens/drill/state.js';
import { headLine } from '../screens/head-line.js';
import { isTooSmall, type Size, SMALLEST } from '../screens/size.js';
import { currentLab, type Overlay, type State } from '../screens/state.js';
import { statusLine } from '../screens/status-line.js';
import { labInput } from './lab-input.js';
import { Artifact } from './overlays/Artifact.js';
import { History, ScenarioList, States } from './overlays/lists.js';
import { overlayHeight } from './overlays/overlay-props.js';
import { glossaryLines, helpText, progressText, shareLines, storyLines } from './overlays/pages.js';
import { Frame } from './parts/Frame.js';
import { Scrolled } from './parts/Scrolled.js';
import { useSize } from './parts/use-size.js';
import { focusOf } from './reduce.js';
import { ContentsScreen } from './screens/ContentsScreen.js';
import { LabScreen } from './screens/LabScreen.js';
import { LessonScreen } from './screens/LessonScreen.js';
import { DrillScreen, WorksheetScreen } from './screens/late-screens.js';
import type { BoardStore } from './store.js';

export interface AppProps {
	readonly store: BoardStore;
	/** The scenarios that can be opened, the one that was asked for among them. */
	readonly documents: readonly ScenarioDocument[];
	/** The lessons, in reading order. */
	readonly lessons?: readonly LessonDocument[];
}

/** The whole screen: the lab, or what lies over it. */
export function App({ store, documents, lessons = [] }: AppProps): ReactElement {
	const state = useStore(store);
	const size = useSize();
	const onMeasured = useCallback((most: number) => store.dispatch({ type: 'measured', most }), [store]);
	const onDrawn = useCallback((top: number, most: number) => store.dispatch({ type: 'drawn', top, most }), [store]);
	const { question } = state.drill;
	const { known } = state.sheets;
	const document = useMemo(
		() =>
			question?.kind === 'case' && question.found.scenario.id === state.scenario
				? caseDocument(question.found)
				: (known[state.scenario]?.sheet ?? documents.find(({ scenario }) => scenario.id === state.scenario)),
		[documents, known, question, state.scenario],
	);
	if (isTooSmall(size)) return <TooSmall size={size} />;
	const lab = currentLab(state);
	if (!state.overlay && state.screen === 'contents')
		return <ContentsScreen state={state} lessons={lessons} documents={documents} size={size} />;
	if (!state.overlay && state.screen === 'drill')
		return (
			<DrillScreen
				state={state}
				tools={store.around.drills()}
				now={store.around.now()}
				lessonTitle={(id) => lessons.find((one) => one.id === id)?.title ?? id}
				size={size}
				onDrawn={onDrawn}
			/>
		);
	if (!state.overlay && state.screen === 'worksheet')
		return <WorksheetScreen state={state} around={store.around} size={size} onDrawn={onDrawn} />;
	const at = lessons.findIndex(({ id }) => id === state.lesson);
	const lesson = lessons[at];
	if (!state.overlay && state.screen === 'lesson' && lesson && document)
		return (
			<LessonScreen
				state={state}
				lesson={lesson}
				document={document}
				input={labInput(lab, state.trace)}
				focus={focusOf(state, store.around)}
				place={{ number: at + 1, of: lessons.length }}
				size={size}
				dispatch={store.dispatch}
			/>
		);
	if (!state.overlay)
		return (
			<LabScreen state={state} input={labInput(lab, state.trace)} focus={focusOf(state, store.around)} size={size} />
		);
	const head = headLine([overlayTitle(state.overlay, lab.loaded.title)], [], size.columns);
	const asked = state.asking ? statusLine(state, { text: '', tone: 'plain' }, size.columns) : [];
	return (
		<Frame head={[head, asked]} status={[]} state={state} size={size}>
			{document && (
				<Over
					overlay={state.overlay}
					lab={lab}
					name={store.around.nameOf(state.scenario)}
					document={document}
					documents={documents}
					lessons={lessons}
					state={state}
					tools={store.around.drills()}
					now={store.around.now()}
					markdown={store.around.markdown}
					size={size}
					onMeasured={onMeasured}
				/>
			)}
		</Frame>
	);
}

function overlayTitle({ kind }: Overlay, title: string): string {
	switch (kind) {
		case 'help':
			return 'Help';
		case 'glossary':
			return 'Glossary';
		case 'progress':
			return 'Progress';
		case 'scenarios':
			return 'Scenarios';
		case 'states':
			return `States · ${title}`;
		case 'history':
			return `History · ${title}`;
		case 'share':
			return `Share · ${title}`;
		default:
			return title;
	}
}

interface OverProps {
	readonly overlay: Overlay;
	readonly lab: Lab;
	readonly name: string;
	readonly document: ScenarioDocument;
	readonly documents: readonly ScenarioDocument[];
	readonly lessons: readonly LessonDocument[];
	readonly state: State;
	readonly tools: DrillTools | null;
	readonly now: number;
	readonly markdown: Surroundings['markdown'];
	readonly size: Size;
	readonly onMeasured: (most: number) => void;
}

function Over({ overlay, document, lab, state, size, onMeasured, ...given }: OverProps): ReactElement {
	const { offset } = overlay;
	const scrolled = (lines: readonly string[]): ReactElement => (
		<Scrolled lines={lines} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />
	);
	switch (overlay.kind) {
		case 'help':
			return scrolled(helpText(state.screen, size));
		case 'story':
			return scrolled(storyLines(document, given.markdown, size));
		case 'share':
			return scrolled(shareLines(lab, given.name, size));
		case 'progress':
			return scrolled(progressText(state, given.lessons, given.tools, given.now, size));
		case 'glossary':
			return scrolled(glossaryLines(overlay, size));
		case 'artifact':
			return <Artifact document={document} offset={offset} size={size} onMeasured={onMeasured} />;
		case 'history':
			return <History lab={lab} at={offset} size={size} />;
		case 'scenarios':
			return <ScenarioList documents={given.documents} overlay={overlay} size={size} />;
		case 'states':
			return <States document={document} lab={lab} at={offset} size={size} />;
	}
}

const TooSmall = ({ size }: { readonly size: Size }): ReactElement => (
	<Box width={size.columns} height={size.rows} overflow="hidden">
		<Text>{`This window is ${size.columns}×${size.rows}; the board needs ${SMALLEST.columns}×${SMALLEST.rows}. Make it larger, or press q.`}</Text>
	</Box>
);
