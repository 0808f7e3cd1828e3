/** Review schedule: when to ask each card again. Pure: reviews and the time are arguments. The only folder that imports ts-fsrs. */

export type { CardState, Phase, Schedule } from './card-state.js';
export { GRADES, type Grade, type Review } from './card-state.js';
export { type Counts, countsOf, type Due, dueOf, LEECH_LAPSES } from './due.js';
export { intervalWords, type Preview, previews } from './previews.js';
export { reviewed, scheduleOf } from './schedule.js';
