import { basename } from 'node:path';
import type { PlacedLesson, Problem, ScenarioDocument } from '../content/index.js';
import { harmlessLine } from '../content/problems/harmless.js';
import type { ExitCode } from '../stop.js';
import { readDeckFile } from '../storage/decks.js';
import {
	contentFiles,
	describeProblem,
	isDeckFile,
	lessonHeads,
	problemsTogether,
	readIdProblem,
	readLessonFile,
	readScenarioFile,
	SHIPPED,
	writtenId,
} from '../storage/index.js';
import { otherContent } from './find-scenario.js';
import { takenIds } from './taken-ids.js';

export interface Checked {
	readonly text: string;
	readonly exitCode: ExitCode;
}

/**
 * Validates scenarios, lessons and decks that somebody wrote: every problem of every file, then a line that counts. Lessons
 * are played on the scenarios that were named with them, or else on shipped ones. What looks like a slip and is allowed is
 * said as a warning.
 *
 * @returns exit code 1 where content has problems; 2 where all that is wrong is that something cannot be read
 */
export async function checkCommand(paths: readonly string[]): Promise<Checked> {
	const checking = new Checking();
	for (const path of paths) await checking.path(path);
	await checking.lessonsAfterScenarios();
	await checking.decksAfterLessons();
	return checking.result();
}

interface Sound {
	readonly file: string;
	readonly id: string;
}

class Checking {
	readonly #said: string[] = [];
	readonly #bad = new Set<string>();
	/** What cannot be judged before something else is mended: no problem of its own. */
	readonly #putOff: string[] = [];
	readonly #scenarios = new Map<string, ScenarioDocument>();
	/** Files of scenarios that cannot be computed, by their ids. */
	readonly #broken = new Map<string, string>();
	readonly #lessons: string[] = [];
	readonly #decks: string[] = [];
	#files = 0;
	#warnings = 0;
	#inContent = false;

	/** A file, or everything in a folder. */
	async path(path: string): Promise<void> {
		const found = await contentFiles(path);
		if (found.length === 0)
			this.#said.push(`${path}: no scenario or deck (.yaml) and no lesson (.md) is in this folder`);
		this.#files += found.length;
		const sound: Sound[] = [];
		for (const file of found) {
			if (file.endsWith('.md')) {
				this.#lessons.push(file);
				continue;
			}
			if (await isDeckFile(file)) {
				this.#decks.push(file);
				continue;
			}
			const other = file.endsWith('.json') ? await otherContent(file) : null;
			if (other !== null) {
				await this.refuse(file, { unreadable: `it is ${other}` });
				continue;
			}
			const read = await readScenarioFile(file);
			if (read.ok) {
				const { id } = read.document.scenario;
				this.#scenarios.set(id, read.document);
				sound.push({ file, id });
				await this.warn([...(await takenIds(file, { scenario: read.document })), ...read.warnings()]);
				continue;
			}
			await this.refuse(file, read);
			// A claim that does not hold is no obstacle to lessons.
			if ('document' in read && read.document) {
				this.#scenarios.set(read.document.scenario.id, read.document);
				await this.warn(await takenIds(file, { scenario: read.document }));
			} else this.#broken.set((await writtenId(file)) ?? '', file);
		}
		await this.report(await repeatedIds(sound));
	}

	/** Lessons come last: they need their scenarios. */
	async lessonsAfterScenarios(): Promise<void> {
		const scenarioById = (id: string): ScenarioDocument | null =>
			this.#scenarios.get(id) ?? SHIPPED.find(({ scenario }) => scenario.id === id) ?? null;
		const sound: PlacedLesson[] = [];
		for (const { file, scenario } of await lessonHeads(this.#lessons)) {
			const broken = scenario === null ? undefined : this.#broken.get(scenario);
			if (broken !== undefined && !this.#scenarios.has(scenario ?? '')) {
				this.#putOff.push(`${file}: not checked, because its scenario has problems: ${broken}`);
				continue;
			}
			const { parseProse } = await import('../app/markdown.js');
			const read = await readLessonFile(file, scenarioById, parseProse);
			if (!read.ok) {
				await this.refuse(file, read);
				continue;
			}
			sound.push(read);
			await this.warn(await takenIds(file, { lesson: read }));
		}
		await this.report(await problemsTogether(sound));
	}

	/** Decks come after everything: they name lessons. */
	async decksAfterLessons(): Promise<void> {
		const lessons = (await lessonHeads(this.#lessons)).flatMap(({ id }) => id ?? []);
		const sound: Sound[] = [];
		for (const file of this.#decks) {
			const read = await readDeckFile(file, lessons);
			if (!read.ok) {
				await this.refuse(file, read);
				continue;
			}
			sound.push({ file, id: read.document.id });
			await this.warn(await takenIds(file, { deck: read.document }));
		}
		await this.report(await repeatedIds(sound));
	}

	result(): Checked {
		const problems = this.#said.length - this.#warnings;
		const found = problems === 0 ? 'no problem' : plural(problems, 'problem');
		const where = this.#bad.size === 0 ? '' : ` in ${this.#bad.size}`;
		const warned = this.#warnings === 0 ? '' : `, ${plural(this.#warnings, 'warning')}`;
		const counted = `${plural(this.#files, 'file')} checked, ${found}${where}${warned}`;
		return {
			text: [...this.#said, ...this.#putOff, counted].join('\n\n'),
			exitCode: this.#inContent ? 1 : problems > 0 ? 2 : 0,
		};
	}

	private async refuse(
		file: string,
		read: { readonly unreadable: string } | { readonly problems: readonly Problem[] },
	): Promise<void> {
		if ('problems' in read) return this.report(read.problems);
		this.#bad.add(file);
		this.#said.push(`${file}: ${read.unreadable}`);
	}

	private async warn(warnings: readonly Problem[]): Promise<void> {
		for (const warning of warnings) this.#said.push(await describeProblem(warning));
		this.#warnings += warnings.length;
	}

	private async report(problems: readonly Problem[]): Promise<void> {
		for (const problem of problems) {
			this.#bad.add(problem.file);
			this.#inContent = true;
			this.#said.push(await describeProblem(problem));
		}
	}
}

/** Scenarios, or decks, that are found together must not have one id. The file that is named after the id keeps it. */
async function repeatedIds(sound: readonly Sound[]): Promise<readonly Problem[]> {
	const named = ({ file, id }: Sound): boolean => basename(file).replace(/\.ya?ml$/, '') === id;
	const first = new Map<string, string>();
	const problems: Problem[] = [];
	for (const one of [...sound].sort((a, b) => Number(named(b)) - Number(named(a)))) {
		const other = first.get(one.id);
		if (other === undefined) first.set(one.id, one.file);
		else
			problems.push(
				await readIdProblem(
					one.file,
					`the id ${one.id} is that of ${harmlessLine(other)} too; expected each once`,
					'Give one of them another id, and its file the same name.',
				),
			);
	}
	return problems;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
