import { editorLine } from '../text/editor.js';
import type { Line, Tone } from '../text/line.js';
import { padLines } from '../text/line-layout.js';
import { shorten, width, wrap } from '../text/width.js';
import type { Prompt, PromptPurpose } from './prompt.js';
import type { Notice, QuestionId, State } from './state.js';

/** Status text of a screen, shown while there is no question and no notice. */
export interface StatusText {
	readonly text: string;
	readonly tone: Tone;
	/** Whether it is shown instead of the notice, because it explains a refusal better. */
	readonly replacesNotice?: boolean;
}

/** Returns a notice as a status text. */
const noticeSaid = ({ text, tone }: Notice): StatusText => ({ text, tone: tone === 'refused' ? 'bad' : 'edited' });

/** Returns the status text to show: the question, else the notice, else the screen's own text. */
function currentStatus(state: State, own: StatusText): StatusText {
	const question = questionText(state);
	if (question !== null) return { text: question, tone: 'unsure' };
	return state.notice && !own.replacesNotice ? noticeSaid(state.notice) : own;
}

/** Draws the line above the footer: the line being typed, or else the question, the notice or the screen's own text. */
export function statusLine(state: State, own: StatusText, columns: number): Line {
	if (state.prompt) return promptLine(state.prompt, state.notice, columns);
	const { text, tone } = currentStatus(state, own);
	return [{ text: ` ${shorten(text, columns - 2)}`, tone }];
}

/** Lines that a long message may take: a reason that is cut off explains nothing. */
const MAX_LINES = 3;
/** Lines that are always reserved, so that nothing above them moves with the text. */
const MIN_LINES = 2;

/** Draws the status on several lines; what is being typed stays visible below a refusal. */
export function statusArea(state: State, own: StatusText, columns: number): readonly Line[] {
	const { notice, prompt, typing } = state;
	const wrapped = ({ text, tone }: StatusText): readonly Line[] =>
		wrap(text, columns - 2)
			.slice(0, MAX_LINES)
			.map((line): Line => [{ text: ` ${line}`, tone }]);
	const refused = notice?.tone === 'refused' ? wrapped(noticeSaid(notice)) : [];
	const lines = ((): readonly Line[] => {
		if (prompt) return [...refused, promptLine(prompt, refused.length > 0 ? null : notice, columns)];
		if (typing !== null && !state.questionId) return [...refused, ...wrapped(own)].slice(0, MAX_LINES);
		return wrapped(currentStatus(state, own));
	})();
	return padLines(lines, MIN_LINES);
}

/** Returns the text of the status line for a screen reader. */
export function spokenStatus(state: State, own: string): string {
	const { prompt } = state;
	if (prompt)
		return `${state.notice ? `${state.notice.text}. ` : ''}${PROMPT_TEXTS[prompt.purpose.for][0]}: ${prompt.editor.text}`;
	return currentStatus(state, { text: own, tone: 'plain' }).text;
}

/** Text that asks for the input of each prompt: in full, and as a noun to put after a notice. */
const PROMPT_TEXTS: Readonly<Record<PromptPurpose['for'], readonly [words: string, noun: string]>> = {
	new: ['a name for the worksheet', 'name'],
	rename: ['its new name', 'name'],
	duplicate: ['a name for the copy', 'name'],
	export: ['write the review artifact to (.md .html .json)', 'file'],
	prices: ['price list (a JSON file)', 'file'],
	assumption: ['its other value', 'value'],
};

/** Draws a line being typed, after what it asks for or a notice about it. */
function promptLine({ purpose, editor }: Prompt, notice: Notice | null, columns: number): Line {
	const [words, noun] = PROMPT_TEXTS[purpose.for];
	const label = ` ${notice ? `${notice.text} · ${noun}` : words}: `;
	const shown = width(label) > columns - 16 ? label.slice(0, Math.max(10, columns - 20)) : label;
	return [
		{ text: shown, tone: notice?.tone === 'refused' ? 'bad' : 'title' },
		{ text: editorLine(editor, Math.max(13, columns - width(label) - 2)), tone: 'plain' },
	];
}

/** Text of each yes-or-no question. */
const QUESTIONS: Readonly<Record<QuestionId, (state: State) => string>> = {
	reset: () => 'Put every number back? y or n (u undoes it)',
	lab: () => 'The lab shows the answer to an open guess. Go? y or n',
	skip: () => 'Enter a solution of the challenge? y or n (u takes it back)',
	'skip-open-guess': () => 'The solution may give away your open guess. Go on? y or n',
	restart: () => 'Forget the answers and hints of this lesson? y or n',
	'restart-all': () => 'Forget the answers and hints of every lesson? y or n',
	'sheet-delete': ({ sheets }) => `Delete ${sheets.deleting?.name ?? ''}? Its last version is kept. y or n`,
	'sheet-unsaved': () => 'The worksheet is not saved and will be lost. Leave it? y or n',
	'sheet-conflict': () =>
		'Another program changed the file. y: write yours over it (a copy of theirs is kept); n: save yours as a new worksheet',
	'confirm-overwrite': ({ fileToReplace }) => `${fileToReplace} exists. Write over it? y or n`,
};

/** Returns the text of the open question; null: none is open. */
const questionText = (state: State): string | null => state.questionId && QUESTIONS[state.questionId](state);
