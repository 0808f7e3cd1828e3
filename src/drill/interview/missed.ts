import type { Missed } from './answered.js';

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
