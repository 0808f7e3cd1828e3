import type { CostRow, Metrics, Scenario } from '../engine/scenario.js';
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
	const sentence: Line = [
		{ text: 'Break-even: ', bold: true },
		{ text: repairWords(metrics.breakEvenRepair) },
		{ text: `; ${handoffWords(metrics, scenario.handoffCost)}.` },
	];
	return { kind: 'words', sentences: [sentence], lines: 2 };
}

const repairWords = (rate: number | null): string =>
	rate === null
		? `which repair rate eats the small lane’s saving in model spend is ${NOT_MEASURED}`
		: `a repair rate of ${percent(rate, 1)} eats the small lane’s saving in model spend`;

function handoffWords({ handoffBreakEven: share, breakEvenRepair }: Metrics, cost: number | null): string {
	if (cost === null) return `what a hand-off costs is ${NOT_MEASURED}`;
	if (share !== null) {
		const more = `${percent(share, 2)} more hand-offs of what it carries`;
		return breakEvenRepair === null ? `${more} eat it` : `so do ${more}`;
	}
	return cost === 0
		? 'a hand-off costs nothing here, so no number of them does'
		: `how many more hand-offs eat it is ${NOT_MEASURED}`;
}
