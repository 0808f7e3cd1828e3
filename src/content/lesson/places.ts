import type { SourceText } from '../problems/source-text.js';
import type { ScenarioDocument } from '../scenario/document.js';
import type { Span } from '../yaml/tree.js';
import type { LessonLink } from './prose.js';

/** Places in a lesson that can only be checked together with the other lessons. */
export interface LessonPlaces {
	readonly source: SourceText;
	readonly id: Span;
	readonly teaches: readonly Span[];
	readonly links: readonly LessonLink[];
	/** Lessons that a score counts. */
	readonly scored: readonly LessonLink[];
}

/** Finds the scenario of a lesson by id; null: there is none. */
export type ScenarioById = (id: string) => ScenarioDocument | null;
