import type { SourceText } from '../problems/source-text.js';
import type { ScenarioDocument } from '../scenario/document.js';
import type { Span } from '../yaml/tree.js';
import type { LessonLink } from './prose.js';

/** Where things of a lesson stand that only make sense beside other lessons. */
export interface LessonPlaces {
	readonly source: SourceText;
	readonly id: Span;
	readonly teaches: readonly Span[];
	readonly links: readonly LessonLink[];
}

/** The scenarios that lessons can be played on. */
export type ScenarioById = (id: string) => ScenarioDocument | null;
