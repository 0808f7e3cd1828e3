import type { z } from 'zod';
import { isGroup } from '../is-group.js';
import type { Path } from '../yaml/locate.js';
import { valueAt } from './name-of.js';

/**
 * Replaces a union issue by the issues of the branch that was written: for a segment's check, which is a group or
 * `off`, those of the group.
 */
export function resolveUnionIssues(issues: readonly z.core.$ZodIssue[], file: unknown): readonly z.core.$ZodIssue[] {
	return issues.flatMap((issue) => {
		if (issue.code !== 'invalid_union' || !isGroup(valueAt(file, issue.path as Path))) return [issue];
		const branch = issue.errors.find(areFieldErrors);
		return branch ? branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
	});
}

/** Returns whether all errors are inside the group, or about the names of its fields. */
const areFieldErrors = (errors: readonly z.core.$ZodIssue[]): boolean =>
	errors.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');
