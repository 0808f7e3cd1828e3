import type { z } from 'zod';
import { KINDS } from '../../engine/inputs/kinds.js';
import { definition, isOptional, schemaAt } from '../explain/schema-at.js';
import { kindOf } from '../explain/words.js';
import type { Path } from '../yaml/locate.js';

type Schema = z.core.$ZodType;
type Holder = Record<string | number, unknown>;

/**
 * A copy of a file's value in which whatever the schema refused is left out, or replaced by the smallest
 * value that it accepts. It only serves to look for further problems elsewhere in the file, so that people
 * see all of them at once; it is never loaded.
 */
export function withStandIns(value: unknown, issues: readonly z.core.$ZodIssue[], root: Schema): unknown {
	const copy = structuredClone({ value });
	for (const issue of issues) {
		const path = issue.path as Path;
		if (issue.code === 'unrecognized_keys') for (const key of issue.keys) replace(copy, [...path, key], null);
		else replace(copy, path, schemaAt(root, path));
	}
	return copy.value;
}

/** `schema` null: nothing belongs there. */
function replace(copy: { value: unknown }, path: Path, schema: Schema | null): void {
	let at: unknown = copy;
	const steps = ['value', ...path];
	for (const key of steps.slice(0, -1)) at = (at as Holder | null | undefined)?.[key];
	const last = steps.at(-1);
	if (typeof at !== 'object' || at === null || last === undefined) return;
	if (schema === null || isOptional(schema)) delete (at as Holder)[last];
	else (at as Holder)[last] = standIn(schema);
}

function standIn(schema: Schema): unknown {
	const def = definition(schema);
	switch (def.type) {
		case 'number':
			return smallest(schema);
		case 'string':
			return 'O1';
		case 'enum':
			return Object.values(def.entries ?? {})[0];
		case 'array':
			return def.element ? [standIn(def.element)] : [];
		case 'union':
			return def.options?.[0] ? standIn(def.options[0]) : null;
		case 'object':
			return Object.fromEntries(
				Object.entries(def.shape ?? {})
					.filter(([, field]) => !isOptional(field))
					.map(([key, field]) => [key, standIn(field)]),
			);
		default:
			return {};
	}
}

function smallest(schema: Schema): number {
	const kind = kindOf(schema);
	return kind ? KINDS[kind].min : 0;
}
