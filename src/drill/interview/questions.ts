import { threefry } from '../../engine/trace/draws.js';
import { type KindCounts, type Pool, RUN_KINDS, type RunKind } from './kinds.js';

/** Planned question of a run. */
export interface RunQuestion {
	readonly card: string;
	readonly kind: RunKind;
	/** Seed of a generated question's figures: whole number below 2³², different for each question of a run. */
	readonly seed: number;
}

/** Average minutes per question. */
const MINUTES_EACH = 2;
/** Shortest run, in minutes, with one question of each kind; the reader has to be a little quick. */
const MINUTES_FOR_EACH_KIND = 5;

/** Returns the number of questions: one per two minutes, at least one; from five minutes, at least one of each kind. */
export const questionCount = (minutes: number): number =>
	Math.max(minutes >= MINUTES_FOR_EACH_KIND ? RUN_KINDS.length : 1, Math.floor(minutes / MINUTES_EACH));

/**
 * Draws and shuffles questions by the seed. A card repeats only after every card of the pool was used, and never twice
 * in a row unless it is the only one; so a long run over a small pool keeps the mix of kinds only as far as the cards
 * allow.
 *
 * @param count whole number; an empty pool gives none
 * @param seed whole number, 0 ≤ seed < 2⁵³
 */
export function drawQuestions(count: number, pool: Pool, seed: number): readonly RunQuestion[] {
	const cards = byKind((kind) => [...new Set(pool[kind])]);
	const questions: Omit<RunQuestion, 'seed'>[] = [];
	for (let round = 0; questions.length < count; round++) {
		const words = (stream: number): Words => wordsOf(seed, round * STREAMS + stream);
		const last = questions.at(-1)?.card;
		const wanted = count - questions.length;
		const [first, ...others] = drawRound(wanted, wanted < sizeOf(cards) ? without(cards, last) : cards, words);
		if (first === undefined) break;
		questions.push(...(first.card === last ? [...others, first] : [first, ...others]));
	}
	const seeds = wordsOf(seed, SEEDS);
	return questions.map((question, index) => ({ ...question, seed: seeds(index) }));
}

/** Draws one round: `wanted` cards, or every card once. */
function drawRound(
	wanted: number,
	cards: Pool,
	words: (stream: number) => Words,
): readonly Omit<RunQuestion, 'seed'>[] {
	const counts = apportion(
		wanted,
		byKind((kind) => cards[kind].length),
	);
	const drawn = RUN_KINDS.flatMap((kind, stream) =>
		shuffle(cards[kind], words(stream))
			.slice(0, counts[kind])
			.map((card) => ({ card, kind })),
	);
	return shuffle(drawn, words(RUN_KINDS.length));
}

const byKind = <T>(select: (kind: RunKind) => T): Readonly<Record<RunKind, T>> => ({
	interview: select('interview'),
	numbers: select('numbers'),
	diagnose: select('diagnose'),
});

const sizeOf = (cards: Pool): number => RUN_KINDS.reduce((sum, kind) => sum + cards[kind].length, 0);

const without = (cards: Pool, card: string | undefined): Pool =>
	byKind((kind) => cards[kind].filter((other) => other !== card));

/** Random streams per round: one for each kind, and one for the order. */
const STREAMS = RUN_KINDS.length + 1;
/** Stream of the questions' seeds, beyond those of any round. */
const SEEDS = 2 ** 31;

/** Half of a run is interview questions; numbers and diagnosis share the other half. */
const WEIGHTS: KindCounts = { interview: 2, numbers: 1, diagnose: 1 };

/**
 * Apportions places among the kinds by weight (Sainte-Laguë: highest averages with the divisors 1, 3, 5, …). With three
 * or more places every kind gets one; a kind without cards left gives its places to the others.
 *
 * @param places number of questions; at most the sum of `room` is used
 * @param room number of cards of each kind
 */
function apportion(places: number, room: KindCounts): KindCounts {
	const counts: Record<RunKind, number> = { interview: 0, numbers: 0, diagnose: 0 };
	const priority = (kind: RunKind): number => WEIGHTS[kind] / (2 * counts[kind] + 1);
	for (let place = 0; place < places; place++) {
		const open = RUN_KINDS.filter((kind) => counts[kind] < room[kind]);
		const [first, ...others] = open;
		if (first === undefined) break;
		counts[others.reduce((best, kind) => (priority(kind) > priority(best) ? kind : best), first)]++;
	}
	return counts;
}

/** Random words of one stream, by index. */
type Words = (index: number) => number;

/**
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param stream whole number from 0; streams of one seed are independent
 * @returns a function from 0, 1, 2, … to whole numbers below 2³²
 */
function wordsOf(seed: number, stream: number): Words {
	const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
	return (index) => threefry(key, [index, stream])[0];
}

/** Returns a copy in random order (Fisher–Yates). */
function shuffle<T>(items: readonly T[], words: Words): readonly T[] {
	const copy = [...items];
	for (let last = copy.length - 1; last > 0; last--) {
		const other = Math.floor((words(last) / TWO_32) * (last + 1));
		[copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
	}
	return copy;
}

const TWO_32 = 2 ** 32;
