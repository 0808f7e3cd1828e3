const BARS = '▁▂▃▄▅▆▇█';
/** A week in which the metric was not measured. */
const GAP = '·';
/** Stands before the bar of the week that raised the alarm. */
export const ALARM_MARK = '!';

/** Weeks with room for a mark before each; more stand close together. */
const ROOMY = 8;
const MOST_BARS = 16;

/** Which weeks are drawn: all of them, or so many of them, evenly, from the first to the last. */
export const drawnWeeks = (count: number): readonly number[] =>
	count <= MOST_BARS
		? Array.from({ length: count }, (_, i) => i)
		: Array.from({ length: MOST_BARS }, (_, i) => Math.round((i * (count - 1)) / (MOST_BARS - 1)));

/** Columns that a sparkline of so many weeks takes. */
export const sparkWidth = (weeks: number): number => (weeks <= ROOMY ? weeks * 2 - 1 : drawnWeeks(weeks).length);

/**
 * One bar per week, on the signal's own scale. The full height is at least `least`, so that a change too small to
 * matter looks small.
 *
 * @param alarm position of the week that raised the alarm, marked where there is room; −1: none
 */
export function sparkline(values: readonly (number | null)[], least: number, alarm: number): string {
	const measured = values.filter((value) => value !== null);
	const [low, high] = [Math.min(...measured), Math.max(...measured)];
	const span = Math.max(high - low, least);
	const from = (low + high - span) / 2;
	const bar = (value: number | null): string => {
		if (value === null) return GAP;
		const height = span > 0 ? (value - from) / span : 0.5;
		return BARS[Math.max(0, Math.min(BARS.length - 1, Math.floor(height * BARS.length)))] ?? GAP;
	};
	const roomy = values.length <= ROOMY;
	return drawnWeeks(values.length)
		.map((week, i) => `${i === 0 || !roomy ? '' : week === alarm ? ALARM_MARK : ' '}${bar(values[week] ?? null)}`)
		.join('');
}
