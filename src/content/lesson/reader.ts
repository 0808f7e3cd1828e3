import type { z } from 'zod';
import { scenarioAt } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import type { Scenario } from '../../engine/scenario.js';
import type { ParseMarkdown } from '../../text/prose.js';
import type { Finding } from '../problems/finding.js';
import type { SourceText } from '../problems/source-text.js';
import type { ScenarioDocument } from '../scenario/document.js';
import { checkFacts } from '../scenario/rules/known-facts.js';
import type { RuleViolation } from '../scenario/rules/rule.js';
import { locate } from '../yaml/locate.js';
import type { Span, Tree } from '../yaml/tree.js';
import { cleanChallenge, cleanEvidence, cleanPredict, cleanWorkbench } from './blocks.js';
import { checkAnswersHidden, checkSolutions, checkStates, type PlacedBlock } from './consistency.js';
import type { LessonBlock, LessonDocument, Predict } from './document.js';
import { readPiece, toFindings } from './piece.js';
import type { LessonPlaces, ScenarioById } from './places.js';
import { checkProse, emphasisFindings, type LessonLink } from './prose.js';
import { proveSolvable } from './prove.js';
import { BLOCKS, type BlockKind, challenge, evidence, frontMatter, predict, reveal, score, workbench } from './raw.js';
import { CODE_INFO_WORDS, type Piece, splitLesson } from './split.js';

/** The scenario that a lesson is played on. */
interface Stage {
	readonly document: ScenarioDocument;
	readonly start: Scenario;
	/** Id of that state; null: the scenario's own. */
	readonly startId: string | null;
	/** Whether `start` is the state that the lesson names; if not, challenges are not proved. */
	readonly hasNamedStart: boolean;
	/** Id of the lesson. */
	readonly lesson: string;
}

/** Returns the number that the name of a lesson's file begins with, such as 3 of `03-root-cause.md`; null: none. */
function fileNumber(file: string): number | null {
	const digits = /(?:^|[/\\])(\d{1,4})-[^/\\]*$/.exec(file)?.[1];
	return digits === undefined ? null : Number(digits);
}

const NO_QUESTION = 'Put a block predict before it, or name one with after.';

/** Reads one lesson, and collects everything that is wrong in it. */
export class LessonReader {
	readonly findings: Finding[] = [];
	readonly #links: LessonLink[] = [];
	readonly #scored: LessonLink[] = [];
	readonly #questionIds: string[] = [];
	readonly #questions = new Map<string, Predict>();
	readonly #ids = new Set<string>();
	#hasScore = false;
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
		const stage: Stage = {
			document,
			start: startScenario ?? document.scenario,
			startId: start,
			hasNamedStart: startScenario !== null,
			lesson: value.id,
		};
		const placed = pieces.flatMap((piece): readonly PlacedBlock[] => {
			const block = this.readBlock(piece, stage);
			return block ? [{ block, piece }] : [];
		});
		// A contradiction is worth reporting once every block is valid.
		if (this.findings.length === 0) this.checkConsistency(placed, stage);
		const blocks = placed.map(({ block }) => block);
		const { id, title, part, minutes, scenario, own, teaches, revisits } = value;
		return {
			document: {
				id,
				number: fileNumber(this.source.file),
				title,
				part,
				minutes,
				scenario,
				start,
				own,
				teaches,
				revisits,
				blocks,
			},
			places: {
				source: this.source,
				id: locate(tree, ['id']),
				teaches: teaches.map((_, i) => locate(tree, ['teaches', i])),
				links: this.#links,
				scored: this.#scored,
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
			this.reportUnknownBlock(piece);
			return null;
		}
		if (!piece.isClosed) {
			this.#questionLost ||= kind === 'predict';
			const what = piece.info === '' ? 'this block' : `this block ${piece.info}`;
			this.report(piece.openingWord, `${what} has no end`, 'Close it with a line of three backticks.');
			return null;
		}
		switch (kind) {
			case 'evidence':
				return this.readFence(piece, evidence, (raw) => {
					const waitsFor = raw.after ?? null;
					const defaults = { start: stage.startId, question: this.#questions.get(waitsFor ?? '') };
					const { block, breaches } = cleanEvidence(raw, stage.document, defaults);
					return { block, breaches: [...breaches, ...this.checkQuestion(waitsFor, ['after'])] };
				});
			case 'workbench':
				return this.readFence(piece, workbench, (raw) => {
					const { block, breaches } = cleanWorkbench(raw, stage.document);
					return { block, breaches: [...breaches, ...this.checkQuestion(raw.after ?? null, ['after'])] };
				});
			case 'predict':
				return this.readQuestion(piece, stage);
			case 'challenge':
				return this.readFence(piece, challenge, (raw) => {
					this.registerId(raw.id, piece);
					this.checkPlainTexts([raw.goal, ...raw.hints, raw.after], stage, piece);
					const { block, breaches } = cleanChallenge(raw, stage.start);
					// A challenge can be proved only if its conditions and solution are valid.
					if (breaches.length > 0 || !stage.hasNamedStart) return { block, breaches };
					return { block, breaches: proveSolvable(block, stage.document.scenario, stage.start) };
				});
			case 'reveal':
				return this.readFence(piece, reveal, ({ after, text }) => {
					this.checkTexts([text], stage, piece);
					const question = after ?? this.#questionIds.at(-1) ?? '';
					const block = { kind: 'reveal' as const, after: question, markdown: text, blocks: this.parse(text) };
					return { block, breaches: this.checkQuestion(question, [after ? 'after' : 'text']) };
				});
			case 'score':
				if (this.#hasScore) {
					this.report(
						piece.openingWord,
						'this lesson has a score already',
						'Name all lessons in one block, and delete this.',
					);
					return null;
				}
				this.#hasScore = true;
				// It has one field, with a default: an empty block is complete.
				if (this.isBlank(piece)) return { kind: 'score', of: [stage.lesson] };
				return this.readFence(piece, score, ({ of = [stage.lesson] }, tree) => {
					for (const [i, id] of of.entries()) this.#scored.push({ id, ...locate(tree, ['of', i]) });
					return { block: { kind: 'score' as const, of }, breaches: [] };
				});
		}
	}

	private reportUnknownBlock({ openingWord, info }: Piece): void {
		if (info === 'live') {
			const help = 'Write evidence for something to read, or workbench for something to change.';
			this.report(openingWord, 'there is no block live any more', help);
			return;
		}
		const known = [...Object.keys(BLOCKS), ...CODE_INFO_WORDS.slice(1)];
		this.report(openingWord, `there is no block ${info}`, `There are ${known.join(', ')}.`);
	}

	private readQuestion(piece: Piece, stage: Stage): LessonBlock | null {
		const block = this.readFence(piece, predict, (raw) => {
			this.registerId(raw.id, piece);
			this.checkPlainTexts([raw.ask, ...(raw.choices ?? [])], stage, piece);
			const { block, breaches } = cleanPredict(raw, stage.start, stage.document.scenario);
			return { block, breaches: [...breaches, ...this.checkQuestion(block.after, ['after'])] };
		});
		if (block === null) this.#questionLost = true;
		else {
			this.#questionIds.push(block.id);
			this.#questions.set(block.id, block);
		}
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
		clean: (raw: T, tree: Tree) => { readonly block: B; readonly breaches: readonly RuleViolation[] },
	): B | null {
		const name = `the block ${piece.info}`;
		if (this.isBlank(piece)) {
			this.report(piece.openingWord, `${name} is empty`, 'Write its fields, a line each.');
			return null;
		}
		const read = readPiece(this.source, piece, schema, name);
		if (!read.ok) {
			this.findings.push(...read.findings);
			return null;
		}
		const { block, breaches } = clean(read.value, read.tree);
		this.findings.push(...toFindings(read.tree, breaches));
		return block;
	}

	private isBlank({ start, end }: Piece): boolean {
		return this.source.text.slice(start, end).trim() === '';
	}

	private readonly hasScenario = (id: string): boolean => this.scenarios(id) !== null;

	/** Checks texts that are shown without formatting. */
	private checkPlainTexts(texts: readonly string[], stage: Stage, piece: Piece): void {
		this.checkTexts(texts, stage, piece);
		for (const text of texts)
			for (const { message, help, ...at } of emphasisFindings(text))
				this.report(this.findInBlock(piece, text, at), message, help);
	}

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

	/** Checks that the lesson contradicts itself nowhere and gives no answer away. */
	private checkConsistency(blocks: readonly PlacedBlock[], { document: { scenario: loaded }, start }: Stage): void {
		const asked = ({ state, change }: Predict): Scenario | null => {
			const base = state === null ? start : scenarioAt(loaded, state === 'own' ? null : state);
			return base && applyChanges(base, change).scenario;
		};
		for (const { piece, text, message, help, ...at } of [
			...checkStates(blocks, { loaded, start }),
			...checkAnswersHidden(blocks, loaded, asked),
			...checkSolutions(blocks),
		])
			this.report(this.findInBlock(piece, text, at), message, help);
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
