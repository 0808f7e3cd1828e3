import { limitsKept } from '../../course/index.js';
import { measureNow } from '../../engine/expectations/index.js';
import { say } from '../changes.js';
import { present } from '../lab.js';
import { currentLab, type State } from '../state.js';
import { withDrill } from './start.js';

/** Whether the lab shows the case that is being diagnosed. */
export const isMending = ({ drill: { question }, scenario }: State): boolean =>
	question?.kind === 'case' && question.found.scenario.id === scenario;

/** Back to the case; the lab shows again what it showed before. */
export const mendLeft = (state: State): State =>
	withDrill({ ...state, screen: 'drill', scenario: state.drill.before ?? state.scenario }, { before: null });

/** Marks a case as mended once the lab meets all that it asks, with the limits as they were. */
export function mended(state: State): State {
	const { question, mended: before, step } = state.drill;
	if (question?.kind !== 'case' || !isMending(state) || before || step !== 'judged') return state;
	const { loaded, ...lab } = currentLab(state);
	const { scenario } = present({ loaded, ...lab });
	const holds =
		limitsKept(loaded, scenario) && question.found.mend.every((one) => measureNow(loaded, scenario, one).holds);
	return holds ? say(withDrill(state, { mended: true }), 'mended: Esc goes back to the case') : state;
}
