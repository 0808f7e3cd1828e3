import type { CostRow, Outcome } from '../../engine/index.js';
import { editsBetween } from '../../engine/inputs/index.js';
import type { Line } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { NOT_MEASURED, percent } from '../format/format.js';
import { noValueReason } from '../format/null-reasons.js';
import type { Block, WordsBlock } from '../pane/block.js';

/** Returns what a row of the cost table improved and may have worsened, both of which a review asks for. */
export function reviewLines(row: CostRow): readonly Line[] {
	const labelledLine = (label: string, text: string | null): Line => [
		{ text: `${label}: `, bold: true },
		text === null ? { text: 'not said, so not ready for review', tone: 'bad' } : { text },
	];
	return [labelledLine('improved', row.improved), labelledLine('may have worsened', row.mayHaveWorsened)];
}

/** Returns the review words of the focused row, or of the first. They are those of the file, which an edit may refute. */
export function rowReviewBlock(
	{ scenario, opened }: Pick<LabInput, 'scenario' | 'opened'>,
	focus: string | null,
): Block {
	const id = focus?.startsWith('rows.') ? focus.split('.')[1] : undefined;
	const row = scenario.rows.find((candidate) => candidate.id === id) ?? scenario.rows[0];
	if (!row) return { kind: 'words', sentences: [], lines: 5 };
	const isEdited = editsBetween(opened, scenario).some(({ path }) => path.startsWith(`rows.${row.id}.`));
	const title: Line = [
		{ text: row.name, tone: 'title' },
		...(isEdited ? [{ text: ' as it was before your edits', tone: 'unsure' as const }] : []),
	];
	return { kind: 'words', sentences: [title, ...reviewLines(row)], lines: 5 };
}

/** Returns the break-even of the small lane: the repair rate, and the extra hand-offs, that use up the saving. */
export function breakEvenBlock({ outcome }: LabInput): WordsBlock {
	const sentence: Line = [{ text: 'Break-even: ', bold: true }, { text: `${breakEvenText(outcome)}.` }];
	return { kind: 'words', sentences: [sentence], lines: 2 };
}

function breakEvenText(outcome: Outcome): string {
	const { breakEvenRepair: rate, handoffBreakEven: share } = outcome.metrics;
	const noRate = noValueReason('breakEvenRepair', outcome)?.long;
	const saved = (outcome.baseline.cost ?? 0) > (outcome.metrics.cost ?? 0);
	// There is a saving, but no hand-off break-even: a hand-off has no price.
	const isHandoffFree =
		saved && noValueReason('handoffBreakEven', outcome) !== null && outcome.metrics.smallShare !== 0;
	const noShare = isHandoffFree ? 'a hand-off costs nothing here' : noValueReason('handoffBreakEven', outcome)?.long;
	if (noRate !== undefined && noShare !== undefined && outcome.metrics.smallShare !== 0)
		return 'there is no saving that repairs or hand-offs could use up';
	if (noRate !== undefined && noRate === noShare) return noRate;
	const repairs =
		rate === null
			? (noRate ?? `which repair rate uses up the saving in model spend is ${NOT_MEASURED}`)
			: `a repair rate of ${percent(rate, 1)} uses up what the small lane saves`;
	if (share === null) return `${repairs}; ${noShare ?? `how many more hand-offs do is ${NOT_MEASURED}`}`;
	return `${repairs}; at the repair rates as they are, so do extra hand-offs of ${percent(share, 2)} of what is routed small`;
}
