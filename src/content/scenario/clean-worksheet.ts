import { REVIEW_QUESTIONS, type ReviewQuestion } from '../../chapter/review.js';
import type { Worksheet } from './document.js';
import type { RawScenario } from './raw/scenario.js';

/** The worksheet of a file, whatever was not said yet as null. */
export function cleanWorksheet(raw: NonNullable<RawScenario['worksheet']>): Worksheet {
	return {
		template: raw.template ?? null,
		models: { small: raw.models.small ?? null, strong: raw.models.strong ?? null },
		change: raw.change ?? null,
		slice: raw.slice ?? null,
		expected: raw.expected ?? null,
		atRisk: raw.atRisk ?? null,
		relieved: raw.relieved ?? null,
		created: raw.created ?? null,
		owner: raw.owner ?? null,
		trigger: raw.trigger ? { metric: raw.trigger.metric, segment: raw.trigger.segment ?? null } : null,
		review: Object.fromEntries(
			REVIEW_QUESTIONS.map((id) => [
				id,
				{ answer: raw.review[id]?.answer ?? null, evidence: raw.review[id]?.evidence ?? null },
			]),
		) as Record<ReviewQuestion, Worksheet['review'][ReviewQuestion]>,
	};
}
