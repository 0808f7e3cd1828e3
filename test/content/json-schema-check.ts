type Node = { readonly [key: string]: unknown };

/**
 * Returns whether a value is valid for a JSON Schema, for the keywords that ours uses. Written from the specification,
 * not with the library that generates the schema, so that the two check each other.
 */
export function fits(schema: unknown, value: unknown): boolean {
	return Object.entries(schema as Node).every(([keyword, wanted]) => {
		const check = KEYWORDS[keyword];
		if (!check) throw new Error(`a keyword that is not checked: ${keyword}`);
		return check(wanted as never, value, schema as Node);
	});
}

const isGroup = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const ignore = (): boolean => true;

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
	object: isGroup,
	array: Array.isArray,
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number',
	integer: Number.isInteger,
	boolean: (value) => typeof value === 'boolean',
	null: (value) => value === null,
};

const KEYWORDS: Readonly<Record<string, (wanted: never, value: unknown, schema: Node) => boolean>> = {
	$schema: ignore,
	title: ignore,
	description: ignore,
	default: ignore,
	type: (types: string | string[], value) => [types].flat().some((type) => TYPES[type]?.(value)),
	enum: (values: unknown[], value) => values.includes(value),
	anyOf: (schemas: Node[], value) => schemas.some((schema) => fits(schema, value)),
	oneOf: (schemas: Node[], value) => schemas.filter((schema) => fits(schema, value)).length === 1,
	minimum: (limit: number, value) => typeof value !== 'number' || value >= limit,
	maximum: (limit: number, value) => typeof value !== 'number' || value <= limit,
	minLength: (limit: number, value) => typeof value !== 'string' || value.length >= limit,
	maxLength: (limit: number, value) => typeof value !== 'string' || value.length <= limit,
	pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
	minItems: (limit: number, value) => !Array.isArray(value) || value.length >= limit,
	maxItems: (limit: number, value) => !Array.isArray(value) || value.length <= limit,
	items: (schema: Node, value) => !Array.isArray(value) || value.every((item) => fits(schema, item)),
	required: (names: string[], value) => !isGroup(value) || names.every((name) => Object.hasOwn(value, name)),
	properties: (schemas: Record<string, Node>, value) =>
		!isGroup(value) ||
		Object.entries(schemas).every(([name, schema]) => !Object.hasOwn(value, name) || fits(schema, value[name])),
	propertyNames: (schema: Node, value) => !isGroup(value) || Object.keys(value).every((name) => fits(schema, name)),
	additionalProperties: (wanted: Node | false, value, { properties }) =>
		!isGroup(value) ||
		Object.entries(value).every(
			([name, item]) => Object.hasOwn((properties ?? {}) as object, name) || (wanted !== false && fits(wanted, item)),
		),
};
