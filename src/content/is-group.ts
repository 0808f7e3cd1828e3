/** Returns whether a value is a group of fields: an object that is not a list. */
export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
