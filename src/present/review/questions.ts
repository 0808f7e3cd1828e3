import { REVIEW_ANSWERS, REVIEW_ASKS, REVIEW_QUESTIONS, type ReviewQuestion } from '../../chapter/review.js';
import type { MetricName } from '../../engine/index.js';
import type { Line } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { guardedCell } from '../board/summary.js';
import { spendText } from '../board/verdict-line.js';
import { difference, inUnit, NOT_MEASURED, number, relative } from '../format/format.js';
import { STATE_TEXT } from '../format/guardrail-text.js';
import { ownBaselineName } from '../format/labels.js';
import { labelNeed } from '../signals/labels.js';
import { fact, type Part, type ReviewInput, type Section, said } from './document.js';
import { limitOf, sliceOf } from './guardrails.js';
import { metricTitle, sliceNames } from './tables.js';

/** The four questions of a review: what the author answers, and what the board says to it. */
export const questionsSection = (input: ReviewInput): Section => ({
	id: 'questions',
	title: 'Review questions',
	parts: REVIEW_QUESTIONS.flatMap((id) => question(id, input)),
});

function question(id: ReviewQuestion, { worksheet, lab }: ReviewInput): readonly Part[] {
	const { answer, evidence } = worksheet?.review[id] ?? { answer: null, evidence: null };
	const facts = [
		fact('Answer', answer === null ? said(null, 'open') : [{ text: REVIEW_ANSWERS[id][answer], bold: true }]),
		fact('Evidence', said(evidence, 'none given')),
		fact('The board says', boardSays(id, lab)),
	];
	return [
		{ kind: 'heading', text: `${id}: ${REVIEW_ASKS[id]}` },
		{ kind: 'facts', facts },
	];
}

/** What the model's own figures answer. */
export function boardSays(id: ReviewQuestion, lab: LabInput): Line {
	switch (id) {
		case 'D1':
			return labels(lab);
		case 'D2':
			return overrides(lab);
		case 'D3':
			return saved(lab);
		case 'D4':
			return vetoes(lab);
	}
}

/** How many labels are behind each slice, and where they are too few to tell the loss that its guardrail allows. */
function labels(lab: LabInput): Line {
	const { segments } = lab.scenario;
	const known = segments.filter(({ labels }) => labels);
	const none = segments.filter(({ labels }) => !labels).map(({ name }) => name);
	const few = segments.flatMap(({ name, labels }, i) => {
		const need = labelNeed(lab, i);
		return labels && need.needed !== null && need.labels < need.needed
			? [`${name} (${number(need.needed)} needed for ${difference(-need.margin, 'percent')})`]
			: [];
	});
	const behind = known.map(({ name, labels }) => `${name} ${number(labels ?? 0)}`).join(', ');
	return [
		{ text: `${known.length} of ${segments.length} slices have labels${behind === '' ? '' : `: ${behind}`}.` },
		...(none.length > 0 ? [{ text: ` None: ${sliceNames(none, segments.length)}.`, tone: 'unsure' } as const] : []),
		...(few.length > 0
			? [{ text: ` ? Too few to tell a loss that matters: ${few.join(', ')}.`, tone: 'unsure' } as const]
			: []),
	];
}

function overrides({ scenario: { segments } }: LabInput): Line {
	const on = segments.filter(({ override }) => override !== null).map(({ name }) => name);
	if (on.length === 0) return [{ text: 'No override is in force.' }];
	return [{ text: `${on.length} of ${segments.length} slices are kept on the strong model: ${on.join(', ')}.` }];
}

function saved({ outcome, scenario }: LabInput): Line {
	const { totalCostPerResolved: from } = outcome.baseline;
	const { totalCostPerResolved: to } = outcome.metrics;
	const total = 'With repairs, people and silent failures counted, a resolved request costs';
	const words =
		from === null || to === null
			? `${total}: ${NOT_MEASURED}.`
			: `${total} USD ${inUnit(to, 'money')}, against USD ${inUnit(from, 'money')} (${relative(from, to) ?? 'from nothing'}).`;
	return [{ text: `The ${spendText(outcome, ownBaselineName(scenario))}. ` }, { text: words }];
}

/** What a user of the product meets, as against what it costs to run. */
const OF_THE_PRODUCT: readonly MetricName[] = [
	'escalationRate',
	'resolution',
	'handoff',
	'silent',
	'falseEasy',
	'highRiskSmall',
	'latencyMean',
	'latencyP50',
	'latencyP95',
];

function vetoes(lab: LabInput): Line {
	const { guardrails } = lab.outcome;
	const product = guardrails.filter(({ metric }) => OF_THE_PRODUCT.includes(metric));
	if (product.length === 0)
		return [{ text: 'No guardrail is set on a product metric, so none can veto the saving.', tone: 'unsure' }];
	return [
		{ text: `${product.length} of ${guardrails.length} guardrails are on product metrics and can: ` },
		...product.flatMap((guardrail, i): Line => {
			const of = guardrail.segment === null ? '' : ` in ${sliceOf(guardrail, lab)}`;
			const figures = `${guardedCell(guardrail).text}, limit ${limitOf(guardrail, lab)}`;
			return [
				{ text: `${i > 0 ? '; ' : ''}${metricTitle(guardrail.metric)}${of} ` },
				STATE_TEXT[guardrail.state],
				{ text: ` (${figures})` },
			];
		}),
		{ text: '.' },
	];
}
