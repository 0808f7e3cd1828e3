import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { withSheets } from './apply-change.js';
import { remainingMs } from './state.js';

/** Minutes that a worksheet should take. */
const SHEET_MINUTES = 10;

/** Starts, stops or resumes the countdown; switches it off once the time is up. */
export function toggleCountdown(state: State, now: number): State {
	const { clock } = state.sheets;
	if (!clock) {
		const started = withSheets(state, { clock: { left: SHEET_MINUTES * 60_000, since: now } });
		return say(started, `${SHEET_MINUTES} minutes from now; Ctrl-T stops the clock`);
	}
	const left = remainingMs(clock, now);
	if (left === 0)
		return say(withSheets(state, { clock: null }), 'the time was up, so the clock is off; Ctrl-T starts a new one');
	if (clock.since === null)
		return say(withSheets(state, { clock: { left, since: now } }), 'the clock is running again');
	return say(withSheets(state, { clock: { left, since: null } }), 'the clock is stopped; Ctrl-T starts it again');
}
