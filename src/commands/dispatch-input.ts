import { actionFor, pasteAction } from '../keys/index.js';
import { type Action, type BoardStore, modeOf } from '../store/index.js';
import type { Input } from '../terminal/index.js';
import { isTooSmall, type Size } from '../views/screens/size.js';

/** Dispatches the action that a key or a paste has in the present mode. */
export function dispatchInput(store: BoardStore, input: Input, size: Size): void {
	const mode = modeOf(store.getState());
	const action = isTooSmall(size)
		? actionWhenTooSmall(input)
		: input.type === 'paste'
			? pasteAction(mode, input.text)
			: actionFor(mode, input.name);
	if (action) store.dispatch(action);
}

/** Actions that work while the window is too small to show anything. */
const WHEN_TOO_SMALL: readonly Action['type'][] = ['quit', 'suspend', 'redraw'];

function actionWhenTooSmall(input: Input): Action | null {
	const action = input.type === 'key' ? actionFor('lab', input.name) : null;
	return action && WHEN_TOO_SMALL.includes(action.type) ? action : null;
}
