import { currentEntry, type Lab } from '../board/lab.js';
import type { ScenarioDocument } from '../content/index.js';
import { caseDocument } from '../present/board/case-document.js';
import { computeLab, type LabInput } from '../present/board/lab-input.js';
import type { SegmentFilter } from '../present/board/segment-filter.js';
import { memoLast } from './memo.js';
import type { Env } from './screen.js';
import { currentLab, type State, type TracePosition } from './state.js';

/** Fixed, so that every run of the program shows the same requests, and two people can talk about one. */
export const TRACE_SEED = 31;

const compute = memoLast((lab: Lab, trace: TracePosition, segmentFilter: SegmentFilter | null): LabInput => {
	const { scenario, baseline } = currentEntry(lab);
	const computed = computeLab(scenario, lab.before, baseline?.scenario ?? null, {
		trace: { seed: TRACE_SEED, ...trace },
		opened: lab.loaded,
	});
	return segmentFilter ? { ...computed, segmentFilter } : computed;
});

/** Returns the figures of the open scenario's current state, which panes and lessons are drawn from. */
export const labInput = (state: State): LabInput =>
	compute(currentLab(state), state.trace, state.screen === 'lab' ? state.segmentFilter : null);

const documentOfCase = memoLast(caseDocument);

/** Returns the document of the open scenario: a case, a worksheet, or a scenario of the list; null: none of these. */
export function openDocument({ drill: { question }, sheets, scenario }: State, env: Env): ScenarioDocument | null {
	if (question?.kind === 'case' && question.diagnosisCase.scenario.id === scenario)
		return documentOfCase(question.diagnosisCase);
	return sheets.known[scenario]?.sheet ?? env.documents.find((document) => document.scenario.id === scenario) ?? null;
}
