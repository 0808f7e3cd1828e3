import type { CostRow, Scenario } from '../engine/scenario.js';
import type { Block } from './block.js';
import { NOT_MEASURED, percent } from './format.js';
import type { LabInput } from './lab-input.js';
import type { Line } from './table/model.js';

/** What a row of the cost table improved and may have worsened: the two things a review asks of it. */
export function reviewWords(row: CostRow): readonly Line[] {
	const say = (label: string, text: string | null): Line => [
		{ text: `${label}: `, bold: true },
		text === null ? { text: 'not said, so not ready for review', tone: 'bad' } : { text },
	];
	return [say('improved', row.improved), say('may have worsened', row.mayHaveWorsened)];
}

/** The review words of the row that the reader is in, or of the first. */
export function rowWords(scenario: Scenario, focus: string | null): Block {
	const id = focus?.startsWith('rows.') ? focus.split('.')[1] : undefined;
	const row = scenario.rows.find((candidate) => candidate.id === id) ?? scenario.rows[0];
	return { kind: 'words', sentences: row ? [[{ text: row.name, tone: 'title' }], ...reviewWords(row)] : [], lines: 5 };
}

/** Where the small lane stops paying: in repairs, and in hand-offs. */
export function breakEvenWords({ outcome: { metrics }, scenario }: LabInput): Block {
	const share = (value: number | null, digits: number): string =>
		value === null ? NOT_MEASURED : percent(value, digits);
	const sentences: Line[] = [
		[
			{ text: 'Break-even: ', bold: true },
			{ text: `a repair rate of ${share(metrics.breakEvenRepair, 1)} eats the small lane’s saving in model spend` },
			{
				text:
					scenario.handoffCost === null
						? '; what a hand-off costs is not measured.'
						: `; so do ${share(metrics.handoffBreakEven, 2)} more hand-offs of what it carries.`,
			},
		],
	];
	return { kind: 'words', sentences, lines: 2 };
}
