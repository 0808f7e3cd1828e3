import type { LabInput } from '../present/index.js';

/**
 * Paths of what a check that is on lacks: figures that wait on them are not measured either, and do not say on what
 * they wait.
 */
export function unmeasured({ scenario: { check } }: LabInput): readonly string[] {
	if (check === null) return [];
	return Object.entries(check).flatMap(([field, value]) => (value === null ? [`check.${field}`] : []));
}
