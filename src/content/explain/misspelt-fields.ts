import type { z } from 'zod';
import type { Path } from '../yaml/locate.js';
import { closestName } from './closest-name.js';
import { valueAt } from './name-of.js';
import { fieldNames, schemaAt } from './schema-at.js';

/**
 * Returns the field that an unknown name most likely stands for, or null. Fields already present are not considered.
 */
export function guessField(root: z.core.$ZodType, file: unknown, path: Path, key: string): string | null {
	const schema = schemaAt(root, path);
	const group = valueAt(file, path) as object;
	const absent = (schema ? fieldNames(schema) : []).filter((name) => !Object.hasOwn(group, name));
	return closestName(untilColon(key), absent);
}

/** The YAML key that would merge in the fields of another group. */
export const MERGE_KEY = '<<';

/** Returns the name in `share:0.3`, where the space after the colon is missing. */
const untilColon = (key: string): string => key.replace(/:.*$/s, '');

/**
 * Returns a predicate that says whether the field at a path is present after all, misspelt or merged in. In that case
 * only the wrong name is reported, not the missing field.
 */
export function misspeltFieldTest(
	root: z.core.$ZodType,
	issues: readonly z.core.$ZodIssue[],
	file: unknown,
): (path: Path) => boolean {
	const guessed = new Set(
		issues.flatMap((issue) => {
			if (issue.code !== 'unrecognized_keys') return [];
			const path = issue.path as Path;
			return issue.keys.flatMap((key) => {
				const name = guessField(root, file, path, key);
				return name === null ? [] : [JSON.stringify([...path, name])];
			});
		}),
	);
	const merged = new Set(
		issues.flatMap((issue) =>
			issue.code === 'unrecognized_keys' && issue.keys.includes(MERGE_KEY) ? [JSON.stringify(issue.path)] : [],
		),
	);
	return (path) =>
		guessed.has(JSON.stringify(path)) ||
		(merged.has(JSON.stringify(path.slice(0, -1))) && valueAt(file, path) === undefined);
}
