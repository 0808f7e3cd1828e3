import {
	REVIEW_ANSWER_WORDS,
	REVIEW_QUESTION_TEXTS,
	REVIEW_QUESTIONS,
	type ReviewQuestion,
} from '../../chapter/review.js';
import type { MetricName } from '../../engine/index.js';
import type { Line } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { guardrailValueCell } from '../board/summary.js';
import { spendText } from '../board/verdict-line.js';
import { difference, inUnit, NOT_MEASURED, number, relative } from '../format/format.js';
import { STATE_TEXT } from '../format/guardrail-text.js';
import { ownBaselineName } from '../format/labels.js';
import { neededLabels } from '../signals/labels.js';
import { fact, type Part, type ReviewInput, type Section, statedText } from './document.js';
import { limitInWords, sliceName } from './guardrails.js';
import { joinSliceNames, metricTitle } from './tables.js';

/** Returns the section with the four questions of a review: the author's answers and the board's. */
export const questionsSection = (input: ReviewInput): Section => ({
	id: 'questions',
	title: 'Review questions',
	parts: REVIEW_QUESTIONS.flatMap((id) => question(id, input)),
});

function question(id: ReviewQuestion, { worksheet, lab }: ReviewInput): readonly Part[] {
	const { answer, evidence } = worksheet?.review[id] ?? { answer: null, evidence: null };
	const facts = [
		fact(
			'Answer',
			answer === null ? statedText(null, 'open') : [{ text: REVIEW_ANSWER_WORDS[id][answer], bold: true }],
		),
		fact('Evidence', statedText(evidence, 'none given')),
		fact('The board says', boardAnswer(id, lab)),
	];
	return [
		{ kind: 'heading', text: REVIEW_QUESTION_TEXTS[id] },
		{ kind: 'facts', facts },
	];
}

/** Returns the answer of the model's own figures to a question. */
export function boardAnswer(id: ReviewQuestion, lab: LabInput): Line {
	switch (id) {
		case 'D1':
			return labels(lab);
		case 'D2':
			return overridesAnswer(lab);
		case 'D3':
			return savingAnswer(lab);
		case 'D4':
			return vetoesAnswer(lab);
	}
}

/**
 * Returns the number of labels of each slice, and the slices with too few to detect the loss that their guardrail
 * allows.
 */
function labels(lab: LabInput): Line {
	const { segments } = lab.scenario;
	const labelled = segments.filter(({ labels }) => labels);
	const unlabelled = segments.filter(({ labels }) => !labels).map(({ name }) => name);
	const tooFew = segments.flatMap(({ name, labels }, i) => {
		const need = neededLabels(lab, i);
		return labels && need.needed !== null && need.labels < need.needed
			? [`${name} (${number(need.needed)} needed for ${difference(-need.margin, 'percent')})`]
			: [];
	});
	const labelCounts = labelled.map(({ name, labels }) => `${name} ${number(labels ?? 0)}`).join(', ');
	return [
		{
			text: `${labelled.length} of ${segments.length} segments have labels${labelCounts === '' ? '' : `: ${labelCounts}`}.`,
		},
		...(unlabelled.length > 0
			? [{ text: ` None: ${joinSliceNames(unlabelled, segments.length)}.`, tone: 'unsure' } as const]
			: []),
		...(tooFew.length > 0
			? [{ text: ` ? Too few to tell a loss that matters: ${tooFew.join(', ')}.`, tone: 'unsure' } as const]
			: []),
	];
}

function overridesAnswer({ scenario: { segments } }: LabInput): Line {
	const on = segments.filter(({ override }) => override !== null).map(({ name }) => name);
	if (on.length === 0) return [{ text: 'No override is in force.' }];
	return [{ text: `${on.length} of ${segments.length} segments are kept on the strong model: ${on.join(', ')}.` }];
}

function savingAnswer({ outcome, scenario }: LabInput): Line {
	const { totalCostPerResolved: from } = outcome.baseline;
	const { totalCostPerResolved: to } = outcome.metrics;
	const total = 'With repairs, people and silent failures counted, a resolved request costs';
	const words =
		from === null || to === null
			? `${total}: ${NOT_MEASURED}.`
			: `${total} ${inUnit(to, 'money')}, against ${inUnit(from, 'money')} (${relative(from, to) ?? 'from nothing'}).`;
	return [{ text: `The ${spendText(outcome, ownBaselineName(scenario))}. ` }, { text: words }];
}

/** Metrics that users of the product notice, as opposed to operating costs. */
const PRODUCT_METRICS: readonly MetricName[] = [
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

function vetoesAnswer(lab: LabInput): Line {
	const { guardrails } = lab.outcome;
	const productGuardrails = guardrails.filter(({ metric }) => PRODUCT_METRICS.includes(metric));
	if (productGuardrails.length === 0)
		return [{ text: 'No guardrail is set on a product metric, so none can veto the saving.', tone: 'unsure' }];
	return [
		{ text: `${productGuardrails.length} of ${guardrails.length} guardrails are on product metrics and can: ` },
		...productGuardrails.flatMap((guardrail, i): Line => {
			const sliceText = guardrail.segment === null ? '' : ` in ${sliceName(guardrail, lab)}`;
			const figures = `${guardrailValueCell(guardrail).text}, limit ${limitInWords(guardrail, lab)}`;
			return [
				{ text: `${i > 0 ? '; ' : ''}${metricTitle(guardrail.metric)}${sliceText} ` },
				STATE_TEXT[guardrail.state],
				{ text: ` (${figures})` },
			];
		}),
		{ text: '.' },
	];
}
