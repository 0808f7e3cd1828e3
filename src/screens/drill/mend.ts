import { present } from '../../board/lab.js';
import { limitsKept } from '../../course/index.js';
import { conditionWords, measureNow } from '../../engine/expectations/index.js';
import { say } from '../changes.js';
import type { Env, Updated } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { gradeOf, keepGrade } from './grade.js';
import { withDrill } from './start.js';

/** Whether the lab shows the case that is being diagnosed. */
export const isMending = ({ drill: { question }, scenario }: State): boolean =>
	question?.kind === 'case' && question.found.scenario.id === scenario;

/** Goes back to the case, and restores the lab's previous scenario. */
export const leaveCase = (state: State): State =>
	withDrill(
		{ ...state, screen: 'drill', scenario: state.drill.before ?? state.scenario },
		{ before: null, offset: null },
	);

/** Marks a case as mended once the lab meets its conditions with the original limits; else says what is missing. */
export function judgeMend(state: State, env: Env): Updated {
	const { question, mended: wasMended, step } = state.drill;
	if (question?.kind !== 'case' || !isMending(state) || wasMended || step !== 'judged') return { state, effects: [] };
	const { loaded, ...lab } = currentLab(state);
	const { scenario } = present({ loaded, ...lab });
	const unmet = question.found.mend.find((condition) => !measureNow(loaded, scenario, condition).holds);
	if (unmet) {
		const told = state.notice ? state : say(state, `not mended yet: ${conditionWords(unmet)}`);
		return { state: told, effects: [] };
	}
	if (!limitsKept(loaded, scenario)) return { state: say(state, 'a moved limit mends nothing'), effects: [] };
	const mended = withDrill(state, { mended: true });
	const graded = keepGrade(mended, gradeOf(mended), env);
	return { ...graded, state: say(graded.state, 'mended: Esc goes back to the case') };
}
