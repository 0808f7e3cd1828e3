import { type ReviewFacts, reviewModel } from '../../present/review/index.js';
import type { ReviewFormat } from '../formats.js';
import { reviewHtml } from './html.js';
import { reviewJson } from './json.js';
import { reviewMarkdown } from './markdown.js';

/** What the artifact for a design review is made from: a report, and what a reader says of it. */
export type ReviewInput = ReviewFacts;

/** The artifact in one format, ending with a line break. */
export function reviewArtifact(input: ReviewInput, format: ReviewFormat): string {
	switch (format) {
		case 'md':
			return reviewMarkdown(reviewModel(input));
		case 'html':
			return reviewHtml(reviewModel(input));
		case 'json':
			return reviewJson(input);
	}
}
