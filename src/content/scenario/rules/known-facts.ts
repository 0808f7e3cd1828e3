import { FACTS, isFact } from '../../../chapter/facts.js';
import { quoted } from '../../explain/words.js';
import { type Breach, list, type Rule } from './rule.js';

/** What is taught is a fact of the chapter, each named once. */
export const knownFacts: Rule = (file) => factBreaches(file.teaches, 'teaches');

/** The same for any list of facts, by the name of its field. */
export function factBreaches(value: unknown, field: string): readonly Breach[] {
	return list(value).flatMap((id, index, ids) => {
		// Anything else is the schema's to report.
		if (typeof id !== 'string' || !/^[A-Z][0-9]{1,2}$/.test(id)) return [];
		const path = [field, index];
		if (!isFact(id))
			return [{ path, message: `there is no fact ${quoted(id)} in the chapter`, help: `${known(id)} Or delete it.` }];
		if (ids.indexOf(id) < index)
			return [{ path, message: `${quoted(id)} is named twice`, help: 'Delete one of the two.' }];
		return [];
	});
}

/** The facts of the same letter, which is what somebody meant who mistook the number. */
function known(id: string): string {
	const same = Object.keys(FACTS).filter((fact) => fact[0] === id[0]);
	return same.length > 0
		? `There are ${same.join(', ')}.`
		: `Facts start with ${[...new Set(Object.keys(FACTS).map((fact) => fact[0]))].join(', ')}.`;
}
