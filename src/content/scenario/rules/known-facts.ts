import { FACTS, isFact } from '../../../chapter/facts.js';
import { quote } from '../../explain/describe.js';
import { list, type Rule, type RuleViolation } from './rule.js';

/** Checks that every id in `teaches` is a fact of the book, named once. */
export const knownFacts: Rule = (file) => checkFacts(file.teaches, 'teaches');

/** Checks a list of facts in any field: each must exist, and be named once. */
export function checkFacts(value: unknown, field: string): readonly RuleViolation[] {
	return list(value).flatMap((id, index, ids) => {
		// The schema reports anything else.
		if (typeof id !== 'string' || !/^[A-Z][0-9]{1,2}$/.test(id)) return [];
		const path = [field, index];
		if (!isFact(id))
			return [
				{ path, message: `there is no fact ${quote(id)} in the book`, help: `${knownFactsHelp(id)} Or delete it.` },
			];
		if (ids.indexOf(id) < index)
			return [{ path, message: `${quote(id)} is named twice`, help: 'Delete one of the two.' }];
		return [];
	});
}

/** Lists the facts with the same letter, or else the letters that exist. */
function knownFactsHelp(id: string): string {
	const same = Object.keys(FACTS).filter((fact) => fact[0] === id[0]);
	return same.length > 0
		? `There are ${same.join(', ')}.`
		: `Facts start with ${[...new Set(Object.keys(FACTS).map((fact) => fact[0]))].join(', ')}.`;
}
