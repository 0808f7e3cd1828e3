/**
 * Review schedule: when to ask each card again. Pure: reviews and the time are arguments. The only folder that imports
 * ts-fsrs.
 */

export type { CardState, Phase, Schedule } from './card-state.js';
export { GRADES, type Grade, type Review } from './card-state.js';
export { countDue, type DueCards, type DueCounts, findDue, LEECH_LAPSES } from './due.js';
export { formatInterval, type Preview, previewGrades } from './previews.js';
export { applyReview, scheduleOf } from './schedule.js';
