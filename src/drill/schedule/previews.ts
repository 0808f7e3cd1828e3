import { formatTime, type Grade, parseTime, type Schedule } from './card-state.js';
import { applyGrade } from './fsrs.js';

/** Next due time that a grade would give. */
export interface Preview {
	/** ISO 8601 in UTC. */
	readonly due: string;
	/** Time from now until `due`, in words: `10 min`, `1 day`, `3 weeks`. */
	readonly interval: string;
}

/**
 * Returns the preview of each grade. Computed by applying the grade, so that previews always come true.
 *
 * @param now may lie before the card's last review; the interval still counts from `now`
 */
export function previewGrades(schedule: Schedule, card: string, now: Date): Readonly<Record<Grade, Preview>> {
	const before = schedule.get(card) ?? null;
	const at = parseTime(formatTime(now));
	const preview = (grade: Grade): Preview => {
		const { due, reviewed } = applyGrade(before, at, grade);
		const from = at ?? (reviewed === null ? 0 : Date.parse(reviewed));
		return { due, interval: formatInterval(Date.parse(due) - from) };
	};
	return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Formats a duration to the nearest unit: `now`, `10 min`, `6 hours`, `8 days`, `3 weeks`, `5 months`, `1 year`. Uses
 * days up to 20, so that grades between a few days and three weeks stay distinct.
 *
 * @param ms 0 or less gives `now`
 */
export function formatInterval(ms: number): string {
	if (!(ms > 0)) return 'now';
	const minutes = Math.max(1, Math.round(ms / MINUTE));
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.round(ms / HOUR);
	if (hours < 24) return withUnit(hours, 'hour');
	const days = Math.round(ms / DAY);
	if (days < 21) return withUnit(days, 'day');
	const weeks = Math.round(days / 7);
	if (weeks < 9) return withUnit(weeks, 'week');
	const months = Math.round(days / (365.25 / 12));
	return months < 12 ? withUnit(months, 'month') : withUnit(Math.round(days / 365.25), 'year');
}

const withUnit = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
