import { nearestNames } from '../engine/inputs/index.js';
import { Stop } from '../stop.js';

/**
 * Returns the typed format if a command supports it.
 *
 * @throws Stop with 2 if it does not exist
 */
export function parseFormat<F extends string>(typed: string, formats: readonly F[]): F {
	return parseChoice('format', typed, formats);
}

/**
 * Returns the typed name if it is one of `names`.
 *
 * @throws Stop with 2 if it is not, with suggestions
 */
export function parseChoice<N extends string>(what: string, typed: string, names: readonly N[]): N {
	const found = names.find((known) => known === typed);
	if (found !== undefined) return found;
	const near = nearestNames(typed, names);
	const help = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`;
	throw new Stop(`There is no ${what} ${typed}. ${help}`, 2);
}
