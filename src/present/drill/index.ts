/** Drills as lines. Loaded with the drills themselves: nothing of it is in the first frame. */

export type { DrillInput } from './input.js';
export { type DrillPage, drillPage } from './page.js';
