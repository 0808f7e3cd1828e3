/** How well a card was remembered: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** A card was answered and graded. */
export interface Review {
	/** `recall/R1`, `numbers/blended-cost`, `diagnose/F3`, `diagrams/trace`. */
	readonly card: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly grade: Grade;
}
