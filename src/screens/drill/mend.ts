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

/** Goes back to the case; the lab shows again what it showed before. */
export const leaveCase = (state: State): State =>
	withDrill(
		{ ...state, screen: 'drill', scenario: state.drill.before ?? state.scenario },
		{ before: null, offset: null },
	);

/** Marks a case as mended once the lab meets its conditions with the limits as they were; else says what is missing. */
export function judgeMend(state: State, env: Env): Updated {
	const { question, mended: before, step } = state.drill;
	if (question?.kind !== 'case' || !isMending(state) || before || step !== 'judged') return { state, effects: [] };
	const { loaded, ...lab } = currentLab(state);
	const { scenario } = present({ loaded, ...lab });
	const unmet = question.found.mend.find((one) => !measureNow(loaded, scenario, one).holds);
	if (unmet) {
		const said = state.notice ? state : say(state, `not mended yet: ${conditionWords(unmet)}`);
		return { state: said, effects: [] };
	}
	if (!limitsKept(loaded, scenario)) return { state: say(state, 'a moved limit mends nothing'), effects: [] };
	const done = withDrill(state, { mended: true });
	const better = keepGrade(done, gradeOf(done), env);
	return { ...better, state: say(better.state, 'mended: Esc goes back to the case') };
}
