import type { Debrief } from '../../../drill/index.js';
import type { Line } from '../../../text/line.js';
import { drawRowName } from '../../../text/list-row.js';
import { pad } from '../../../text/width.js';
import { wrapLine } from '../../../text/wrap-line.js';
import type { DrillInput } from './input.js';

/** Draws the debrief of a run: the scores, then the missed points by the lesson that teaches them. One is chosen. */
export function debriefLines(
	{ minutes, seconds, planned, answered, score, kinds, missed, unanswered }: Debrief,
	{ chosen, lessonTitle }: Pick<DrillInput, 'chosen' | 'lessonTitle'>,
	columns: number,
): { readonly lines: readonly Line[]; readonly chosenLine: number | null } {
	const head: readonly Line[] = [
		[
			{
				text: ` ${answered} of ${planned} answered in ${formatSeconds(seconds)} of ${minutes} min: ${formatShare(score)}`,
				bold: true,
			},
		],
		[],
		...kinds
			.filter((kind) => kind.planned > 0)
			.map(
				(kind): Line => [
					{
						text: ` ${pad(kind.kind, 12)}${pad(String(kind.answered), 3, 'right')} of ${kind.planned}  ${pad(formatShare(kind.score), 5, 'right')}  ${pad(formatSeconds(kind.seconds), 8, 'right')}`,
						tone: 'plain',
					},
				],
			),
		[],
		[{ text: missedHeading(answered, missed.length), tone: 'title' }],
	];
	const blocks = missed.map(({ lesson, points }, i): readonly Line[] => {
		const isChosen = i === chosen && lesson !== null;
		return [
			drawRowName(lesson === null ? 'taught by no lesson' : lessonTitle(lesson), isChosen, ' › ', 'accent'),
			...points.flatMap(({ text, times }) =>
				wrapLine([{ text: `  • ${text}${times > 1 ? ` (${times} times)` : ''}` }], columns),
			),
		];
	});
	const chosenStart = head.length + blocks.slice(0, chosen).flat().length;
	const foot: readonly Line[] = [
		...(unanswered.length > 0
			? [[] as Line, [{ text: ` not answered: ${unanswered.length}`, tone: 'dim' as const }] as Line]
			: []),
		[],
		[{ text: ' A question counts by the key points that were ticked, not by its grade.', tone: 'dim' }],
		[{ text: ' All of this is printed when you quit; drill --export FILE writes it.', tone: 'dim' }],
	];
	return {
		lines: [...head, ...blocks.flat(), ...foot],
		chosenLine: chosen === 0 || !blocks[chosen] ? null : chosenStart,
	};
}

const missedHeading = (answered: number, missed: number): string => {
	if (answered === 0) return ' nothing was answered, so nothing can be said about what you missed';
	return missed === 0 ? ' nothing was missed' : ' What was missed, by the lesson that teaches it';
};

const formatShare = (value: number | null): string => (value === null ? '–' : `${Math.round(100 * value)}%`);

const formatSeconds = (seconds: number): string => {
	const rounded = Math.round(seconds);
	return rounded < 60
		? `${rounded} s`
		: `${Math.floor(rounded / 60)} min${rounded % 60 === 0 ? '' : ` ${rounded % 60} s`}`;
};
