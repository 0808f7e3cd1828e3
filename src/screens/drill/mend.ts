import { present } from '../../board/lab.js';
import { limitsKept } from '../../course/index.js';
import { conditionWords, measureNow } from '../../engine/expectations/index.js';
import type { Reduced, Surroundings } from '../around.js';
import { say } from '../changes.js';
import { currentLab, type State } from '../state.js';
import { gradeOf, settled } from './grade.js';
import { withDrill } from './start.js';

/** Whether the lab shows the case that is being diagnosed. */
export const isMending = ({ drill: { question }, scenario }: State): boolean =>
	question?.kind === 'case' && question.found.scenario.id === scenario;

/** Back to the case; the lab shows again what it showed before. */
export const mendLeft = (state: State): State =>
	withDrill(
		{ ...state, screen: 'drill', scenario: state.drill.before ?? state.scenario },
		{ before: null, offset: null },
	);

/** Marks a case as mended once the lab meets all that it asks, with the limits as they were; else says what lacks. */
export function mended(state: State, around: Surroundings): Reduced {
	const { question, mended: before, step } = state.drill;
	if (question?.kind !== 'case' || !isMending(state) || before || step !== 'judged') return { state, effects: [] };
	const { loaded, ...lab } = currentLab(state);
	const { scenario } = present({ loaded, ...lab });
	const lacks = question.found.mend.find((one) => !measureNow(loaded, scenario, one).holds);
	if (lacks) {
		const said = state.notice ? state : say(state, `not mended yet: ${conditionWords(lacks)}`);
		return { state: said, effects: [] };
	}
	if (!limitsKept(loaded, scenario)) return { state: say(state, 'a moved limit mends nothing'), effects: [] };
	const done = withDrill(state, { mended: true });
	const better = settled(done, gradeOf(done), around);
	return { ...better, state: say(better.state, 'mended: Esc goes back to the case') };
}
