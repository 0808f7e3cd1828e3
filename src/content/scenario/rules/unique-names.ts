import { quoted } from '../../explain/words.js';
import { fields, isMissing, list, type Rule } from './rule.js';

/** Segments and rows have ids of their own; every week is there once, and one guardrail per metric and segment. */
export const uniqueNames: Rule = (file) => [
	...repeated(file, 'segments', 'id'),
	...repeated(file, 'rows', 'id'),
	...repeated(file, 'states', 'id'),
	...repeated(file, 'weeks', 'week'),
	...repeatedGuardrails(file),
];

function repeated(file: Parameters<Rule>[0], group: string, key: string): ReturnType<Rule> {
	const seen = new Map<unknown, number>();
	return list(file[group]).flatMap((item, index) => {
		const name = fields(item)[key];
		if (typeof name !== 'string' && typeof name !== 'number') return [];
		const first = seen.get(name);
		if (first === undefined) {
			seen.set(name, index);
			return [];
		}
		return [
			{
				path: [group, index, key],
				message: `${key} ${typeof name === 'string' ? quoted(name) : name} is used twice in ${group}: items ${first + 1} and ${index + 1}; expected each once`,
				help: `Give one of them another ${key}.`,
			},
		];
	});
}

function repeatedGuardrails(file: Parameters<Rule>[0]): ReturnType<Rule> {
	const seen = new Set<string>();
	return list(file.guardrails).flatMap((item, index) => {
		const metric = fields(item).metric;
		const segment = fields(item).segment;
		// Anything else is the schema's to report.
		if (typeof metric !== 'string' || (typeof segment !== 'string' && !isMissing(segment))) return [];
		const watched = `${metric} ${segment ?? ''}`;
		if (!seen.has(watched)) {
			seen.add(watched);
			return [];
		}
		return [
			{
				path: ['guardrails', index, 'metric'],
				message: `${quoted(metric)} has a second guardrail for the same segment; expected one each`,
				help: 'Keep one of them: its path must name one limit.',
			},
		];
	});
}
