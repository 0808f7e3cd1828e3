import type { Lab } from '../../board/lab.js';
import { shareCommand } from '../../board/share.js';
import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { contextWords } from '../../present/format/focus-words.js';
import type { Surroundings } from '../../screens/around.js';
import { findTerms } from '../../screens/contents/lines.js';
import type { DrillTools } from '../../screens/drill/state.js';
import { progressLines } from '../../screens/overlays/progress-lines.js';
import type { Size } from '../../screens/size.js';
import type { Mode, Overlay, Screen, State } from '../../screens/state.js';
import { layoutProse } from '../../text/blocks.js';
import { filterLine } from '../../text/editor.js';
import { wrap } from '../../text/width.js';
import { helpLines } from '../keys/lookup.js';
import { styled, styledLines } from '../theme.js';
import { proseWidth } from './overlay-props.js';

const HERE: Readonly<Record<Screen, string>> = {
	lesson: 'In a lesson',
	drill: 'In the drills',
	lab: 'In the lab',
	contents: 'In the contents',
	worksheet: 'In a worksheet',
};

/** The help of drills, and of worksheets, is that of all their steps. */
const MODES: Readonly<Record<Screen, readonly Mode[]>> = {
	lesson: ['lesson'],
	drill: ['drills', 'writing', 'filling', 'ticking', 'judged', 'diagnosed'],
	lab: ['lab'],
	contents: ['contents'],
	worksheet: ['sheets', 'sheet', 'wording', 'picking', 'exporting'],
};

const WORDS = [
	'Change a number and watch where the pressure goes: the table, the matrix and the verdict are recomputed on every key.',
	'Small and strong are the two lanes. Small is the share that is sent small. Right, repair, escal. and silent count what is sent small: answered right, run again on strong, failures that a person gets, failures that nobody noticed. The lines below the verdict count every request.',
	'Noise ± is what the labels leave open. A guardrail is breached or held only beyond its noise; else it is unclear.',
	'Easy is what small would get right on its own. AUC is how well the router tells easy from hard: 0.5 is a coin flip. Noticed is the share of failures that somebody sees.',
	'n/m is “not measured”: something behind the figure is unknown, so it is not shown as 0. – is “nothing went this way”.',
	'▲ ▼ mark what the last edit changed; the Δ line says by how much.',
];

/**
 * Every key, drawn from the key table, and how to read the marks.
 *
 * @param screen that it lies over: its keys come first
 */
export function helpText(screen: Screen, { columns }: Size): readonly string[] {
	const room = columns - 4;
	const { here, elsewhere } = helpLines(MODES[screen]);
	const keyLines = (line: string): readonly string[] => {
		const at = line.indexOf(': ');
		const [first = '', ...rest] = wrap(line, room);
		return [
			`  ${styled({ text: first.slice(0, at), tone: 'accent' })}${first.slice(at)}`,
			...rest.map((more) => `    ${more}`),
		];
	};
	const heading = (text: string): string => `  ${styled({ text, tone: 'title' })}`;
	const keys = [
		heading(HERE[screen]),
		...here.flatMap(keyLines),
		'',
		heading('Elsewhere'),
		...elsewhere.flatMap(keyLines),
	];
	const words = WORDS.flatMap((sentence) => wrap(sentence, room).map((line) => `  ${line}`));
	return [...keys, '', ...words];
}

/** The terms, each with what it means and the fact of the chapter that brings it; narrowed by what is typed. */
export function glossaryLines({ filter, finding }: Overlay, size: Size): readonly string[] {
	const terms = findTerms(filter);
	const search =
		finding || filter !== '' ? [` ${styledLines([filterLine(filter, finding, '', size.columns)])}`, ''] : [];
	const lines = terms.flatMap(({ name, means, fact }) => [
		styled({ text: fact === null ? name : `${name} (${fact})`, tone: 'title' }),
		...wrap(means, proseWidth(size) - 2).map((line) => `  ${line}`),
	]);
	const none = terms.length === 0 ? ['No term holds that.'] : [];
	return [...search, ...[...lines, ...none].map((line) => `  ${line}`)];
}

/**
 * How far the reader is.
 *
 * @param tools null: not loaded yet
 * @param now milliseconds since 1970, UTC
 */
export function progressText(
	state: State,
	lessons: readonly LessonDocument[],
	tools: DrillTools | null,
	now: number,
	size: Size,
): readonly string[] {
	const { readings, misses, reviews } = state;
	const practice = tools?.drill.practiceOf(tools.kit, reviews, new Date(now)) ?? null;
	return progressLines({ lessons, readings, misses, practice, reviews, now }, size.columns - 4).map(
		(line) => `  ${styledLines([line])}`,
	);
}

/**
 * The command line that reproduces this state, baseline and rows included.
 *
 * @param name what the command line calls the scenario: its id, or its file
 */
export function shareLines(lab: Lab, name: string, size: Size): readonly string[] {
	const lines = [
		...wrap(
			'This line prints the report of this state, baseline and rows included. It is printed again when you quit.',
			size.columns - 4,
		),
		'',
		...wrap(shareCommand(lab, name), size.columns - 4).map((line) => styled({ text: line, tone: 'accent' })),
	];
	return lines.map((line) => `  ${line}`);
}

/** The story, what sets this kind of product apart, and where the figures come from. */
const markdownOf = (document: ScenarioDocument): string =>
	[document.story, ...contextWords(document).map((sentence) => `- ${sentence}`), `*Figures: ${document.source}*`].join(
		'\n\n',
	);

/** What happened, where to look, and where the figures come from. */
export function storyLines(
	document: ScenarioDocument,
	markdown: Surroundings['markdown'],
	size: Size,
): readonly string[] {
	const blocks = markdown(markdownOf(document));
	return (blocks ? layoutProse(blocks, proseWidth(size)) : [[{ text: '…' }]]).map((line) => `  ${styledLines([line])}`);
}
