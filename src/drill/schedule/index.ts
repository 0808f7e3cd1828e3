/** When to ask which card again. Pure: reviews and the time come in as arguments. The only import of ts-fsrs. */

export type { CardState, Phase, Schedule } from './card-state.js';
export { type Counts, countsOf, type Due, dueOf, LEECH_LAPSES } from './due.js';
export { intervalWords } from './interval.js';
export { type Preview, previews } from './previews.js';
export { GRADES, type Grade, type Review } from './review.js';
export { reviewed, scheduleOf } from './schedule.js';
