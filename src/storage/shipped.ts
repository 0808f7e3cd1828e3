import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import type { LessonDocument, ScenarioDocument } from '../content/index.js';

/** Id of the scenario that a first visit opens on: the chapter's opening failure. */
export const OPENING = 'week-31';

/** The scenarios that come with the program, in the order of the catalogue: the opening failure is the first. */
export const SHIPPED: readonly ScenarioDocument[] = documents;

/** The lessons that come with the program, in reading order. */
export const LESSONS: readonly LessonDocument[] = lessons;
