import type { Random } from '../support/random.js';

/** One fault to try on the program. */
export interface Case {
	readonly name: string;
	/** @throws if the program does not handle it as it should */
	readonly run: () => Promise<void>;
}

/** Group of cases of one kind. */
export interface Trial {
	readonly name: string;
	/** What the trial shows, in one line. */
	readonly shows: string;
	/** Returns at most `most` cases, drawn at random if there are more. */
	readonly cases: (random: Random, most: number) => readonly Case[];
}

/** Thrown if this machine lacks what the case needs. */
export class NotTried extends Error {}

export interface Finding {
	readonly name: string;
	readonly why: string;
}

export interface Outcome {
	/** Cases that ran to the end, including failed ones. */
	readonly tried: number;
	readonly failures: readonly Finding[];
	readonly notTried: readonly Finding[];
}

/** Number of cases run at the same time; programs mostly wait. */
const CONCURRENCY = 3;

/** Runs cases, a few at a time. */
export async function runCases(cases: readonly Case[]): Promise<Outcome> {
	const pending = [...cases];
	const failures: Finding[] = [];
	const notTried: Finding[] = [];
	const work = async (): Promise<void> => {
		for (let next = pending.shift(); next; next = pending.shift()) {
			const { name } = next;
			try {
				await next.run();
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				(error instanceof NotTried ? notTried : failures).push({ name, why });
			}
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, work));
	return { tried: cases.length - notTried.length, failures, notTried };
}

/** Throws the reason if the condition does not hold. */
export function ensure(holds: boolean, reason: string): asserts holds {
	if (!holds) throw new Error(reason);
}
