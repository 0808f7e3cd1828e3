import { reportData, reviewData } from '../present/review/data.js';
import type { ReportInput, ReviewInput } from '../present/review/document.js';

export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The report for programs. */
export const jsonReport = (input: ReportInput): string => printJson(reportData(input));

/**
 * The artifact for programs: the object of the JSON report, and `review` with what the artifact says besides. What
 * must not reach a terminal is spelt out, so that it can be printed as it is and still reads back the same.
 */
export const jsonReview = (input: ReviewInput): string =>
	printJson({ ...reportData(input), review: reviewData(input) }).replace(UNPRINTED, spelt);

/** JSON itself spells out the controls below a blank. */
const UNPRINTED =
	/[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;

const spelt = (found: string): string =>
	found
		.split('')
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
