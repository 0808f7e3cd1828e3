import type { Span } from '../../text/line.js';
import { gapsOf, type Sheet } from '../../worksheet/index.js';
import type { ReviewInput } from './document.js';

/** Whether a worksheet is ready for review, and what is missing. */
export interface Readiness {
	readonly ready: boolean;
	/** Summary in one sentence. */
	readonly summary: Span;
	/** What is missing, a sentence each, without a full stop. */
	readonly gaps: readonly string[];
}

/** Returns whether the reported state has everything that a review asks for. */
export function assessReadiness(input: ReviewInput): Readiness {
	const sheet = reviewedSheet(input);
	if (sheet === null)
		return {
			ready: false,
			summary: { text: '? Not ready for review: it has no worksheet', tone: 'unsure' },
			gaps: NO_WORKSHEET_GAPS,
		};
	const gaps = gapsOf(sheet).map(({ says }) => says);
	if (gaps.length === 0) return { ready: true, summary: { text: '✓ Ready for review', tone: 'good' }, gaps };
	const things = gaps.length === 1 ? 'one thing is missing' : `${gaps.length} things are missing`;
	return { ready: false, summary: { text: `✗ Not ready for review: ${things}`, tone: 'bad' }, gaps };
}

const NO_WORKSHEET_GAPS = [
	'nobody said what changes, for whom, or what would take it back',
	'the command dispatch-board worksheet makes a worksheet of it',
];

/** Returns the worksheet in the reported state; null: the scenario is not a worksheet. */
function reviewedSheet({ worksheet, summary, source, lab: { scenario } }: ReviewInput): Sheet | null {
	if (worksheet === null) return null;
	const emptyFields = {
		kind: null,
		teaches: [],
		story: '',
		artifact: null,
		context: null,
		givenShares: null,
		expectations: [],
	};
	return { ...emptyFields, worksheet, summary, source, scenario };
}
