import { resetAll } from '../board/edit.js';
import type { Reduced, Surroundings } from '../screens/around.js';
import { withLab } from '../screens/changes.js';
import { restarted } from '../screens/lesson/moves.js';
import { openLesson, originOf, skipped } from '../screens/lesson/reading.js';
import { currentLab, type State } from '../screens/state.js';

/** Does what was asked about, or leaves it. The questions of worksheets are answered by their own code. */
export function answer(asked: State, yes: boolean, around: Surroundings): Reduced {
	const state: State = { ...asked, asking: null };
	const quiet = (next: State): Reduced => ({ state: yes ? next : state, effects: [] });
	switch (asked.asking) {
		case null:
			return quiet(state);
		case 'reset': {
			const lab = currentLab(state);
			const lesson = state.screen === 'lesson' ? openLesson(state, around) : null;
			return quiet(withLab(state, resetAll(lab, originOf(lesson, lab.loaded))));
		}
		case 'skip':
			return quiet(skipped(state, around));
		case 'restart':
			return quiet(restarted(state, around.search(state.contents.filter)[state.contents.at]?.id ?? ''));
		case 'restart-all':
			return quiet(restarted(state, null));
		default: {
			const tools = around.sheets();
			return tools ? tools.answer(state, asked.asking, yes, { ...around, ...tools }) : quiet(state);
		}
	}
}
