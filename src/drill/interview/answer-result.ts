import type { RunKind } from './kinds.js';

/** Point of a good answer that this answer left out. */
export interface MissedPoint {
	readonly text: string;
	/** Id of the lesson that teaches it; null if none does. */
	readonly lesson: string | null;
}

/** Result of one answered question. */
export interface AnswerResult {
	readonly card: string;
	readonly kind: RunKind;
	/** Time taken, without pauses. */
	readonly seconds: number;
	/** 0..1. */
	readonly score: number;
	readonly missed: readonly MissedPoint[];
}

/**
 * Characters of foreign text that must not reach a terminal: control characters, line separators, bidirectional and
 * invisible marks, lone surrogates.
 */
export const UNSAFE_CHARACTERS =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
	/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Missed points of one lesson. */
export interface LessonMisses {
	/** Id of the lesson; null for points that no lesson teaches. */
	readonly lesson: string | null;
	/** In the order they were first missed. */
	readonly points: readonly { readonly text: string; readonly times: number }[];
}

/** Groups missed points by lesson: most misses first, then the one missed earliest; points of no lesson come last. */
export function groupByLesson(missed: readonly MissedPoint[]): readonly LessonMisses[] {
	const lessons = new Map<string | null, Map<string, number>>();
	for (const { text, lesson } of missed) {
		const points = lessons.get(lesson) ?? new Map<string, number>();
		lessons.set(lesson, points.set(text, (points.get(text) ?? 0) + 1));
	}
	return [...lessons]
		.map(([lesson, points]) => ({ lesson, points: [...points].map(([text, times]) => ({ text, times })) }))
		.sort((a, b) => Number(a.lesson === null) - Number(b.lesson === null) || timesIn(b) - timesIn(a));
}

const timesIn = ({ points }: LessonMisses): number => points.reduce((sum, { times }) => sum + times, 0);
