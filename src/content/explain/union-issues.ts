import type { z } from 'zod';
import type { Path } from '../yaml/locate.js';
import { valueAt } from './name-of.js';

/**
 * Issues in which a group that may also be something else (a segment's check is a group, or off) is judged as the group
 * that somebody wrote.
 */
export function judgedAsWritten(issues: readonly z.core.$ZodIssue[], file: unknown): readonly z.core.$ZodIssue[] {
	return issues.flatMap((issue) => {
		if (issue.code !== 'invalid_union' || !isGroup(valueAt(file, issue.path as Path))) return [issue];
		const branch = issue.errors.find(isOfFields);
		return branch ? branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
	});
}

/** What is wrong is inside the group, or one of its names. */
const isOfFields = (errors: readonly z.core.$ZodIssue[]): boolean =>
	errors.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');

const isGroup = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
