import type { z } from 'zod';
import { KIND_RANGES } from '../../engine/inputs/kinds.js';
import { kindOf } from '../explain/describe.js';
import { definition, isOptional, schemaAt } from '../explain/schema-at.js';
import type { Path } from '../yaml/locate.js';

type Schema = z.core.$ZodType;
type Container = Record<string | number, unknown>;

/**
 * Copies a file's value; each part that the schema refused is removed or replaced by the smallest valid value. The copy
 * serves only to find further problems elsewhere in the file, so that all are reported at once; it is never loaded.
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

/** Replaces the value at `path` by a stand-in; `schema` null: removes it. */
function replace(copy: { value: unknown }, path: Path, schema: Schema | null): void {
	let at: unknown = copy;
	const steps = ['value', ...path];
	for (const key of steps.slice(0, -1)) at = (at as Container | null | undefined)?.[key];
	const last = steps.at(-1);
	if (typeof at !== 'object' || at === null || last === undefined) return;
	if (schema === null || isOptional(schema)) delete (at as Container)[last];
	else (at as Container)[last] = createStandIn(schema);
}

function createStandIn(schema: Schema): unknown {
	const def = definition(schema);
	switch (def.type) {
		case 'number':
			return smallestNumber(schema);
		case 'string':
			return 'O1';
		case 'enum':
			return Object.values(def.entries ?? {})[0];
		case 'array':
			return def.element ? [createStandIn(def.element)] : [];
		case 'union':
			return def.options?.[0] ? createStandIn(def.options[0]) : null;
		case 'object':
			return Object.fromEntries(
				Object.entries(def.shape ?? {})
					.filter(([, field]) => !isOptional(field))
					.map(([key, field]) => [key, createStandIn(field)]),
			);
		default:
			return {};
	}
}

function smallestNumber(schema: Schema): number {
	const kind = kindOf(schema);
	return kind ? KIND_RANGES[kind].min : 0;
}
