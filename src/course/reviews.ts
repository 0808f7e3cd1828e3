/** A log of reviews without the last one of a card, which was taken back; the same log where it has none. */
export function withoutLastOf<T extends { readonly card: string }>(reviews: readonly T[], card: string): readonly T[] {
	const last = reviews.findLastIndex((review) => review.card === card);
	return last < 0 ? reviews : reviews.filter((_, i) => i !== last);
}
