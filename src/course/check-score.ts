import type { LessonDocument } from '../content/index.js';
import { scoreOf } from './lesson-parts.js';
import type { Answer, LessonReading } from './lesson-state.js';
import { relativeError } from './score.js';

/** Whether the reader showed that a fact is understood; `open`: not everything that checks it is answered. */
export type FactResult = 'held' | 'missed' | 'open';

/** Results of the questions, or of the challenges, of some lessons. */
interface Count {
	readonly total: number;
	/** Answered rightly, or solved without showing the solution. */
	readonly right: number;
	readonly open: number;
}

/** The result of a check. */
export interface CheckScore {
	readonly questions: Count;
	readonly challenges: Count;
	/** By id of the fact, in the order in which they are checked. */
	readonly facts: ReadonlyMap<string, FactResult>;
	/** What was missed, by id of the fact. */
	readonly missed: ReadonlyMap<string, readonly CheckItem[]>;
}

/** A question or a challenge of a check. */
export interface CheckItem {
	/** Id of its lesson. */
	readonly lesson: string;
	readonly kind: 'question' | 'challenge';
	/** Among those of its kind in the lesson, from 1. */
	readonly number: number;
}

/** The parts of a reading that are scored. */
export type ScoredReading = Pick<LessonReading, 'answers' | 'solved'>;

/** Scores the questions and challenges of some lessons. */
export function scoreCheck(
	lessons: readonly Pick<LessonDocument, 'id' | 'blocks'>[],
	readings: Readonly<Record<string, ScoredReading>>,
): CheckScore {
	const questions: Judged[] = [];
	const challenges: Judged[] = [];
	for (const { id, blocks } of lessons) {
		const reading = readings[id];
		for (const [i, block] of blocks.filter((one) => one.kind === 'predict').entries()) {
			const item: CheckItem = { lesson: id, kind: 'question', number: i + 1 };
			questions.push({ item, checks: block.checks, result: answerResult(reading?.answers[block.id]) });
		}
		for (const [i, block] of blocks.filter((one) => one.kind === 'challenge').entries()) {
			const item: CheckItem = { lesson: id, kind: 'challenge', number: i + 1 };
			challenges.push({ item, checks: block.checks, result: challengeResult(reading?.solved[block.id]) });
		}
	}
	const facts = new Map<string, FactResult>();
	const missed = new Map<string, readonly CheckItem[]>();
	for (const { item, checks, result } of [...questions, ...challenges])
		for (const fact of checks) {
			facts.set(fact, worse(facts.get(fact) ?? 'held', result));
			if (result === 'missed') missed.set(fact, [...(missed.get(fact) ?? []), item]);
		}
	return { questions: count(questions), challenges: count(challenges), facts, missed };
}

/** The result of the check of a book. */
export interface BookCheck extends CheckScore {
	/** Id of the lesson that shows it. */
	readonly lesson: string;
}

/** Scores every check of a book. */
export const scoreChecks = (
	lessons: readonly LessonDocument[],
	readings: Readonly<Record<string, ScoredReading>>,
): readonly BookCheck[] =>
	lessons.flatMap((lesson) => {
		const of = scoreOf(lesson)?.of;
		if (!of) return [];
		const scored = lessons.filter(({ id }) => of.includes(id));
		return [{ lesson: lesson.id, ...scoreCheck(scored, readings) }];
	});

interface Judged {
	readonly item: CheckItem;
	readonly checks: readonly string[];
	readonly result: FactResult;
}

/** A fact that was missed once is missed, whatever else is open. */
const worse = (a: FactResult, b: FactResult): FactResult =>
	(['missed', 'open', 'held'] as const).find((one) => one === a || one === b) ?? 'held';

/** Error of a guess, as a share of the larger of guess and truth, up to which it is right. */
const TOLERANCE = 0.1;

function answerResult(answer: Answer | undefined): FactResult {
	switch (answer?.kind) {
		case undefined:
			return 'open';
		case 'choice':
			return answer.right ? 'held' : 'missed';
		case 'passed':
			return 'missed';
		case 'guess': {
			const error = relativeError(answer.guess, answer.truth);
			// A guess that is off by just a tenth must not miss by a rounding error.
			return error !== null && error <= TOLERANCE + 1e-9 ? 'held' : 'missed';
		}
	}
}

const challengeResult = (result: LessonReading['solved'][string] | undefined): FactResult =>
	result === undefined ? 'open' : result === 'solved' ? 'held' : 'missed';

const count = (judged: readonly Judged[]): Count => ({
	total: judged.length,
	right: judged.filter(({ result }) => result === 'held').length,
	open: judged.filter(({ result }) => result === 'open').length,
});
