import { REVIEW_ANSWERS, REVIEW_ASKS, REVIEW_QUESTIONS, type ReviewQuestion } from '../../chapter/review.js';
import type { ReviewAnswer } from '../../content/index.js';
import { choice, type SheetField, words } from '../field.js';
import { type Sheet, withWords } from '../sheet.js';

/** The four questions of the review, each with a line of evidence. */
export const reviewFields = (sheet: Sheet): readonly SheetField[] =>
	REVIEW_QUESTIONS.flatMap((id) => {
		const { answer, evidence } = sheet.worksheet.review[id];
		return [
			choice({
				id: `review.${id}.answer`,
				label: `${id} ${REVIEW_ASKS[id]}`,
				help: `${REVIEW_ANSWERS[id].yes}, ${REVIEW_ANSWERS[id].no}, or still open.`,
				value: answer,
				choices: [
					{ value: 'yes', words: REVIEW_ANSWERS[id].yes },
					{ value: 'no', words: REVIEW_ANSWERS[id].no },
				],
				take: (value) => answered(sheet, id, { answer: value === 'yes' || value === 'no' ? value : null }),
			}),
			words({
				id: `review.${id}.evidence`,
				label: 'evidence',
				help: 'Where that can be seen: a link, a number, a name.',
				value: evidence,
				take: (text) => answered(sheet, id, { evidence: text }),
			}),
		];
	});

const answered = (sheet: Sheet, id: ReviewQuestion, changes: Partial<ReviewAnswer>): Sheet =>
	withWords(sheet, {
		review: { ...sheet.worksheet.review, [id]: { ...sheet.worksheet.review[id], ...changes } },
	});
