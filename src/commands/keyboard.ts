import { actionFor, pasteAction } from '../keys/index.js';
import { type Action, type BoardStore, modeOf } from '../store/index.js';
import type { Input } from '../terminal/index.js';
import { isTooSmall, type Size } from '../views/screens/size.js';

/** Does what a key or a paste does at this moment, on the screen that is open. */
export function dispatchInput(store: BoardStore, input: Input, size: Size): void {
	const mode = modeOf(store.getState());
	const action = isTooSmall(size)
		? blindAction(input)
		: input.type === 'paste'
			? pasteAction(mode, input.text)
			: actionFor(mode, input.name);
	if (action) store.dispatch(action);
}

/** What works while nothing can be seen, whatever was open before. */
const BLIND: readonly Action['type'][] = ['quit', 'suspend', 'redraw'];

function blindAction(input: Input): Action | null {
	const action = input.type === 'key' ? actionFor('lab', input.name) : null;
	return action && BLIND.includes(action.type) ? action : null;
}
