/** When to ask which card again. Pure: reviews and the time come in as arguments. The only import of ts-fsrs. */

export type { CardState, Phase, Schedule } from './card-state.js';
export { GRADES, type Grade, type Review } from './card-state.js';
export { type Counts, countsOf, type Due, dueOf, LEECH_LAPSES } from './due.js';
export { intervalWords, type Preview, previews } from './previews.js';
export { reviewed, scheduleOf } from './schedule.js';
