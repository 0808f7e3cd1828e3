import type { CardDocument } from '../../../content/index.js';
import { GRADES, previewGrades, scheduleOf } from '../../../drill/index.js';
import { editorLines } from '../../../text/editor.js';
import type { Line } from '../../../text/line.js';
import { wrap } from '../../../text/width.js';
import { wrapLine } from '../../../text/wrap-line.js';
import type { DrillInput } from './input.js';

/** Draws the question, and the answer being written with its cursor. */
export function answerLines(
	{ question }: CardDocument,
	{ editor }: DrillInput,
	columns: number,
): { readonly lines: readonly Line[]; readonly cursorLine: number } {
	const head = wrapLine([{ text: question, bold: true }], columns);
	const { lines, at } = editorLines(editor, columns - 4);
	const body = lines.map((line): Line => [{ text: ' ┃ ', tone: 'accent' }, { text: line }]);
	return { lines: [...head, [], ...body], cursorLine: head.length + 1 + at };
}

/** Draws the answer, the key points of a good one to be ticked, and a model answer. */
export function keyPointLines(
	document: CardDocument,
	{ editor: { text }, ticks, chosen }: DrillInput,
	columns: number,
): { readonly lines: readonly Line[]; readonly chosenLine: number } {
	const answer =
		text.trim() === ''
			? ['nothing was written']
			: text
					.trim()
					.split('\n')
					.flatMap((line) => wrap(line, columns - 4));
	const points = document.points.map((point, i): readonly Line[] => {
		const isTicked = ticks[i] ?? false;
		const [first = [], ...rest] = wrapLine(
			[
				{
					text: `${isTicked ? '[x]' : '[ ]'} ${point.text}`,
					tone: i === chosen ? 'focus' : isTicked ? 'good' : 'plain',
				},
			],
			columns - 5,
		);
		return [
			[{ text: i === chosen ? '›' : ' ', tone: 'title' }, ...first],
			...rest.map((line): Line => [{ text: '     ' }, ...line]),
		];
	});
	const paragraph = (title: string, body: string): readonly Line[] => [
		[],
		[{ text: ` ${title}`, tone: 'title' }],
		...body.split(/\n{2,}/).flatMap((part) => wrapLine([{ text: stripMarkdown(part) }], columns)),
	];
	const head: readonly Line[] = [
		...wrapLine([{ text: document.question, bold: true }], columns),
		...answer.map(
			(line): Line => [
				{ text: ' ┃ ', tone: 'dim' },
				{ text: line, tone: 'dim' },
			],
		),
		[],
		[{ text: ' A good answer holds (tick what yours did)', tone: 'title' }],
	];
	const chosenLine = head.length + points.slice(0, chosen + 1).flat().length - 1;
	const lines = [
		...head,
		...points.flat(),
		...paragraph('In our words', document.answer),
		...(document.wrong
			? paragraph('The tempting wrong answer', `${document.wrong.answer} ${document.wrong.because}`)
			: []),
		...(document.followUps.length > 0
			? [
					[],
					[{ text: ' What would be asked next', tone: 'title' as const }] as Line,
					...document.followUps.flatMap((next) => wrapLine([{ text: `• ${next}` }], columns)),
				]
			: []),
	];
	return { lines, chosenLine };
}

/** Strips the Markdown marks of a text and joins its lines. */
const stripMarkdown = (markdown: string): string =>
	markdown
		.replace(/\s*\n\s*/g, ' ')
		.replace(/\*\*|`/g, '')
		.replace(/(^|\W)\*(\S[^*]*)\*/g, '$1$2');

const GRADE_NAMES = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const;

/** Draws the grades, each with the interval after which the card would be asked again. */
export function gradeLines(card: string, { reviews, now }: DrillInput, columns: number): readonly Line[] {
	const next = previewGrades(scheduleOf(reviews), card, new Date(now));
	return wrapLine(
		GRADES.flatMap(
			(grade, i): Line => [
				{ text: `${i > 0 ? '  ' : ''}${grade} `, tone: 'accent', bold: true },
				{ text: `${GRADE_NAMES[grade]} ${next[grade].interval}`, tone: 'plain' },
			],
		),
		columns,
	);
}
