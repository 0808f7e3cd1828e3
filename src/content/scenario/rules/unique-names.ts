import { quote } from '../../explain/describe.js';
import { fields, isMissing, list, type Rule } from './rule.js';

/** Checks that ids of segments, rows and states are unique, and weeks, and guardrails per metric and segment. */
export const uniqueNames: Rule = (file) => [
	...findDuplicates(file, 'segments', 'id'),
	...findDuplicates(file, 'rows', 'id'),
	...findDuplicates(file, 'states', 'id'),
	...findDuplicates(file, 'weeks', 'week'),
	...findDuplicateGuardrails(file),
];

function findDuplicates(file: Parameters<Rule>[0], group: string, key: string): ReturnType<Rule> {
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
				message: `${key} ${typeof name === 'string' ? quote(name) : name} is used twice in ${group}: items ${first + 1} and ${index + 1}; expected each once`,
				help: `Give one of them another ${key}.`,
			},
		];
	});
}

function findDuplicateGuardrails(file: Parameters<Rule>[0]): ReturnType<Rule> {
	const seen = new Set<string>();
	return list(file.guardrails).flatMap((item, index) => {
		const metric = fields(item).metric;
		const segment = fields(item).segment;
		// The schema reports anything else.
		if (typeof metric !== 'string' || (typeof segment !== 'string' && !isMissing(segment))) return [];
		const watched = `${metric} ${segment ?? ''}`;
		if (!seen.has(watched)) {
			seen.add(watched);
			return [];
		}
		return [
			{
				path: ['guardrails', index, 'metric'],
				message: `${quote(metric)} has a second guardrail for the same segment; expected one each`,
				help: 'Keep one of them: its path must name one limit.',
			},
		];
	});
}
