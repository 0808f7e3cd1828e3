import type { Scenario, Segment } from '../../engine/scenario.js';
import { movesWithThreshold } from '../../engine/splits.js';
import type { Line } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import type { WordsBlock } from '../pane/block.js';

/** Returns what is missing for the plot, and where to enter it; shown in place of the plot. */
export function missingCurveInputs(input: LabInput): WordsBlock {
	const { scenario } = input;
	const missing = REQUIREMENTS.map(([words, path, isMissing]) => ({
		words,
		path,
		lacking: scenario.segments.filter((segment, i) => isMissing(segment, input, i)),
	})).filter(({ lacking }) => lacking.length > 0);
	const first = missing[0];
	const sentences: Line[] = [
		[
			{ text: 'No curve: ', bold: true, tone: 'unsure' },
			{ text: 'how outcomes change with the mix was not measured.' },
		],
		...missing.map(
			({ words, lacking }): Line => [
				{ text: 'missing: ', bold: true },
				{ text: `${words}, for ${segmentsText(lacking, scenario)}` },
			],
		),
		...(missing.length === 0 ? [CHECK_OR_COSTS] : []),
	];
	if (first)
		sentences.push([
			{ text: 'to see it: ', bold: true },
			{
				text: `label a sample of requests, then --set segments.${first.lacking[0]?.id}.${first.path}=…, or in the file.`,
			},
		]);
	return { kind: 'words', sentences, lines: 0 };
}

const CHECK_OR_COSTS: Line = [
	{ text: 'missing: ', bold: true },
	{ text: 'what the check catches, its false alarms or its cost' },
];

type Requirement = readonly [
	words: string,
	path: string,
	isMissing: (segment: Segment, input: LabInput, index: number) => boolean,
];

const needsSkill = (segment: Segment): boolean =>
	movesWithThreshold(segment) && segment.easyShare !== 0 && segment.easyShare !== 1;

const REQUIREMENTS: readonly Requirement[] = [
	['the easy share', 'easyShare', ({ easyShare }) => easyShare === null],
	['the strong model’s success on easy requests', 'strongOnEasy', ({ strongOnEasy }) => strongOnEasy === null],
	['the strong model’s success on hard requests', 'strongOnHard', ({ strongOnHard }) => strongOnHard === null],
	[
		'the router’s skill',
		'routerAuc',
		(segment, { outcome }, i) => needsSkill(segment) && (outcome.segments[i]?.routerAuc ?? null) === null,
	],
];

function segmentsText(lacking: readonly Segment[], { segments }: Scenario): string {
	if (lacking.length === 1) return lacking[0]?.name ?? '';
	return lacking.length === segments.length
		? `all ${lacking.length} segments`
		: `${lacking.length} of ${segments.length} segments`;
}
