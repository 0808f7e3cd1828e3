/** How much of its time a run has used. Moments are milliseconds of any clock, always the same one. */
export interface Clock {
	/** Milliseconds that ran until `seen`. */
	readonly spent: number;
	/** The latest moment that something happened at. */
	readonly seen: number;
	readonly paused: boolean;
}

export const startedClock = (now: number): Clock => ({ spent: 0, seen: now, paused: false });

/**
 * Milliseconds that ran until now, pauses not counted. A moment before the last one counts as that one, as does one
 * that is no number: time stands still rather than run back.
 */
export const spentAt = (clock: Clock, now: number): number => clock.spent + (clock.paused ? 0 : passed(clock, now));

/** The clock, moved on to now, and stopped or running from here. */
export const clockAt = (clock: Clock, now: number, paused: boolean): Clock => ({
	spent: spentAt(clock, now),
	seen: clock.seen + passed(clock, now),
	paused,
});

const passed = ({ seen }: Clock, now: number): number => (Number.isFinite(now) ? Math.max(0, now - seen) : 0);
