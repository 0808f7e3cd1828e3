import type { z } from 'zod';
import { scenarioAt } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { decode } from '../problems/decode.js';
import { type Finding, fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { type SourceText, sourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import type { ScenarioDocument } from '../scenario/document.js';
import { factBreaches } from '../scenario/rules/known-facts.js';
import type { Breach } from '../scenario/rules/rule.js';
import { locate } from '../yaml/locate.js';
import type { Span } from '../yaml/tree.js';
import { cleanChallenge, cleanLive, cleanPredict } from './blocks.js';
import type { Challenge, LessonBlock, LessonDocument, Predict } from './document.js';
import { found, readPiece } from './piece.js';
import { checkProse, type LessonLink } from './prose.js';
import { askedAbout, isMet, unsolvable } from './prove.js';
import { BLOCKS, type BlockKind, challenge, frontMatter, live, predict, reveal } from './raw.js';
import { CODE, type Piece, splitLesson } from './split.js';

/** A lesson, whole and playable, or everything that keeps it from being one. */
export type LoadedLesson =
	| { readonly ok: true; readonly document: LessonDocument; readonly places: LessonPlaces }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Where things of a lesson stand that only make sense beside other lessons. */
export interface LessonPlaces {
	readonly source: SourceText;
	readonly id: Span;
	readonly teaches: readonly Span[];
	readonly links: readonly LessonLink[];
}

/** The scenarios that lessons can be played on. */
export type ScenarioById = (id: string) => ScenarioDocument | null;

/**
 * Reads a lesson file that anybody may have written. Never throws; no text in the problems carries a control
 * character.
 *
 * @param input the file's bytes, or its text
 * @param fileName as the problems should call it
 */
export function loadLesson(input: Uint8Array | string, fileName: string, scenarios: ScenarioById): LoadedLesson {
	const decoded = decode(input);
	if (!decoded.ok) return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)] };
	const source = sourceText(fileName, decoded.text);
	const reader = new Reader(source, scenarios);
	const lesson = reader.read();
	const findings = [...unsafeFindings(source), ...reader.findings];
	if (findings.length > 0 || lesson === null) return { ok: false, problems: toProblems(source, findings) };
	return { ok: true, ...lesson };
}

const NO_QUESTION = 'Put a block predict before it, or name one with after.';

interface Read {
	readonly document: LessonDocument;
	readonly places: LessonPlaces;
}

class Reader {
	readonly findings: Finding[] = [];
	readonly #links: LessonLink[] = [];
	readonly #asked: string[] = [];
	readonly #questions: { readonly block: Predict; readonly piece: Piece }[] = [];
	readonly #challenges: Challenge[] = [];
	readonly #ids = new Set<string>();

	constructor(
		private readonly source: SourceText,
		private readonly scenarios: ScenarioById,
	) {}

	read(): Read | null {
		const [head, ...pieces] = splitLesson(this.source.text);
		if (head?.kind !== 'head' || !head.closed) {
			this.find(
				{ start: 0, end: 1 },
				'the lesson has no head',
				'Start the file with a line ---, fields such as id and title, and a line ---.',
			);
			return null;
		}
		const read = readPiece(this.source, head, frontMatter, "a lesson's head");
		if (!read.ok) {
			this.findings.push(...read.findings);
			return null;
		}
		const { value, tree } = read;
		this.findings.push(
			...found(tree, [...factBreaches(value.teaches, 'teaches'), ...factBreaches(value.revisits, 'revisits')]),
		);
		const scenario = this.scenarios(value.scenario);
		if (scenario === null) {
			this.find(
				locate(tree, ['scenario']),
				`there is no scenario ${value.scenario}`,
				'`dispatch-board scenarios` lists them.',
			);
			return null;
		}
		const begin = scenarioAt(scenario.scenario, value.start ?? null);
		if (begin === null)
			this.find(
				locate(tree, ['start']),
				`${value.scenario} has no state ${value.start}`,
				`There are ${scenario.scenario.states.map(({ id }) => id).join(', ') || 'none'}.`,
			);
		const blocks = pieces.flatMap((piece) => this.block(piece, scenario, begin ?? scenario.scenario) ?? []);
		this.answersSolve(scenario.scenario, value.start ?? null);
		const { id, title, part, minutes, teaches, revisits } = value;
		return {
			document: {
				id,
				title,
				part,
				minutes,
				scenario: value.scenario,
				start: value.start ?? null,
				teaches,
				revisits,
				blocks,
			},
			places: {
				source: this.source,
				id: locate(tree, ['id']),
				teaches: teaches.map((_, i) => locate(tree, ['teaches', i])),
				links: this.#links,
			},
		};
	}

	private block(piece: Piece, scenario: ScenarioDocument, start: Scenario): LessonBlock | null {
		if (piece.kind === 'prose') {
			const raw = this.source.text.slice(piece.start, piece.end);
			this.prose(raw, piece.start, scenario);
			return { kind: 'prose', markdown: raw.trim() };
		}
		const kind = piece.info as BlockKind;
		if (!Object.hasOwn(BLOCKS, kind)) {
			this.find(
				piece.opens,
				`there is no block ${piece.info}`,
				`There are ${[...Object.keys(BLOCKS), ...CODE.slice(1)].join(', ')}.`,
			);
			return null;
		}
		if (!piece.closed) {
			this.find(piece.opens, `this block ${kind} has no end`, 'Close it with a line of three backticks.');
			return null;
		}
		switch (kind) {
			case 'live':
				return this.fenced(piece, live, (raw) => {
					const cleaned = cleanLive(raw, scenario);
					const waits = raw.after ?? null;
					if (waits === null || this.#asked.includes(waits)) return cleaned;
					const breach = { path: ['after'], message: `no question ${waits} stands before this`, help: NO_QUESTION };
					return { ...cleaned, breaches: [...cleaned.breaches, breach] };
				});
			case 'predict':
				return this.fenced(piece, predict, (raw) => {
					this.name(raw.id, piece);
					this.#asked.push(raw.id);
					this.texts([raw.ask, ...(raw.choices ?? [])], scenario, piece);
					const cleaned = cleanPredict(raw, start, scenario.scenario);
					this.#questions.push({ block: cleaned.block, piece });
					return cleaned;
				});
			case 'challenge':
				return this.fenced(piece, challenge, (raw) => {
					this.name(raw.id, piece);
					this.texts([raw.goal, ...raw.hints, raw.after], scenario, piece);
					const cleaned = cleanChallenge(raw, start);
					this.#challenges.push(cleaned.block);
					// Only what can be computed can be held to what it asks.
					const breaches =
						cleaned.breaches.length > 0 ? cleaned.breaches : unsolvable(cleaned.block, scenario.scenario, start);
					return { ...cleaned, breaches };
				});
			case 'reveal':
				return this.fenced(piece, reveal, ({ after, text }) => {
					const question = after ?? this.#asked.at(-1) ?? '';
					this.texts([text], scenario, piece);
					const breaches = this.#asked.includes(question)
						? []
						: [
								{
									path: ['text'],
									message: 'no question stands before this text',
									help: NO_QUESTION,
								},
							];
					return { block: { kind: 'reveal' as const, after: question, markdown: text }, breaches };
				});
		}
	}

	private fenced<T, B>(
		piece: Piece,
		schema: z.ZodType<T>,
		clean: (raw: T) => { readonly block: B; readonly breaches: readonly Breach[] },
	): B | null {
		const read = readPiece(
			this.source,
			piece.end > piece.start ? piece : piece.opens,
			schema,
			`the block ${piece.info}`,
		);
		if (!read.ok) {
			this.findings.push(...read.findings);
			return null;
		}
		const { block, breaches } = clean(read.value);
		this.findings.push(...found(read.tree, breaches));
		return block;
	}

	private prose(text: string, offset: number, scenario: ScenarioDocument): void {
		const { findings, links } = checkProse(text, offset, scenario, (id) => this.scenarios(id) !== null);
		this.findings.push(...findings);
		this.#links.push(...links);
	}

	/** Texts inside a block: YAML may have folded them, so their places are as near as one can say. */
	private texts(texts: readonly string[], scenario: ScenarioDocument, piece: Piece): void {
		for (const text of texts) {
			const { findings, links } = checkProse(text, 0, scenario, (id) => this.scenarios(id) !== null);
			const placed = <S extends Span>(one: S): S => ({ ...one, ...this.within(piece, text.slice(one.start, one.end)) });
			this.findings.push(...findings.map(placed));
			this.#links.push(...links.map(placed));
		}
	}

	/** Where a text stands in a block; the whole block where it is folded over lines. */
	private within(piece: Piece, text: string): Span {
		const at = this.source.text.indexOf(text, piece.start);
		return at < 0 || at > piece.end ? piece.opens : { start: at, end: at + text.length };
	}

	/** The state that an answer enters must not solve a challenge by itself. */
	private answersSolve(loaded: Scenario, start: string | null): void {
		for (const { block, piece } of this.#questions) {
			const entered = askedAbout(block, loaded, start);
			for (const challenge of this.#challenges)
				if (entered && isMet(challenge, loaded, entered))
					this.find(
						piece.opens,
						`answering ${block.id} solves the challenge ${challenge.id} already`,
						'Ask for more there, or ask about another state here.',
					);
		}
	}

	/** Questions and challenges are kept by their ids. */
	private name(id: string, piece: Piece): void {
		if (this.#ids.has(id))
			this.find(
				piece.opens,
				`the id ${id} is used twice in this lesson`,
				'Give each question and challenge its own id.',
			);
		this.#ids.add(id);
	}

	private find(span: Span, message: string, help: string): void {
		this.findings.push({ start: span.start, end: span.end, message, help });
	}
}
