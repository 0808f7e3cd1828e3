import type { CostRow, Outcome, Scenario } from '../../engine/index.js';
import type { Line } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { NOT_MEASURED, percent } from '../format/format.js';
import { whyNone } from '../format/null-words.js';
import type { Block, Words } from '../pane/block.js';

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

/** Where going small stops paying: in repairs, and in hand-offs, checks and router counted. */
export function breakEvenWords({ outcome }: LabInput): Words {
	const sentence: Line = [{ text: 'Break-even: ', bold: true }, { text: `${breakEven(outcome)}.` }];
	return { kind: 'words', sentences: [sentence], lines: 2 };
}

function breakEven(outcome: Outcome): string {
	const { breakEvenRepair: rate, handoffBreakEven: share } = outcome.metrics;
	const noRate = whyNone('breakEvenRepair', outcome)?.long;
	const saved = (outcome.baseline.cost ?? 0) > (outcome.metrics.cost ?? 0);
	// Without a saving there is nothing to eat; with one, it is the price that is missing.
	const free = saved && whyNone('handoffBreakEven', outcome) !== null && outcome.metrics.smallShare !== 0;
	const noShare = free ? 'a hand-off costs nothing here' : whyNone('handoffBreakEven', outcome)?.long;
	if (noRate !== undefined && noShare !== undefined && outcome.metrics.smallShare !== 0)
		return 'there is no saving that repairs or hand-offs could eat';
	if (noRate !== undefined && noRate === noShare) return noRate;
	const repairs =
		rate === null
			? (noRate ?? `which repair rate eats the saving in model spend is ${NOT_MEASURED}`)
			: `a repair rate of ${percent(rate, 1)} eats what the small lane saves`;
	if (share === null) return `${repairs}; ${noShare ?? `how many more hand-offs do is ${NOT_MEASURED}`}`;
	return `${repairs}; as things are, ${percent(share, 2)} extra hand-offs per small request use up the saving`;
}
