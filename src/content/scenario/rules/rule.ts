import { isGroup } from '../../is-group.js';
import type { Path } from '../../yaml/locate.js';

/** A violated constraint between fields, at a path of the file. */
export interface RuleViolation {
	readonly path: Path;
	/** Set if the name of the field is wrong instead of its value. */
	readonly name?: true;
	readonly message: string;
	readonly help: string;
}

/** Checks the plain value of a file, which may have failed the schema. */
export type Rule = (file: Fields) => readonly RuleViolation[];

/** A group of fields. It declares the names that rules read; a file may have others. */
export type Fields = Readonly<Record<string, unknown>> & {
	readonly [Name in FieldName]?: unknown;
};

type FieldName =
	| 'against'
	| 'artifact'
	| 'atLeast'
	| 'atMost'
	| 'columns'
	| 'expect'
	| 'guardrails'
	| 'metric'
	| 'name'
	| 'observed'
	| 'routedSmall'
	| 'rows'
	| 'segment'
	| 'segments'
	| 'set'
	| 'state'
	| 'states'
	| 'teaches'
	| 'trigger'
	| 'week'
	| 'weeks'
	| 'worksheet';

/** Returns the value as a group of fields; an empty one if it is something else, which the schema reports. */
export function fields(value: unknown): Fields {
	return isGroup(value) ? value : {};
}

/** Returns the value as a list; an empty one if it is something else, which the schema reports. */
export function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

export const isMissing = (value: unknown): boolean => value === undefined || value === null;
