import type { FactId } from '../../chapter/facts.js';
import type { LessonDocument } from '../../content/index.js';
import type { Question } from '../../drill/kit.js';
import type { NumberKind } from '../../drill/numbers/index.js';

/** The fact behind each kind of number question; the lesson that teaches it derives the number. */
const FACT_OF: Readonly<Record<NumberKind, FactId>> = {
	'blended-cost': 'X1',
	'repair-break-even': 'F3',
	'cost-per-resolved': 'O7',
	'silent-per-1000': 'M10',
	'false-easy-count': 'F1',
	'saving-after-repair': 'D3',
	'veto-value': 'W1',
	'handoff-break-even': 'M9',
	'labels-needed': 'B3',
};

/**
 * Returns the id of the lesson that teaches the answer to a question; null: none.
 *
 * @param point index of a key point; only the points of a card have lessons of their own
 */
export function teachingLesson(question: Question, point: number, lessons: readonly LessonDocument[]): string | null {
	const lessonTeaching = (fact: FactId): string | null =>
		lessons.find(({ teaches }) => teaches.includes(fact))?.id ?? null;
	switch (question.kind) {
		case 'card':
			return question.document.points[point]?.lesson ?? null;
		case 'diagram':
			return question.diagram.lesson;
		case 'number':
			return lessonTeaching(FACT_OF[question.question.kind]);
		case 'case':
			return lessonTeaching(question.diagnosisCase.shape);
	}
}
