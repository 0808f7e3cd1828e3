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

/**
 * What must not reach a terminal out of text that somebody else wrote: control characters, separators that are no
 * line feeds, marks that reorder text or cannot be seen, halves of surrogate pairs.
 */
export const UNSEEN =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
	/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What was missed of one lesson. */
export interface MissedOfLesson {
	/** Its id; null: what no lesson teaches. */
	readonly lesson: string | null;
	/** In the order in which they were first missed. */
	readonly points: readonly { readonly text: string; readonly times: number }[];
}

/** Groups what was missed: a lesson that would mend most comes first, then the one that was needed first. */
export function missedByLesson(missed: readonly Missed[]): readonly MissedOfLesson[] {
	const lessons = new Map<string | null, Map<string, number>>();
	for (const { text, lesson } of missed) {
		const points = lessons.get(lesson) ?? new Map<string, number>();
		lessons.set(lesson, points.set(text, (points.get(text) ?? 0) + 1));
	}
	return [...lessons]
		.map(([lesson, points]) => ({ lesson, points: [...points].map(([text, times]) => ({ text, times })) }))
		.sort((a, b) => Number(a.lesson === null) - Number(b.lesson === null) || timesIn(b) - timesIn(a));
}

const timesIn = ({ points }: MissedOfLesson): number => points.reduce((sum, { times }) => sum + times, 0);
