import { reportData, reviewData } from '../present/review/data.js';
import type { ReportInput, ReviewInput } from '../present/review/document.js';

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Renders the report for programs. */
export const renderReportJson = (input: ReportInput): string => toJson(reportData(input));

/**
 * Renders the artifact for programs: the object of the JSON report, and `review` with what the artifact adds.
 * Characters that must not reach a terminal are escaped, so that the text is safe to print and parses to the same
 * values.
 */
export const renderReviewJson = (input: ReviewInput): string =>
	toJson({ ...reportData(input), review: reviewData(input) }).replace(UNPRINTABLE, escapeUnits);

/** Characters to escape, without the control characters below U+0020, which JSON escapes itself. */
const UNPRINTABLE =
	/[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;

const escapeUnits = (match: string): string =>
	match
		.split('')
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
