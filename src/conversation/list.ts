import { topLayer, topScreen } from '../app/layers.js';
import { update } from '../app/update.js';
import type { Env, Layer } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { isChosen, withoutMarks } from './changes.js';

/** Whether a layer chooses an item of a list. A list with digits for its items numbers them itself. */
export const isList = ({ keys }: Pick<Layer, 'keys'>): boolean =>
	['scroll', 'choose'].every((type) => keys.some(({ action }) => action.type === type)) &&
	!keys.some((row) => row.keys.includes('1'));

const TO_START = { type: 'scroll', by: -1_000_000 } as const;
const TO_NEXT = { type: 'scroll', by: 1 } as const;
/** More items than any list has. */
const MAX_ITEMS = 1000;

/** Returns the items of the open list as they are spoken, in order, by walking through it; empty: no list is open. */
export function listItems(state: State, env: Env): readonly string[] {
	if (!isList(topLayer(state, env))) return [];
	const items: string[] = [];
	let at = update(state, TO_START, env).state;
	for (let last = -1; items.length < MAX_ITEMS; at = update(at, TO_NEXT, env).state) {
		const spoken = topScreen(at, env).speak(at, env);
		const chosen = spoken.findIndex(isChosen);
		if (chosen < 0 || chosen === last) break;
		items.push(withoutMarks(spoken[chosen] ?? ''));
		last = chosen;
	}
	return items;
}

/**
 * Returns the numbers by which the items of a list are chosen: the ones that they say, or else their places. Places count
 * from 1, or from 0 if something stands before lesson 1, so that a lesson has its own number.
 */
function itemNumbers(items: readonly string[]): readonly number[] {
	const first = items[1]?.startsWith('Lesson 1,') ? 0 : 1;
	return items.map((item, index) => ownNumber(item) ?? index + first);
}

/** Returns the number that an item begins with, such as an entry of the history; null: none. */
function ownNumber(item: string): number | null {
	const own = /^(\d+)[:,] /.exec(item)?.[1];
	return own === undefined ? null : Number(own);
}

/** Returns the sentences of a list, with the number of each item that does not say it itself. */
export function numberSentences(sentences: readonly string[], items: readonly string[]): readonly string[] {
	const numbers = itemNumbers(items);
	const numberOf = new Map(items.map((item, i) => [item, numbers[i]]));
	return sentences.map((sentence) => {
		const item = withoutMarks(sentence);
		const number = numberOf.get(item);
		const saysItself = number === undefined || ownNumber(item) !== null || item.startsWith(`Lesson ${number},`);
		return saysItself ? sentence : `${number}: ${sentence}`;
	});
}

/** Chooses an item of the open list by its number; returns whether there is one. */
export function chooseItem(
	number: number,
	state: State,
	env: Env,
	dispatch: (action: { readonly type: 'scroll'; readonly by: number } | { readonly type: 'choose' }) => void,
): boolean {
	const index = itemNumbers(listItems(state, env)).indexOf(number);
	if (index < 0) return false;
	dispatch(TO_START);
	dispatch({ type: 'scroll', by: index });
	dispatch({ type: 'choose' });
	return true;
}
