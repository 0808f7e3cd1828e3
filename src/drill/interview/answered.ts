import type { RunKind } from './kinds.js';

/** Something a good answer holds that this one did not. */
export interface Missed {
	readonly text: string;
	/** Id of the lesson that teaches it; null: none does. */
	readonly lesson: string | null;
}

/** How a question went. */
export interface Answered {
	readonly card: string;
	readonly kind: RunKind;
	/** Time it took, pauses not counted. */
	readonly seconds: number;
	/** 0 nothing of it, 1 all of it. */
	readonly score: number;
	readonly missed: readonly Missed[];
}
