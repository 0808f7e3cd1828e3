import { currentEntry } from '../../board/lab.js';
import { hasOriginalLimits } from '../../course/index.js';
import { describeCondition, measureEdited } from '../../engine/expectations/index.js';
import type { Env, Updated } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say } from '../state-changes.js';
import { gradeFromScore, recordGrade } from './grade.js';
import { withDrill } from './start.js';

/** Whether the lab shows the case that is being diagnosed. */
export const isMending = ({ drill: { question }, scenario }: State): boolean =>
	question?.kind === 'case' && question.diagnosisCase.scenario.id === scenario;

/** Goes back to the case, and restores the lab's previous scenario. */
export const leaveCase = (state: State): State =>
	withDrill(
		{ ...state, screen: 'drill', scenario: state.drill.scenarioBefore ?? state.scenario },
		{ scenarioBefore: null, offset: null },
	);

/** Marks a case as mended once the lab meets its conditions with the original limits; else says what is missing. */
export function judgeMending(state: State, env: Env): Updated {
	const { question, mended: wasMended, step } = state.drill;
	if (question?.kind !== 'case' || !isMending(state) || wasMended || step !== 'judged') return { state, effects: [] };
	const { loaded, ...lab } = currentLab(state);
	const { scenario } = currentEntry({ loaded, ...lab });
	const unmet = question.diagnosisCase.mend.find((condition) => !measureEdited(loaded, scenario, condition).holds);
	if (unmet) {
		const told = state.notice ? state : say(state, `not mended yet: ${describeCondition(unmet)}`);
		return { state: told, effects: [] };
	}
	if (!hasOriginalLimits(loaded, scenario))
		return { state: say(state, 'moving a limit does not mend the case: X puts the limits back'), effects: [] };
	const mended = withDrill(state, { mended: true });
	const graded = recordGrade(mended, gradeFromScore(mended), env);
	return { ...graded, state: say(graded.state, 'mended: Esc goes back to the case') };
}
