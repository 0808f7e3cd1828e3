/** What a reader did, as events, and what they add up to. Pure: times and ids come in as arguments. */

export { type Decoded, decodeEvent, type Skipped } from './decode.js';
export {
	type Edited,
	type Happening,
	type JournalEvent,
	type Opened,
	type Placed,
	type Predicted,
	type Stamp,
	stampEvent,
	VERSION,
} from './event.js';
export { type Progress, progressOf, type ScenarioProgress } from './progress.js';
export type { MetricScore, Score } from './score.js';
