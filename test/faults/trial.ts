import type { Random } from '../support/random.js';

/** One thing that is done to the program. */
export interface Case {
	readonly name: string;
	/** @throws where the program does not take it as it should */
	readonly run: () => Promise<void>;
}

/** Cases of one kind. */
export interface Trial {
	readonly name: string;
	/** What is shown by it, in a line. */
	readonly shows: string;
	/** At most so many cases; those of a trial that has more are drawn. */
	readonly cases: (random: Random, most: number) => readonly Case[];
}

/** This machine cannot do what the case needs. */
export class NotTried extends Error {}

export interface Finding {
	readonly name: string;
	readonly why: string;
}

export interface Outcome {
	/** Cases that came to an end, those that failed included. */
	readonly tried: number;
	readonly failures: readonly Finding[];
	readonly notTried: readonly Finding[];
}

/** Programs that run at the same time: they wait most of the time. */
const AT_ONCE = 3;

/** Runs cases, a few at a time. */
export async function runCases(cases: readonly Case[]): Promise<Outcome> {
	const waiting = [...cases];
	const failures: Finding[] = [];
	const notTried: Finding[] = [];
	const work = async (): Promise<void> => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { name } = next;
			try {
				await next.run();
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				(error instanceof NotTried ? notTried : failures).push({ name, why });
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return { tried: cases.length - notTried.length, failures, notTried };
}

/** Throws with a reason where something does not hold. */
export function ensure(holds: boolean, reason: string): asserts holds {
	if (!holds) throw new Error(reason);
}
