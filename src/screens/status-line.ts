import { editorLine } from '../text/editor.js';
import { padLines } from '../text/justify.js';
import type { Line, Tone } from '../text/line.js';
import { shorten, width, wrap } from '../text/width.js';
import type { Prompt, PromptAsk } from './prompt.js';
import type { Asking, Notice, State } from './state.js';

/** What a screen says by itself, while nothing is asked and nothing was said. */
export interface Said {
	readonly text: string;
	readonly tone: Tone;
	/** It tells what was refused better than the notice does. */
	readonly beforeNotice?: boolean;
}

const noticeSaid = ({ text, tone }: Notice): Said => ({ text, tone: tone === 'refused' ? 'bad' : 'edited' });

/** Returns what the reader has to know first: the question, then what was just said, then the screen's own words. */
function first(state: State, own: Said): Said {
	const question = questionWords(state);
	if (question !== null) return { text: question, tone: 'unsure' };
	return state.notice && !own.beforeNotice ? noticeSaid(state.notice) : own;
}

/** Draws the line above the footer: the line that is typed, or else what is asked, was said or is to be said. */
export function statusLine(state: State, own: Said, columns: number): Line {
	if (state.prompt) return promptLine(state.prompt, state.notice, columns);
	const { text, tone } = first(state, own);
	return [{ text: ` ${shorten(text, columns - 2)}`, tone }];
}

/** Lines that a long message may take where there is room: a reason that is cut says nothing. */
const MOST = 3;
/** Lines that are always there, so that nothing above them moves with the words. */
const FEWEST = 2;

/** Draws the same on several lines. What is typed stays in sight below what is said of it. */
export function statusArea(state: State, own: Said, columns: number): readonly Line[] {
	const { notice, prompt, typing } = state;
	const wrapped = ({ text, tone }: Said): readonly Line[] =>
		wrap(text, columns - 2)
			.slice(0, MOST)
			.map((line): Line => [{ text: ` ${line}`, tone }]);
	const refused = notice?.tone === 'refused' ? wrapped(noticeSaid(notice)) : [];
	const lines = ((): readonly Line[] => {
		if (prompt) return [...refused, promptLine(prompt, refused.length > 0 ? null : notice, columns)];
		if (typing !== null && !state.asking) return [...refused, ...wrapped(own)].slice(0, MOST);
		return wrapped(first(state, own));
	})();
	return padLines(lines, FEWEST);
}

/** Returns what the status line says, for a screen reader. */
export function statusWords(state: State, own: string): string {
	const { prompt } = state;
	if (prompt) return `${state.notice ? `${state.notice.text}. ` : ''}${ASKS[prompt.ask.for][0]}: ${prompt.editor.text}`;
	return first(state, { text: own, tone: 'plain' }).text;
}

/** What a line is typed for, and the same in a word, for beside what was said of it. */
const ASKS: Readonly<Record<PromptAsk['for'], readonly [words: string, noun: string]>> = {
	new: ['a name for the worksheet', 'name'],
	rename: ['its new name', 'name'],
	duplicate: ['a name for the copy', 'name'],
	export: ['write the review artifact to (.md .html .json)', 'file'],
	prices: ['price list (a JSON file)', 'file'],
	assumption: ['its other value', 'value'],
};

/** Draws a line that is typed, behind what it is asked for, or what was said of it. */
function promptLine({ ask, editor }: Prompt, notice: Notice | null, columns: number): Line {
	const [words, noun] = ASKS[ask.for];
	const asks = ` ${notice ? `${notice.text} · ${noun}` : words}: `;
	const shown = width(asks) > columns - 16 ? asks.slice(0, Math.max(10, columns - 20)) : asks;
	return [
		{ text: shown, tone: notice?.tone === 'refused' ? 'bad' : 'title' },
		{ text: editorLine(editor, Math.max(13, columns - width(asks) - 2)), tone: 'plain' },
	];
}

/** What the reader is asked, for each thing that waits for y or n. */
const WORDS: Readonly<Record<Asking, (state: State) => string>> = {
	reset: () => 'Put every number back to how the scenario has it? y or n (u undoes it)',
	skip: () => 'Enter a solution of the challenge? y or n (u takes it back)',
	restart: () => 'Start this lesson afresh, its answers and hints forgotten? y or n',
	'restart-all': () => 'Start every lesson afresh, all answers and hints forgotten? y or n',
	'sheet-delete': ({ sheets }) => `Delete ${sheets.deleting?.name ?? ''}? Its last version is kept. y or n`,
	'sheet-unsaved': () => 'It is not saved, and is lost once you leave. Leave it? y or n',
	'sheet-conflict': () => 'Another program changed the file. y: yours over it (theirs is kept); n: yours as a new one',
	'export-over': ({ overwriting }) => `${overwriting} exists. Write over it? y or n`,
};

/** Returns the question that waits for y or n; null: none does. */
const questionWords = (state: State): string | null => state.asking && WORDS[state.asking](state);
