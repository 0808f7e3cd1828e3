import { REVIEW_QUESTION_TEXTS, REVIEW_QUESTIONS } from '../chapter/review.js';
import type { CostRow } from '../engine/scenario.js';
import { assumptionOf } from './assumption.js';
import type { StepId } from './form-steps.js';
import { NO_SOURCE, templateSource } from './from-template.js';
import { guardrailKeyText, guardrailOf, NO_ACTION, NO_OWNER } from './guardrails.js';
import type { Sheet } from './sheet.js';

/** Part of a worksheet that a review needs and that is still missing. */
export interface Gap {
	readonly step: StepId;
	/** Id of the field to fill in. */
	readonly field: string;
	/** Description of the gap: a sentence without a full stop. */
	readonly says: string;
}

/** A row can be reviewed once it names both what improved and what may have worsened (M9). */
export const isRowReady = (row: Pick<CostRow, 'improved' | 'mayHaveWorsened'>): boolean =>
	row.improved !== null && row.mayHaveWorsened !== null;

/** Returns the gaps in the order of the steps; empty if the worksheet is ready for review. */
export function gapsOf(sheet: Sheet): readonly Gap[] {
	const { worksheet, scenario, source } = sheet;
	const isTemplateSource = worksheet.template !== null && source === templateSource(worksheet.template);
	const isSourceMissing = isTemplateSource || source === NO_SOURCE;
	return [
		...gapIf(worksheet.change === null, 'feature', 'change', 'what changes is not said'),
		...gapIf(worksheet.slice === null, 'feature', 'slice', 'which requests it is for is not said'),
		...gapIf(isSourceMissing, 'feature', 'source', 'where the figures come from is not said'),
		...gapIf(scenario.rows.length === 0, 'rows', 'rows', 'the cost table has no row'),
		...scenario.rows.flatMap((row) => rowGaps(row)),
		...gapIf(
			worksheet.expected === null,
			'predict',
			'expected',
			'what ought to get better was not said before looking',
		),
		...gapIf(worksheet.atRisk === null, 'predict', 'atRisk', 'the guardrail at risk was not said before looking'),
		...gapIf(assumptionOf(sheet) === null, 'predict', 'assumption', 'no assumption is varied'),
		...gapIf(worksheet.relieved === null, 'pressure', 'relieved', 'the pressure relieved is not named'),
		...gapIf(worksheet.created === null, 'pressure', 'created', 'the pressure created is not named'),
		...gapIf(worksheet.owner === null, 'pressure', 'owner', 'the created pressure has no owner'),
		...triggerGaps(sheet),
		...REVIEW_QUESTIONS.flatMap((id) => {
			const { answer, evidence } = worksheet.review[id];
			const question = `“${REVIEW_QUESTION_TEXTS[id]}”`;
			return [
				...gapIf(answer === null, 'review', `review.${id}.answer`, `${question} is not answered`),
				...gapIf(
					answer !== null && evidence === null,
					'review',
					`review.${id}.evidence`,
					`${question} has no evidence`,
				),
			];
		}),
	];
}

const gapIf = (missing: boolean, step: StepId, field: string, says: string): readonly Gap[] =>
	missing ? [{ step, field, says }] : [];

function rowGaps(row: CostRow): readonly Gap[] {
	if (isRowReady(row)) return [];
	const missing = [
		...(row.improved === null ? ['improved'] : []),
		...(row.mayHaveWorsened === null ? ['may have worsened'] : []),
	];
	const field = `rows.${row.id}.${row.improved === null ? 'improved' : 'mayHaveWorsened'}`;
	return [{ step: 'rows', field, says: `the row “${row.name}” does not say what ${missing.join(' and what ')}` }];
}

function triggerGaps(sheet: Sheet): readonly Gap[] {
	const { trigger } = sheet.worksheet;
	const guardrail = trigger && guardrailOf(sheet, trigger);
	if (!trigger || !guardrail)
		return gapIf(true, 'pressure', 'trigger', 'no metric is named that would prove the change unsafe');
	const field = (name: string): string => `guardrails.${guardrailKeyText(trigger)}.${name}`;
	const { window, owner, action } = guardrail;
	return [
		...gapIf(window === null, 'pressure', field('window'), 'the rollback trigger has no window'),
		...gapIf(owner === NO_OWNER, 'pressure', field('owner'), 'the rollback trigger has no owner'),
		...gapIf(action === NO_ACTION, 'pressure', field('action'), 'the rollback trigger has no action'),
	];
}
