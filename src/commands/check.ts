import { basename } from 'node:path';
import type { PlacedLesson, Problem, ScenarioDocument } from '../content/index.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import type { ExitCode } from '../stop.js';
import { readDeckFile } from '../storage/decks.js';
import {
	contentFiles,
	crossLessonProblems,
	isDeckFile,
	lessonHeads,
	readContentId,
	readIdProblem,
	readLessonFile,
	readScenarioFile,
	SHIPPED,
} from '../storage/index.js';
import type { Line } from '../text/line.js';
import { describeOtherContent } from './find-scenario.js';
import { idWarnings } from './id-warnings.js';

export interface CheckResult {
	/** The problems and the counts, without a final line end. */
	readonly lines: readonly Line[];
	readonly exitCode: ExitCode;
}

/**
 * Validates scenarios, lessons and decks: prints every problem of every file, then a line with the counts. Lessons are
 * checked against the scenarios among the same paths, or else the shipped ones. Likely mistakes that are allowed are
 * warnings.
 *
 * @returns exit code 1 if content has problems, 2 if files could not be read and nothing else is wrong
 */
export async function checkCommand(paths: readonly string[]): Promise<CheckResult> {
	const checker = new Checker();
	for (const path of paths) await checker.addPath(path);
	await checker.checkLessons();
	await checker.checkDecks();
	return checker.result();
}

interface Valid {
	readonly file: string;
	readonly id: string;
}

class Checker {
	readonly #messages: (readonly Line[])[] = [];
	readonly #filesWithProblems = new Set<string>();
	/** Messages about files that cannot be checked until another is fixed; not counted as problems. */
	readonly #postponed: (readonly Line[])[] = [];
	readonly #scenarios = new Map<string, ScenarioDocument>();
	/** Files of scenarios that cannot be computed, by id. */
	readonly #broken = new Map<string, string>();
	readonly #lessons: string[] = [];
	readonly #decks: string[] = [];
	#files = 0;
	#warnings = 0;
	#hasContentProblems = false;

	/** Checks the scenarios in a file or folder, and collects its lessons and decks. */
	async addPath(path: string): Promise<void> {
		const found = await contentFiles(path);
		if (found.length === 0)
			this.#messages.push(message(path, 'no scenario or deck (.yaml) and no lesson (.md) is in this folder'));
		this.#files += found.length;
		const valid: Valid[] = [];
		for (const file of found) {
			if (file.endsWith('.md')) {
				this.#lessons.push(file);
				continue;
			}
			if (await isDeckFile(file)) {
				this.#decks.push(file);
				continue;
			}
			const other = file.endsWith('.json') ? await describeOtherContent(file) : null;
			if (other !== null) {
				await this.refuse(file, { unreadable: `it is ${other}` });
				continue;
			}
			const read = await readScenarioFile(file);
			if (read.ok) {
				const { id } = read.document.scenario;
				this.#scenarios.set(id, read.document);
				valid.push({ file, id });
				await this.warn([...(await idWarnings(file, { scenario: read.document })), ...read.warnings()]);
				continue;
			}
			await this.refuse(file, read);
			// Lessons can use a scenario with a claim that does not hold.
			if ('document' in read && read.document) {
				this.#scenarios.set(read.document.scenario.id, read.document);
				await this.warn(await idWarnings(file, { scenario: read.document }));
			} else this.#broken.set((await readContentId(file)) ?? '', file);
		}
		await this.report(await repeatedIds(valid));
	}

	/** Checks the lessons, which need their scenarios. */
	async checkLessons(): Promise<void> {
		const scenarioById = (id: string): ScenarioDocument | null =>
			this.#scenarios.get(id) ?? SHIPPED.find(({ scenario }) => scenario.id === id) ?? null;
		const valid: PlacedLesson[] = [];
		for (const { file, scenario } of await lessonHeads(this.#lessons)) {
			const broken = scenario === null ? undefined : this.#broken.get(scenario);
			if (broken !== undefined && !this.#scenarios.has(scenario ?? '')) {
				this.#postponed.push(message(file, `not checked, because its scenario has problems: ${broken}`));
				continue;
			}
			const { parseProse } = await import('../app/markdown.js');
			const read = await readLessonFile(file, scenarioById, parseProse);
			if (!read.ok) {
				await this.refuse(file, read);
				continue;
			}
			valid.push(read);
			await this.warn(await idWarnings(file, { lesson: read }));
		}
		await this.report(await crossLessonProblems(valid));
	}

	/** Checks the decks, which refer to lessons. */
	async checkDecks(): Promise<void> {
		const lessons = (await lessonHeads(this.#lessons)).flatMap(({ id }) => id ?? []);
		const valid: Valid[] = [];
		for (const file of this.#decks) {
			const read = await readDeckFile(file, lessons);
			if (!read.ok) {
				await this.refuse(file, read);
				continue;
			}
			valid.push({ file, id: read.document.id });
			await this.warn(await idWarnings(file, { deck: read.document }));
		}
		await this.report(await repeatedIds(valid));
	}

	result(): CheckResult {
		const problems = this.#messages.length - this.#warnings;
		const problemCount = problems === 0 ? 'no problem' : plural(problems, 'problem');
		const inFiles = this.#filesWithProblems.size === 0 ? '' : ` in ${this.#filesWithProblems.size}`;
		const warningCount = this.#warnings === 0 ? '' : `, ${plural(this.#warnings, 'warning')}`;
		const tone = problems > 0 ? 'bad' : this.#warnings > 0 ? 'unsure' : 'good';
		const summary = `${plural(this.#files, 'file')} checked, ${problemCount}${inFiles}${warningCount}`;
		return {
			lines: [...[...this.#messages, ...this.#postponed].flatMap((lines) => [...lines, []]), [{ text: summary, tone }]],
			exitCode: this.#hasContentProblems ? 1 : problems > 0 ? 2 : 0,
		};
	}

	private async refuse(
		file: string,
		read: { readonly unreadable: string } | { readonly problems: readonly Problem[] },
	): Promise<void> {
		if ('problems' in read) return this.report(read.problems);
		this.#filesWithProblems.add(file);
		this.#messages.push(message(file, read.unreadable));
	}

	private async warn(warnings: readonly Problem[]): Promise<void> {
		const { problemLines } = await import('../content/index.js');
		for (const warning of warnings) this.#messages.push(problemLines(warning));
		this.#warnings += warnings.length;
	}

	private async report(problems: readonly Problem[]): Promise<void> {
		const { problemLines } = await import('../content/index.js');
		for (const problem of problems) {
			this.#filesWithProblems.add(problem.file);
			this.#hasContentProblems = true;
			this.#messages.push(problemLines(problem));
		}
	}
}

const message = (file: string, text: string): readonly Line[] => [[{ text: `${file}: `, bold: true }, { text }]];

/** Returns problems for scenarios or decks that share an id. The file named after the id is not reported. */
async function repeatedIds(valid: readonly Valid[]): Promise<readonly Problem[]> {
	const isNamedAfterId = ({ file, id }: Valid): boolean => basename(file).replace(/\.ya?ml$/, '') === id;
	const fileById = new Map<string, string>();
	const problems: Problem[] = [];
	for (const entry of [...valid].sort((a, b) => Number(isNamedAfterId(b)) - Number(isNamedAfterId(a)))) {
		const other = fileById.get(entry.id);
		if (other === undefined) fileById.set(entry.id, entry.file);
		else
			problems.push(
				await readIdProblem(
					entry.file,
					`the id ${entry.id} is that of ${drawUnsafeLine(other)} too; expected each once`,
					'Give one of them another id, and its file the same name.',
				),
			);
	}
	return problems;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
