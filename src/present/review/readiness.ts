import type { Span } from '../../text/line.js';
import { gapsOf, type Sheet } from '../../worksheet/index.js';
import type { ReviewInput } from './document.js';

/** Whether a review can begin. */
export interface Readiness {
	readonly ready: boolean;
	/** In one sentence. */
	readonly words: Span;
	/** What is missing, each a sentence without its end. */
	readonly gaps: readonly string[];
}

/** Whether everything that a review asks for is there, in the state that is reported. */
export function readinessOf(input: ReviewInput): Readiness {
	const sheet = reviewedSheet(input);
	if (sheet === null)
		return {
			ready: false,
			words: { text: '? Not ready for review: it has no worksheet', tone: 'unsure' },
			gaps: WORDLESS,
		};
	const gaps = gapsOf(sheet).map(({ says }) => says);
	if (gaps.length === 0) return { ready: true, words: { text: '✓ Ready for review', tone: 'good' }, gaps };
	const things = gaps.length === 1 ? 'one thing is missing' : `${gaps.length} things are missing`;
	return { ready: false, words: { text: `✗ Not ready for review: ${things}`, tone: 'bad' }, gaps };
}

const WORDLESS = [
	'nobody said what changes, for whom, or what would take it back',
	'the command dispatch-board worksheet makes a worksheet of it',
];

/** The worksheet in the state that is reported; null: it is none. */
function reviewedSheet({ worksheet, summary, source, lab: { scenario } }: ReviewInput): Sheet | null {
	if (worksheet === null) return null;
	const unsaid = {
		kind: null,
		teaches: [],
		story: '',
		artifact: null,
		context: null,
		givenShares: null,
		expectations: [],
	};
	return { ...unsaid, worksheet, summary, source, scenario };
}
