import { type ReviewFacts, reviewData } from '../../present/review/index.js';
import { reportObject } from '../json.js';

/**
 * The artifact for programs: the object of the JSON report, and `review` with what the artifact says besides. What
 * must not reach a terminal is spelt out, so that it can be printed as it is and still reads back the same.
 */
export function reviewJson(facts: ReviewFacts): string {
	const object = { ...reportObject(facts), review: reviewData(facts) };
	return `${JSON.stringify(object, null, 2).replace(UNPRINTED, spelt)}\n`;
}

/** JSON itself spells out the controls below a blank. */
const UNPRINTED =
	/[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;

const spelt = (found: string): string =>
	found
		.split('')
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
