import { threefry } from '../../engine/trace/draws.js';
import { type KindCounts, type Pool, RUN_KINDS, type RunKind } from './kinds.js';

/** A question of a run. */
export interface Question {
	readonly card: string;
	readonly kind: RunKind;
	/** For the figures of a question that is generated: whole, below 2³², another one for each question of a run. */
	readonly seed: number;
}

/** About what a question takes, in minutes. */
const MINUTES_EACH = 2;
/** From here on there is time for one question of each kind, if somebody is a little quick. */
const MINUTES_FOR_EACH_KIND = 5;

/** How many questions fit the time: one per two minutes, at least one, and at least one of each kind from five minutes on. */
export const questionsIn = (minutes: number): number =>
	Math.max(minutes >= MINUTES_FOR_EACH_KIND ? RUN_KINDS.length : 1, Math.floor(minutes / MINUTES_EACH));

/**
 * Questions drawn and shuffled by the seed. A card comes again only after every card of the pool has come, and not
 * right after itself; so a long run over a small pool keeps the mix only as far as the cards go.
 *
 * @param count whole number; an empty pool gives none
 * @param seed whole number, 0 ≤ seed < 2⁵³
 */
export function questionsOf(count: number, pool: Pool, seed: number): readonly Question[] {
	const cards = byKind((kind) => [...new Set(pool[kind])]);
	const questions: Omit<Question, 'seed'>[] = [];
	for (let round = 0; questions.length < count; round++) {
		const words = (stream: number): Words => wordsOf(seed, round * STREAMS + stream);
		const last = questions.at(-1)?.card;
		const wanted = count - questions.length;
		const [first, ...others] = roundOf(wanted, wanted < sizeOf(cards) ? without(cards, last) : cards, words);
		if (first === undefined) break;
		questions.push(...(first.card === last ? [...others, first] : [first, ...others]));
	}
	const seeds = wordsOf(seed, SEEDS);
	return questions.map((question, index) => ({ ...question, seed: seeds(index) }));
}

/** As many as are wanted, or every card once. */
function roundOf(wanted: number, cards: Pool, words: (stream: number) => Words): readonly Omit<Question, 'seed'>[] {
	const counts = mixOf(
		wanted,
		byKind((kind) => cards[kind].length),
	);
	const drawn = RUN_KINDS.flatMap((kind, stream) =>
		shuffled(cards[kind], words(stream))
			.slice(0, counts[kind])
			.map((card) => ({ card, kind })),
	);
	return shuffled(drawn, words(RUN_KINDS.length));
}

const byKind = <T>(of: (kind: RunKind) => T): Readonly<Record<RunKind, T>> => ({
	interview: of('interview'),
	numbers: of('numbers'),
	diagnose: of('diagnose'),
});

const sizeOf = (cards: Pool): number => RUN_KINDS.reduce((sum, kind) => sum + cards[kind].length, 0);

const without = (cards: Pool, card: string | undefined): Pool =>
	byKind((kind) => cards[kind].filter((one) => one !== card));

/** Streams of chance that a round takes: one per kind, and one for the order. */
const STREAMS = RUN_KINDS.length + 1;
/** The stream of the questions' seeds, beyond those of any round. */
const SEEDS = 2 ** 31;

/** Half of a run is talk; what was measured and what went wrong share the other half. */
const WEIGHTS: KindCounts = { interview: 2, numbers: 1, diagnose: 1 };

/**
 * Shares places out among the kinds, one at a time, each to the kind that is furthest behind its weight (highest
 * averages with the divisors 1, 3, 5, …: Sainte-Laguë). From three places on each kind has one; a kind that has no
 * cards left passes its places to the others.
 *
 * @param places how many questions; more than there is room for fill the room
 * @param room how many cards there are of each kind
 */
function mixOf(places: number, room: KindCounts): KindCounts {
	const counts: Record<RunKind, number> = { interview: 0, numbers: 0, diagnose: 0 };
	const claim = (kind: RunKind): number => WEIGHTS[kind] / (2 * counts[kind] + 1);
	for (let place = 0; place < places; place++) {
		const open = RUN_KINDS.filter((kind) => counts[kind] < room[kind]);
		const [first, ...others] = open;
		if (first === undefined) break;
		counts[others.reduce((best, kind) => (claim(kind) > claim(best) ? kind : best), first)]++;
	}
	return counts;
}

/** Chance out of a seed: the words of one stream, by number. */
type Words = (index: number) => number;

/**
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param stream whole number from 0: streams of one seed have nothing to do with each other
 * @returns a function from 0, 1, 2, … to whole numbers below 2³²
 */
function wordsOf(seed: number, stream: number): Words {
	const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
	return (index) => threefry(key, [index, stream])[0];
}

/** A copy in random order, by Fisher and Yates. */
function shuffled<T>(items: readonly T[], words: Words): readonly T[] {
	const copy = [...items];
	for (let last = copy.length - 1; last > 0; last--) {
		const other = Math.floor((words(last) / TWO_32) * (last + 1));
		[copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
	}
	return copy;
}

const TWO_32 = 2 ** 32;
