import type { z } from 'zod';
import type { Path } from '../yaml/locate.js';

type Schema = z.core.$ZodType;

/** Unwraps a schema: removes optional, nullable and default. */
export function unwrapSchema(schema: Schema): Schema {
	const { def } = schema._zod as unknown as { def: { type: string; innerType?: Schema } };
	return def.innerType ? unwrapSchema(def.innerType) : schema;
}

/** The definition of an unwrapped schema, with only the parts that are read here. */
export interface Definition {
	readonly type: string;
	readonly shape?: Readonly<Record<string, Schema>>;
	readonly element?: Schema;
	readonly keyType?: Schema;
	readonly valueType?: Schema;
	readonly entries?: Readonly<Record<string, string>>;
	readonly options?: readonly Schema[];
	/** Set on whole numbers. */
	readonly format?: string;
	/** Limits, such as `greater_than` with the value 1. */
	readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string; readonly value?: number } } }[];
}

export function definition(schema: Schema): Definition {
	return unwrapSchema(schema)._zod.def as unknown as Definition;
}

/** Returns the definition of the group, if a union allows a group among other values. */
function groupDefinition(schema: Schema): Definition {
	const def = definition(schema);
	const group = def.options?.find((option) => definition(option).shape !== undefined);
	return group ? definition(group) : def;
}

/** Returns the schema of the value at `path`, still wrapped; null if the schema has no such place. */
export function schemaAt(schema: Schema, path: Path): Schema | null {
	let at: Schema | undefined = schema;
	for (const key of path) {
		if (!at) return null;
		const def = groupDefinition(at);
		if (def.shape) at = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
		else at = def.element ?? def.valueType;
	}
	return at ?? null;
}

/** Returns the field names that the group at `schema` allows; empty if it allows any name, or is no group. */
export function fieldNames(schema: Schema): readonly string[] {
	const def = groupDefinition(schema);
	if (def.shape) return Object.keys(def.shape);
	return def.keyType ? Object.values(definition(def.keyType).entries ?? {}) : [];
}

/** Returns whether a value may be left out. */
export function isOptional(schema: Schema): boolean {
	return schema._zod.optin !== undefined;
}

/** Returns the description of a field; empty if it has none. */
export function description(schema: Schema): string {
	return (schema as z.ZodType).description ?? '';
}
