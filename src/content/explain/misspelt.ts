import type { z } from 'zod';
import type { Path } from '../yaml/locate.js';
import { likely } from './likely.js';
import { valueAt } from './name-of.js';
import { fieldNames, schemaAt } from './schema-at.js';

/** The field that an unknown name most likely stands for, or null. One that is there already was not misspelt a second time. */
export function meantField(root: z.core.$ZodType, file: unknown, path: Path, key: string): string | null {
	const schema = schemaAt(root, path);
	const holder = valueAt(file, path) as object;
	const free = (schema ? fieldNames(schema) : []).filter((name) => !Object.hasOwn(holder, name));
	return likely(untilColon(key), free);
}

/** The key that would merge in the fields of another group. */
export const MERGE = '<<';

/** The name in `share:0.3`, where no space ends it. */
const untilColon = (key: string): string => key.replace(/:.*$/s, '');

/**
 * Tells whether the field at a path is there after all, under a misspelt name or merged in: that alone is then the problem.
 */
export function misspeltFields(
	root: z.core.$ZodType,
	issues: readonly z.core.$ZodIssue[],
	file: unknown,
): (path: Path) => boolean {
	const meant = new Set(
		issues.flatMap((issue) => {
			if (issue.code !== 'unrecognized_keys') return [];
			const path = issue.path as Path;
			return issue.keys.flatMap((key) => {
				const name = meantField(root, file, path, key);
				return name === null ? [] : [JSON.stringify([...path, name])];
			});
		}),
	);
	const merged = new Set(
		issues.flatMap((issue) =>
			issue.code === 'unrecognized_keys' && issue.keys.includes(MERGE) ? [JSON.stringify(issue.path)] : [],
		),
	);
	return (path) =>
		meant.has(JSON.stringify(path)) ||
		(merged.has(JSON.stringify(path.slice(0, -1))) && valueAt(file, path) === undefined);
}
