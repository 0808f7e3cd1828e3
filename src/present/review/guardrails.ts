import type { GuardrailState } from '../../engine/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { Cell, TableModel } from '../../text/line.js';
import { hasKey, NO_ACTION, NO_OWNER } from '../../worksheet/index.js';
import type { LabInput } from '../board/lab-input.js';
import { guardrailValueCell } from '../board/summary.js';
import { figureCell, textCell } from '../format/cells.js';
import { difference, NOT_APPLICABLE } from '../format/format.js';
import { halfWidthText, limitText, STATE_TEXT } from '../format/guardrail-text.js';
import { METRIC_LABELS } from '../format/labels.js';
import { captionedTable, type Fact, fact, paragraphs, type ReviewInput, type Section, statedText } from './document.js';
import { bodyRow, column, figureColumn, metricTitle } from './tables.js';

/** Returns the section on the guardrails: the state of each, its owner, and the action if it breaks. */
export const guardrailsSection = ({ lab, worksheet }: ReviewInput): Section => ({
	id: 'guardrails',
	title: 'Guardrails',
	parts: [
		lab.outcome.guardrails.length > 0
			? captionedTable(guardrailTable(lab, worksheet?.trigger ?? null))
			: paragraphs([{ text: 'No guardrail is set, so nothing can veto the saving.', tone: 'unsure' }]),
	],
});

/** Returns the section on the rollback trigger. */
export function triggerSection(input: ReviewInput): Section {
	const guardrail = findTrigger(input);
	return {
		id: 'rollback',
		title: 'Rollback trigger',
		parts: [
			guardrail
				? { kind: 'facts', facts: triggerFacts(guardrail, input.lab) }
				: paragraphs([{ text: 'No rollback trigger is named.', tone: 'unsure' }]),
		],
	};
}

/** Returns the guardrail that is the rollback trigger; null: none is named, or it no longer exists. */
export function findTrigger({ worksheet, lab }: ReviewInput): GuardrailState | null {
	const trigger = worksheet?.trigger ?? null;
	return (trigger && lab.outcome.guardrails.find(hasKey(trigger))) ?? null;
}

export const sliceName = ({ segment }: GuardrailState, { scenario }: LabInput): string =>
	segment === null ? 'all requests' : (scenario.segments.find(({ id }) => id === segment)?.name ?? segment);

/** Returns the limit of a guardrail; if it is relative to a baseline without the figure, the limit as it was set. */
export function limitInWords(guardrail: GuardrailState, { scenario, outcome }: LabInput): string {
	const set = scenario.guardrails.find(hasKey(guardrail));
	if (guardrail.limit !== null || !set?.relative) return limitText(guardrail);
	const offset = difference(set.limit, metricUnit(guardrail.metric));
	// A rate per small-routed request is undefined in a baseline that routes nothing small.
	const isUndefined = SMALL_LANE_ONLY.includes(guardrail.metric) && outcome.baseline.smallShare === 0;
	return `${guardrail.side === 'atLeast' ? '≥' : '≤'} baseline ${offset}, ${isUndefined ? 'which has none' : 'which is not measured'}`;
}

const SMALL_LANE_ONLY: readonly GuardrailState['metric'][] = ['repairRate', 'escalationRate'];

type Trigger = NonNullable<ReviewInput['worksheet']>['trigger'];

function guardrailTable(lab: LabInput, trigger: Trigger): TableModel {
	return {
		id: 'guardrails',
		title: 'Guardrails: each can veto the saving',
		columns: [
			column('metric', 'guardrail'),
			column('slice', 'segment'),
			column('state', 'state'),
			figureColumn('value', 'value'),
			figureColumn('limit', 'limit'),
			figureColumn('noise', 'noise'),
			column('window', 'window'),
			column('owner', 'owner'),
			column('action', 'when it breaks'),
		],
		rows: lab.outcome.guardrails.map((guardrail) => {
			const { metric, segment, limit, state, owner, action } = guardrail;
			const { text, tone } = STATE_TEXT[state];
			const mark = trigger && hasKey(trigger)(guardrail) ? ' (rollback trigger)' : '';
			return bodyRow(segment === null ? metric : `${metric}.${segment}`, [
				textCell(`${metricTitle(metric)}${mark}`),
				textCell(sliceName(guardrail, lab)),
				{ raw: state, text, tone },
				guardrailValueCell(guardrail),
				{ raw: limit, text: limitInWords(guardrail, lab), ...(limit === null && { tone: 'unsure' }) },
				noiseCell(guardrail),
				guardrail.window === null ? textCell('none', 'unsure') : textCell(guardrail.window),
				personCell(owner, NO_OWNER),
				personCell(action, NO_ACTION),
			]);
		}),
		notes: ['noise: half of the 95% range that the labels leave open; closer to its limit than that is unclear'],
	};
}

const personCell = (text: string, placeholder: string): Cell =>
	textCell(text, text === placeholder ? 'unsure' : undefined);

function noiseCell(guardrail: GuardrailState): Cell {
	const { noise, metric } = guardrail;
	if (noise === 0) return { raw: 0, text: NOT_APPLICABLE, tone: 'dim' };
	if (noise === null) return figureCell(null, { unit: metricUnit(metric) });
	return { raw: noise, text: halfWidthText({ ...guardrail, noise }) };
}

function triggerFacts(guardrail: GuardrailState, lab: LabInput): readonly Fact[] {
	const { metric, state, window, owner, action } = guardrail;
	return [
		fact('Metric', `${metricTitle(metric)}: ${METRIC_LABELS[metric].means}`),
		fact('Segment', sliceName(guardrail, lab)),
		fact('Limit', limitInWords(guardrail, lab)),
		fact('Now', [{ text: `${guardrailValueCell(guardrail).text}, ` }, STATE_TEXT[state]]),
		fact('Window', statedText(window, 'no window is set')),
		fact('Owner', statedText(owner === NO_OWNER ? null : owner, NO_OWNER)),
		fact('Action', statedText(action === NO_ACTION ? null : action, NO_ACTION)),
	];
}
