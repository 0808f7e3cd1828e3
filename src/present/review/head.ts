import type { Line } from '../../text/line.js';
import { gapsOf, type Sheet } from '../../worksheet/index.js';
import { allCounted, causeText, guardrailLine, spendText } from '../board/verdict-line.js';
import { VERDICT_TEXT } from '../format/guardrail-text.js';
import { ownBaselineName } from '../format/labels.js';
import type { Readiness, ReviewFacts, ReviewModel } from './model.js';

/** What stands above everything else: the verdict, and whether a review can begin. */
export function reviewHead(facts: ReviewFacts): Omit<ReviewModel, 'sections'> {
	const { outcome, scenario } = facts.lab;
	const ownName = ownBaselineName(scenario);
	return {
		title: scenario.title,
		summary: facts.summary,
		verdict: { ...VERDICT_TEXT[outcome.verdict], bold: true },
		cause: causeText(outcome, ownName),
		saving: spendText(outcome, ownName),
		counted: allCounted(outcome, ownName),
		guardrails: groups(guardrailLine(outcome)),
		readiness: readinessOf(facts),
	};
}

/** Each group of guardrails begins with its mark. */
const groups = (line: Line): readonly Line[] =>
	line.flatMap((span, i) => (span.tone ? [[span, ...line.slice(i + 1, i + 2).filter(({ tone }) => !tone)]] : []));

/** Whether everything that a review asks for is there, in the state that is reported. */
export function readinessOf(facts: ReviewFacts): Readiness {
	const sheet = reviewedSheet(facts);
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
export function reviewedSheet({ worksheet, summary, source, lab: { scenario } }: ReviewFacts): Sheet | null {
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
