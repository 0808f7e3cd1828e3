import { itemName } from '../explain/name-of.js';
import type { Path } from '../yaml/locate.js';
import { type Fields, fields, list } from './rules/rule.js';

/**
 * Where in a file the input stands that the engine calls `segments.faq.observed.smallSuccess`,
 * `guardrails.resolution.faq.limit` or `weeks.32.segments.faq.routedSmall`. The rest of a path that leads
 * nowhere is kept: whoever locates it ends at the nearest ancestor.
 */
export function filePath(file: unknown, modelPath: string): Path {
	const [group = '', ...rest] = modelPath.split('.');
	if (group === 'guardrails') return guardrailPath(fields(file), rest);
	if (group === 'baseline') return ['baseline', 'set', ...change(fields(fields(file)['baseline']), rest.join('.'))];
	const items = fields(file)[group];
	if (!Array.isArray(items)) return [group, ...rest];
	const index = items.findIndex((item) => itemName(item) === rest[0] || fields(item).name === rest[0]);
	if (index < 0) return [group];
	if (group === 'states' && rest[1] === 'from') return ['states', index, 'from'];
	if (group === 'weeks' || group === 'states')
		return [group, index, 'set', ...change(fields(items[index]), rest.slice(1).join('.'))];
	return [group, index, ...rest.slice(1)];
}

function guardrailPath(file: Fields, rest: readonly string[]): Path {
	const names = rest.at(-1) === 'limit' ? rest.slice(0, -1) : rest;
	const [metric, segment = null] = names;
	const index = list(file.guardrails).findIndex(
		(item) => fields(item).metric === metric && (fields(item).segment ?? null) === segment,
	);
	if (index < 0) return ['guardrails'];
	if (names === rest) return ['guardrails', index, segment === null ? 'metric' : 'segment'];
	const side = 'atMost' in fields(list(file.guardrails)[index]) ? 'atMost' : 'atLeast';
	return ['guardrails', index, side];
}

// The very input that a week or state sets, or else one beside it: a problem of the whole belongs to its set.
function change(holder: Fields, path: string): Path {
	const set = fields(holder.set);
	if (Object.hasOwn(set, path)) return [path];
	const item = path.split('.').slice(0, 2).join('.');
	const beside = Object.keys(set).find((key) => key.startsWith(`${item}.`));
	return beside === undefined ? [] : [beside];
}
