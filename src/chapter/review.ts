/** Ids of the review questions (facts D1 to D4), in order. */
export const REVIEW_QUESTIONS = ['D1', 'D2', 'D3', 'D4'] as const;
export type ReviewQuestion = (typeof REVIEW_QUESTIONS)[number];

/** The text of each question. */
export const REVIEW_QUESTION_TEXTS: Readonly<Record<ReviewQuestion, string>> = {
	D1: 'Are there labelled evaluations for every segment?',
	D2: 'Can every override rule be explained?',
	D3: 'What is saved once repairs and fallbacks are paid?',
	D4: 'Can product metrics veto a cheaper route?',
};

/** The words shown for the answers yes and no to each question. */
export const REVIEW_ANSWER_WORDS: Readonly<Record<ReviewQuestion, { readonly yes: string; readonly no: string }>> = {
	D1: { yes: 'yes', no: 'no' },
	D2: { yes: 'yes', no: 'no' },
	D3: { yes: 'known', no: 'not known' },
	D4: { yes: 'yes', no: 'no' },
};
