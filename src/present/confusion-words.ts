import type { Block } from './block.js';
import { percent } from './format.js';
import type { LabInput } from './lab-input.js';
import type { Line } from './table/model.js';

/** Names the two mistakes, and says where the matrix cannot be filled. */
export function confusionWords({ scenario, outcome: { metrics } }: LabInput): Block {
	const unknown = scenario.segments.filter((segment) => segment.easyShare === null);
	const sentences: Line[] = [
		[
			{ text: 'false-easy: ', bold: true, tone: 'bad' },
			{ text: 'routed small, and the small model fails. It costs outcomes.' },
		],
		[{ text: 'false-hard: ', bold: true }, { text: 'routed strong, though small would be right. It costs money.' }],
		[
			{ text: 'small share: ', bold: true },
			{
				text: `${metrics.smallShare === null ? 'not measured' : percent(metrics.smallShare)}, which tells neither mistake from the other.`,
			},
		],
		...(unknown.length > 0
			? [
					[
						{
							text: `No easy share is known for ${unknown.length} of ${scenario.segments.length} segments: what stays strong is not measured.`,
							tone: 'unsure' as const,
						},
					],
				]
			: []),
	];
	return { kind: 'words', sentences, lines: 6 };
}
