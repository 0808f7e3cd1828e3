import type { SheetSurroundings } from '../../../screens/around.js';
import type { Size } from '../../../screens/size.js';
import type { State } from '../../../screens/state.js';
import type { Line } from '../../../text/line.js';
import { wrap } from '../../../text/width.js';
import { fileQuestion, promptLine } from '../prompt-line.js';

export interface WorksheetViewProps {
	readonly state: State;
	readonly around: SheetSurroundings;
	readonly size: Size;
	/** Says which line shows first, and which one could at most. */
	readonly onDrawn: (top: number, most: number) => void;
}

/** Lines that a long message may take: a reason that is cut says nothing. */
const MOST = 3;
/** Lines that are always there, so that nothing above them moves with the words. */
const FEWEST = 2;

/** The lines above the footer: what is asked, said and typed, else the words that are given. */
export function statusArea(state: State, words: string, { columns }: Size): readonly Line[] {
	const lines = saidLines(state, words, columns);
	return [...lines, ...Array.from({ length: Math.max(0, FEWEST - lines.length) }, (): Line => [])];
}

function saidLines(state: State, words: string, columns: number): readonly Line[] {
	const { notice, prompt, typing } = state;
	const wrapped = (text: string, tone: Line[number]['tone']): readonly Line[] =>
		wrap(text, columns - 2)
			.slice(0, MOST)
			.map((line): Line => [{ text: ` ${line}`, ...(tone && { tone }) }]);
	const refused = notice?.tone === 'refused' ? wrapped(notice.text, 'bad') : [];
	if (prompt) return [...refused, promptLine(refused.length > 0 ? { ...state, notice: null } : state, columns) ?? []];
	const asked = fileQuestion(state);
	if (asked !== null) return wrapped(asked, 'unsure');
	// What is typed stays in sight below what is said of it.
	if (typing !== null) return [...refused, ...wrapped(words, 'title')].slice(0, MOST);
	return notice ? wrapped(notice.text, notice.tone === 'refused' ? 'bad' : 'edited') : wrapped(words, 'plain');
}
