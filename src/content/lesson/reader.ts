import type { z } from 'zod';
import { scenarioAt } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { ParseMarkdown } from '../../text/prose.js';
import type { Finding } from '../problems/finding.js';
import type { SourceText } from '../problems/source-text.js';
import type { ScenarioDocument } from '../scenario/document.js';
import { checkFacts } from '../scenario/rules/known-facts.js';
import type { RuleViolation } from '../scenario/rules/rule.js';
import { locate } from '../yaml/locate.js';
import type { Span } from '../yaml/tree.js';
import { cleanChallenge, cleanLive, cleanPredict } from './blocks.js';
import type { Challenge, LessonBlock, LessonDocument, Predict } from './document.js';
import { readPiece, toFindings } from './piece.js';
import type { LessonPlaces, ScenarioById } from './places.js';
import { checkProse, type LessonLink } from './prose.js';
import { isSolved, proveSolvable, stateAfterAnswer } from './prove.js';
import { BLOCKS, type BlockKind, challenge, frontMatter, live, predict, reveal } from './raw.js';
import { CODE_INFO_WORDS, type Piece, splitLesson } from './split.js';

/** The scenario that a lesson is played on. */
interface Stage {
	readonly document: ScenarioDocument;
	readonly start: Scenario;
	/** Whether `start` is the state that the lesson names; if not, challenges are not proved. */
	readonly hasNamedStart: boolean;
}

const NO_QUESTION = 'Put a block predict before it, or name one with after.';

/** Reads one lesson, and collects everything that is wrong in it. */
export class LessonReader {
	readonly findings: Finding[] = [];
	readonly #links: LessonLink[] = [];
	readonly #questionIds: string[] = [];
	readonly #questions: { readonly block: Predict; readonly piece: Piece }[] = [];
	readonly #challenges: Challenge[] = [];
	readonly #ids = new Set<string>();
	/** Whether a question could not be read: a block may refer to it, so missing questions are no longer reported. */
	#questionLost = false;

	constructor(
		private readonly source: SourceText,
		private readonly scenarios: ScenarioById,
		private readonly parse: ParseMarkdown,
	) {}

	read(): { readonly document: LessonDocument; readonly places: LessonPlaces } | null {
		const [head, ...pieces] = splitLesson(this.source.text);
		if (head?.kind !== 'head' || !head.isClosed) {
			const what = head?.kind === 'head' ? 'the head of the lesson has no end' : 'the lesson has no head';
			this.report(
				{ start: 0, end: 1 },
				what,
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
		const facts = [...checkFacts(value.teaches, 'teaches'), ...checkFacts(value.revisits, 'revisits')];
		this.findings.push(...toFindings(tree, facts));
		const document = this.scenarios(value.scenario);
		if (document === null) {
			const help = '`dispatch-board scenarios` lists them.';
			this.report(locate(tree, ['scenario']), `there is no scenario ${value.scenario}`, help);
			return null;
		}
		const start = value.start ?? null;
		const startScenario = scenarioAt(document.scenario, start);
		if (startScenario === null) {
			const help = `There are ${document.scenario.states.map(({ id }) => id).join(', ') || 'none'}.`;
			this.report(locate(tree, ['start']), `${value.scenario} has no state ${start}`, help);
		}
		const stage: Stage = { document, start: startScenario ?? document.scenario, hasNamedStart: startScenario !== null };
		const blocks = pieces.flatMap((piece) => this.readBlock(piece, stage) ?? []);
		if (stage.hasNamedStart) this.checkAnswers(document.scenario, start);
		const { id, title, part, minutes, scenario, teaches, revisits } = value;
		return {
			document: { id, title, part, minutes, scenario, start, teaches, revisits, blocks },
			places: {
				source: this.source,
				id: locate(tree, ['id']),
				teaches: teaches.map((_, i) => locate(tree, ['teaches', i])),
				links: this.#links,
			},
		};
	}

	private readBlock(piece: Piece, stage: Stage): LessonBlock | null {
		if (piece.kind === 'prose') {
			const raw = this.source.text.slice(piece.start, piece.end);
			const { findings, links } = checkProse(raw, piece.start, stage.document, this.hasScenario);
			this.findings.push(...findings);
			this.#links.push(...links);
			const markdown = raw.trim();
			return { kind: 'prose', markdown, blocks: this.parse(markdown) };
		}
		const kind = piece.info as BlockKind;
		const isCode = (CODE_INFO_WORDS as readonly string[]).includes(piece.info);
		if (!isCode && !Object.hasOwn(BLOCKS, kind)) {
			const known = [...Object.keys(BLOCKS), ...CODE_INFO_WORDS.slice(1)];
			this.report(piece.openingWord, `there is no block ${piece.info}`, `There are ${known.join(', ')}.`);
			return null;
		}
		if (!piece.isClosed) {
			this.#questionLost ||= kind === 'predict';
			const what = piece.info === '' ? 'this block' : `this block ${piece.info}`;
			this.report(piece.openingWord, `${what} has no end`, 'Close it with a line of three backticks.');
			return null;
		}
		switch (kind) {
			case 'live':
				return this.readFence(piece, live, (raw) => {
					const { block, breaches } = cleanLive(raw, stage.document);
					return {
						block,
						breaches: [...breaches, ...this.checkQuestion(raw.after ?? null, ['after'])],
					};
				});
			case 'predict':
				return this.readQuestion(piece, stage);
			case 'challenge':
				return this.readFence(piece, challenge, (raw) => {
					this.registerId(raw.id, piece);
					this.checkTexts([raw.goal, ...raw.hints, raw.after], stage, piece);
					const { block, breaches } = cleanChallenge(raw, stage.start);
					// A challenge can be proved only if its conditions and solution are valid.
					if (breaches.length > 0 || !stage.hasNamedStart) return { block, breaches };
					this.#challenges.push(block);
					return { block, breaches: proveSolvable(block, stage.document.scenario, stage.start) };
				});
			case 'reveal':
				return this.readFence(piece, reveal, ({ after, text }) => {
					this.checkTexts([text], stage, piece);
					const question = after ?? this.#questionIds.at(-1) ?? '';
					const block = { kind: 'reveal' as const, after: question, markdown: text, blocks: this.parse(text) };
					return { block, breaches: this.checkQuestion(question, [after ? 'after' : 'text']) };
				});
		}
	}

	private readQuestion(piece: Piece, stage: Stage): LessonBlock | null {
		const block = this.readFence(piece, predict, (raw) => {
			this.registerId(raw.id, piece);
			this.#questionIds.push(raw.id);
			this.checkTexts([raw.ask, ...(raw.choices ?? [])], stage, piece);
			return cleanPredict(raw, stage.start, stage.document.scenario);
		});
		if (block === null) this.#questionLost = true;
		else this.#questions.push({ block, piece });
		return block;
	}

	/** Checks that the question a block waits for comes before it. null: it waits for none. */
	private checkQuestion(question: string | null, path: RuleViolation['path']): readonly RuleViolation[] {
		if (question === null || this.#questionLost || this.#questionIds.includes(question)) return [];
		const named = question === '' ? 'no question' : `no question ${question}`;
		return [{ path, message: `${named} stands before this`, help: NO_QUESTION }];
	}

	private readFence<T, B>(
		piece: Piece,
		schema: z.ZodType<T>,
		clean: (raw: T) => { readonly block: B; readonly breaches: readonly RuleViolation[] },
	): B | null {
		const name = `the block ${piece.info}`;
		if (this.source.text.slice(piece.start, piece.end).trim() === '') {
			this.report(piece.openingWord, `${name} is empty`, 'Write its fields, a line each.');
			return null;
		}
		const read = readPiece(this.source, piece, schema, name);
		if (!read.ok) {
			this.findings.push(...read.findings);
			return null;
		}
		const { block, breaches } = clean(read.value);
		this.findings.push(...toFindings(read.tree, breaches));
		return block;
	}

	private readonly hasScenario = (id: string): boolean => this.scenarios(id) !== null;

	/** Checks texts inside a block. YAML may have folded them, so places are approximate. */
	private checkTexts(texts: readonly string[], { document }: Stage, piece: Piece): void {
		for (const text of texts) {
			const { findings, links } = checkProse(text, 0, document, this.hasScenario);
			const withPlace = <S extends Span>(one: S): S => ({ ...one, ...this.findInBlock(piece, text, one) });
			this.findings.push(...findings.map(withPlace));
			this.#links.push(...links.map(withPlace));
		}
	}

	/**
	 * Finds a part of a text in a block, by searching for it with some text before it; or else returns the block's
	 * opening word.
	 */
	private findInBlock(piece: Piece, text: string, { start, end }: Span): Span {
		for (const before of [12, 2, 0]) {
			const from = Math.max(0, start - before);
			const at = this.source.text.indexOf(text.slice(from, end), piece.start);
			if (at >= 0 && at < piece.end) return { start: at + start - from, end: at + end - from };
		}
		return piece.openingWord;
	}

	/** Checks that no answer enters a state that already solves a challenge. */
	private checkAnswers(loaded: Scenario, start: string | null): void {
		for (const { block, piece } of this.#questions) {
			const entered = stateAfterAnswer(block, loaded, start);
			const solved = entered && this.#challenges.find((one) => isSolved(one, loaded, entered));
			if (!solved) continue;
			const message = `answering ${block.id} solves the challenge ${solved.id} already`;
			this.report(piece.openingWord, message, 'Ask for more there, or ask about another state here.');
		}
	}

	/** Checks that the ids of questions and challenges are unique: progress is stored by id. */
	private registerId(id: string, piece: Piece): void {
		const help = 'Give each question and challenge its own id.';
		if (this.#ids.has(id)) this.report(piece.openingWord, `the id ${id} is used twice in this lesson`, help);
		this.#ids.add(id);
	}

	private report({ start, end }: Span, message: string, help: string): void {
		this.findings.push({ start, end, message, help });
	}
}
