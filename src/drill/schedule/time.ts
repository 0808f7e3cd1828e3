/** The form in which the journal writes a time. Without the Z a time would depend on the zone of the machine. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** @returns milliseconds since 1970; null: not a time in ISO 8601, UTC, of a year of four digits */
export function readTime(at: string): number | null {
	const ms = TIME.test(at) ? Date.parse(at) : Number.NaN;
	return Number.isNaN(ms) ? null : ms;
}

/** A moment as a review says it; one that is no moment gives a text that `readTime` refuses. */
export const timeText = (moment: Date): string => (Number.isNaN(moment.getTime()) ? 'unknown' : moment.toISOString());
