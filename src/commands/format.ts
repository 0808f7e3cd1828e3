import { nearest } from '../engine/inputs/index.js';
import { Stop } from '../stop.js';

/**
 * The format that was asked for, of those that a command has.
 *
 * @throws Stop with 2 for one that does not exist
 */
export function chosenFormat<F extends string>(typed: string, formats: readonly F[]): F {
	return chosen('format', typed, formats);
}

/** The same for anything that has a few names. */
export function chosen<N extends string>(what: string, typed: string, names: readonly N[]): N {
	const found = names.find((known) => known === typed);
	if (found !== undefined) return found;
	const near = nearest(typed, names);
	const help = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`;
	throw new Stop(`There is no ${what} ${typed}. ${help}`, 2);
}
