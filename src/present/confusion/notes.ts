import type { Metrics } from '../../engine/index.js';
import type { Line } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { number, percent } from '../format/format.js';
import type { WordsBlock } from '../pane/block.js';

/**
 * Returns how the strong model would have done: it fails on some false-easy requests too, and on some true-easy ones.
 */
function avoidableLine({ avoidable, gained }: Metrics): Line {
	if (avoidable === null || gained === null) return [];
	const of1000 = (share: number): string => number(1000 * share, 1);
	return [
		{ text: ` Of 1,000 requests ${of1000(avoidable)} were ` },
		{ text: 'avoidable', bold: true },
		{
			text: `: the strong model would have been right. Of the requests that the small model got right, the strong model would have got ${of1000(gained)} wrong.`,
		},
	];
}

/** Returns the explanation of the two mistakes, and which segments the matrix lacks. */
export function confusionNotes({ scenario, outcome: { metrics } }: LabInput): WordsBlock {
	const unmeasured = scenario.segments.filter((segment) => segment.easyShare === null);
	const sentences: Line[] = [
		[
			{ text: 'false-easy: ', bold: true, tone: 'bad' },
			{ text: 'routed small, and the small model is wrong. It costs outcomes.' },
			...avoidableLine(metrics),
		],
		[
			{ text: 'false-hard: ', bold: true },
			{ text: 'routed strong, though the small model would be right. It costs money.' },
		],
		[
			{ text: 'small share: ', bold: true },
			{
				text: `${metrics.smallShare === null ? 'not measured' : percent(metrics.smallShare)}. It shows neither mistake.`,
			},
		],
		...(unmeasured.length > 0
			? [
					[
						{
							text: `No easy share is known for ${unmeasured.length} of ${scenario.segments.length} segments: what stays strong is not measured.`,
							tone: 'unsure' as const,
						},
					],
				]
			: []),
	];
	return { kind: 'words', sentences, lines: 6 };
}

/** Returns the explanation of the mistakes, below that of the headings of the table of inputs. */
export function confusionInputNotes(input: LabInput): WordsBlock {
	const notes = confusionNotes(input);
	const headings: Line = [
		{ text: 'on easy, on hard: ', bold: true },
		{ text: 'how often strong is right where small is right, and where small fails. ' },
		{ text: 'silent cost: ', bold: true },
		{ text: 'what one silent failure costs.' },
	];
	return { ...notes, sentences: [headings, ...notes.sentences], lines: notes.lines + 1 };
}
