const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A stretch of time as people say it, to the nearest unit: `now`, `10 min`, `6 hours`, `8 days`, `3 weeks`,
 * `5 months`, `1 year`. Days up to 20, so that the choices between a few days and three weeks stay apart.
 *
 * @param ms 0 or less is `now`
 */
export function intervalWords(ms: number): string {
	if (!(ms > 0)) return 'now';
	const minutes = Math.max(1, Math.round(ms / MINUTE));
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.round(ms / HOUR);
	if (hours < 24) return counted(hours, 'hour');
	const days = Math.round(ms / DAY);
	if (days < 21) return counted(days, 'day');
	const weeks = Math.round(days / 7);
	if (weeks < 9) return counted(weeks, 'week');
	const months = Math.round(days / (365.25 / 12));
	return months < 12 ? counted(months, 'month') : counted(Math.round(days / 365.25), 'year');
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
