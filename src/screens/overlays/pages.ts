import { shareCommand } from '../../board/share-command.js';
import type { Term } from '../../chapter/terms.js';
import type { ScenarioDocument } from '../../content/index.js';
import { contextSentences } from '../../present/format/input-text.js';
import { filterLine } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import type { ProseBlock } from '../../text/prose.js';
import { layoutProse } from '../../text/prose-layout.js';
import { wrap } from '../../text/width.js';
import { openDocument } from '../lab-input.js';
import { memoLast } from '../memo.js';
import type { Env } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { groupTerms } from '../terms.js';
import { bodyHeight, createPageOverlay, proseWidth } from './page-overlay.js';
import { type ProgressInput, progressLines } from './progress-lines.js';
import {
	speakArtifact,
	speakGlossary,
	speakHelp,
	speakLegend,
	speakProgress,
	speakShare,
	speakStory,
} from './speak.js';
import { NO_ARTIFACT, NO_TERM, SHARE_NOTE } from './texts.js';

const indent = (line: Line): Line => [{ text: '  ' }, ...line];
const plain = (text: string): Line => [{ text }];

/** The help: the keys of the screen below, by what one wants to do. */
export const HELP = createPageOverlay({
	id: 'help',
	title: (state, env) => `Help · ${env.keyHelp(state, env).place}`,
	lines(state, env) {
		const groups = env.keyHelp(state, env).groups.map(({ heading, lines }) => [heading, ...lines].join('\n'));
		return helpLines(state.size.columns - 4, ...groups);
	},
	speak: (state, env, status) => speakHelp(env.keyHelp(state, env), status),
});

/** Lays the help out; wrapping it takes longer than a frame of the other screens. `groups`: heading and rows, one a line. */
const helpLines = memoLast((room: number, ...groups: readonly string[]): readonly Line[] => {
	const keyLines = (line: string): readonly Line[] => {
		const at = line.indexOf(': ');
		const [first = '', ...rest] = wrap(line, room);
		const head: Line = [{ text: first.slice(0, at), tone: 'accent' }, { text: first.slice(at) }];
		return [head, ...rest.map((more) => plain(`  ${more}`))];
	};
	return groups.flatMap((group): readonly Line[] => {
		const [heading = '', ...rows] = group.split('\n');
		return [[{ text: ` ${heading}`, tone: 'title' }], ...rows.flatMap(keyLines).map(indent)];
	});
});

/** Explanation of the words and marks on screen. */
const MARKS = [
	'Change a number and watch where the pressure goes: the table, the matrix and the verdict are recomputed on every key.',
	'Small and strong are the two lanes. Routed small (also headed small) is set for a segment; effective is what override and threshold leave of it. Right, repair, escalated (escal.) and silent count what is routed small: answered right, run again on strong, failures that a person gets or that nobody noticed. The lines below the verdict count every request.',
	'Noise ± is what the labels leave open. A guardrail is breached or held only beyond its noise; else it is unclear.',
	'Easy is what small would get right on its own. AUC is how well the router tells easy from hard: 0.5 is a coin flip. Noticed is the share of failures that somebody sees.',
	'n/m is “not measured”: something behind the figure is unknown, so it is not shown as 0. – is “nothing went this way”.',
	'▲ ▼ mark what the last input changed, all edits of it together.',
];

/** How to read the words and marks on screen. */
export const LEGEND = createPageOverlay({
	id: 'legend',
	title: () => 'Words and marks',
	lines: ({ size }) => MARKS.flatMap((sentence) => [...wrap(sentence, proseWidth(size)).map(plain), []]).map(indent),
	speak: (_, __, status) => speakLegend(MARKS, status),
});

/**
 * The glossary: terms with their meaning, narrowed by a filter. Those on the page that it was opened over come first.
 */
export const GLOSSARY = createPageOverlay({
	id: 'glossary',
	title: () => 'Glossary',
	canFind: true,
	lines({ overlay, size }) {
		const { filter = '', finding = false, terms: onPage = [] } = overlay ?? {};
		const search: readonly Line[] =
			finding || filter !== '' ? [[{ text: ' ' }, ...filterLine(filter, finding, '', size.columns)], []] : [];
		const termLines = ({ name, definition }: Term): readonly Line[] => [
			[{ text: name, tone: 'title' }],
			...wrap(definition, proseWidth(size) - 2).map((line) => plain(`  ${line}`)),
		];
		const groups = groupTerms(filter, onPage);
		const lines = groups.flatMap(({ heading, terms }, i): readonly Line[] => [
			...(i > 0 ? [[]] : []),
			...(heading === null ? [] : [[{ text: heading, bold: true, underlined: true }]]),
			...terms.flatMap(termLines),
		]);
		const none: readonly Line[] = lines.length === 0 ? [plain(NO_TERM)] : [];
		return [...search, ...[...lines, ...none].map(indent)];
	},
	speak({ overlay }, _, status) {
		const { filter = '', finding = false, terms = [] } = overlay ?? {};
		return speakGlossary(groupTerms(filter, terms), { filter, finding }, status);
	},
});

function progressInput({ readings, misses, reviews }: State, env: Env): ProgressInput {
	const tools = env.drills();
	const now = env.now();
	const practice = tools?.drill.practiceCounts(tools.kit, reviews, new Date(now)) ?? null;
	return { lessons: env.lessons, readings, misses, practice, reviews, now };
}

/** The reader's progress. */
export const PROGRESS = createPageOverlay({
	id: 'progress',
	title: () => 'Progress',
	lines: (state, env) => progressLines(progressInput(state, env), state.size.columns - 4).map(indent),
	speak: (state, env, status) => speakProgress(progressInput(state, env), status),
});

/** The command line that reproduces the current state, with baseline and rows. */
export const SHARE = createPageOverlay({
	id: 'share',
	title: (state) => `Share · ${currentLab(state).loaded.title}`,
	lines(state, env) {
		const room = state.size.columns - 4;
		const command = shareCommand(currentLab(state), env.nameOf(state.scenario));
		return [
			...wrap(SHARE_NOTE, room).map(plain),
			[],
			...wrap(command, room).map((text): Line => [{ text, tone: 'accent' }]),
		].map(indent);
	},
	speak: (state, env, status) => speakShare(currentLab(state), env.nameOf(state.scenario), status),
});

/** Returns the story of a scenario, what is special about its kind of product, and the source of its figures. */
const storyMarkdown = (document: ScenarioDocument): string =>
	[
		document.story,
		...contextSentences(document).map((sentence) => `- ${sentence}`),
		`*Figures: ${document.source}*`,
	].join('\n\n');

function storyBlocks(state: State, env: Env): readonly ProseBlock[] | null {
	const document = openDocument(state, env);
	return document && env.markdown(storyMarkdown(document));
}

/** The story of the scenario. */
export const STORY = createPageOverlay({
	id: 'story',
	title: (state) => currentLab(state).loaded.title,
	lines(state, env) {
		const blocks = storyBlocks(state, env);
		return (blocks ? layoutProse(blocks, proseWidth(state.size)) : [plain('…')]).map(indent);
	},
	speak: (state, env, status) => speakStory(currentLab(state).loaded.title, storyBlocks(state, env), status),
});

/** The artifact that the scenario starts from, before anything is computed. */
export const ARTIFACT = createPageOverlay({
	id: 'artifact',
	title: (state) => currentLab(state).loaded.title,
	lines(state, env) {
		const artifact = artifactOf(state, env);
		if (!artifact) return [plain(` ${NO_ARTIFACT}`)];
		const lines = env.artifact(artifact, state.size.columns - 2, bodyHeight(state.size)) ?? [plain('…')];
		return lines.map((line): Line => [{ text: ' ' }, ...line]);
	},
	speak(state, env, status) {
		const document = openDocument(state, env);
		return document ? speakArtifact(document, status) : [];
	},
});

const artifactOf = (state: State, env: Env) => openDocument(state, env)?.artifact ?? null;
