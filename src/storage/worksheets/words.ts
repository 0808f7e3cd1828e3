import type { Problem } from '../../content/index.js';

/** The first problem of a file, on one line, and how many more there are. */
export function problemLine(problems: readonly Problem[]): string {
	const [first] = problems;
	if (!first) return 'it cannot be read';
	const more = problems.length - 1;
	const place = first.excerpt === null ? '' : `line ${first.line}: `;
	return `${place}${first.message}${more === 0 ? '' : `, and ${more} more ${more === 1 ? 'problem' : 'problems'}`}`;
}

/** A moment, for people: `2026-07-01 09:00:00 UTC`. */
export const momentOf = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** What was not kept of a file that was replaced; null: all of it was. */
export const notKept = (why: string | null): string | null =>
	why === null ? null : `the version before this one could not be kept (${why})`;
