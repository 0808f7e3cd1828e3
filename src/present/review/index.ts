/** The artifact for a design review, as every writer prints it. */

export { reviewData } from './data.js';
export type { CurveFigure, Fact, ReviewFacts, ReviewModel, ReviewPart, ReviewSection } from './model.js';
export { reviewModel } from './review.js';
