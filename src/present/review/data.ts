import { REVIEW_ASKS, REVIEW_QUESTIONS } from '../../chapter/review.js';
import { borrowedOf } from './borrowed.js';
import { commandLine } from './change.js';
import { triggerOf } from './guardrails.js';
import { readinessOf } from './head.js';
import type { ReviewFacts } from './model.js';
import { boardSays } from './questions.js';
import { assumptionState, namedStates, type OtherState } from './states.js';
import { unmeasuredOf } from './unmeasured.js';

/** What the artifact says beyond the figures of the report, for programs: unrounded, null where nothing was said. */
export function reviewData(facts: ReviewFacts) {
	const { lab, worksheet } = facts;
	const { ready, gaps } = readinessOf(facts);
	const assumption = assumptionState(lab);
	const borrowed = borrowedOf(facts);
	return {
		title: lab.scenario.title,
		summary: facts.summary,
		source: facts.source,
		comparedWith: lab.baselineName,
		/** null: it is no worksheet. */
		worksheet,
		ready,
		gaps: worksheet === null ? null : gaps,
		trigger: triggerOf(facts),
		assumption: assumption && stateData(assumption),
		states: namedStates(lab, facts.edits).map(stateData),
		stillTheTemplates: borrowed && {
			template: borrowed.template,
			paths: borrowed.places.flatMap(({ paths }) => paths),
			of: borrowed.total,
		},
		unmeasured: unmeasuredOf(lab),
		questions: REVIEW_QUESTIONS.map((id) => ({
			id,
			ask: REVIEW_ASKS[id],
			...(worksheet?.review[id] ?? { answer: null, evidence: null }),
			board: boardSays(id, lab)
				.map(({ text }) => text)
				.join(''),
		})),
		command: commandLine(facts),
	};
}

const stateData = ({ id, name, lab: { outcome, scenario } }: OtherState) => ({
	id,
	name,
	set: scenario.states.find((state) => state.id === id)?.set ?? {},
	verdict: outcome.verdict,
	metrics: outcome.metrics,
});
