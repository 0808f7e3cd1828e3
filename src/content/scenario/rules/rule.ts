import type { Path } from '../../yaml/locate.js';

/** A problem between fields, at a path of the file. */
export interface Breach {
	readonly path: Path;
	/** Set where the name of the field is wrong, and not its value. */
	readonly name?: true;
	readonly message: string;
	readonly help: string;
}

/** Checks a file's plain value, of which nothing is known yet: it may have failed the schema. */
export type Rule = (file: Fields) => readonly Breach[];

/** A group of fields. The names are those that the rules look at; a file may have any. */
export type Fields = Readonly<Record<string, unknown>> & {
	readonly [Name in LookedAt]?: unknown;
};

type LookedAt =
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

/** The value as a group of fields; an empty one where it is something else, which the schema reports. */
export function fields(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The value as a list; an empty one where it is something else, which the schema reports. */
export function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

export const isMissing = (value: unknown): boolean => value === undefined || value === null;
