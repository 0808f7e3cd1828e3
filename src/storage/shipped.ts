import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import type { LessonDocument, ScenarioDocument } from '../content/index.js';

/** Id of the scenario opened where no other is asked for: the opening failure. */
export const OPENING = 'week-31';

/** Shipped scenarios in catalogue order, the opening failure first. */
export const SHIPPED: readonly ScenarioDocument[] = documents;

/** Shipped lessons in reading order. */
export const LESSONS: readonly LessonDocument[] = lessons;
