import { basename } from 'node:path';
import type { Problem } from '../content/index.js';
import { describeProblem, readDuplicateId, readScenarioFile, yamlFiles } from '../storage/index.js';
import type { ExitCode } from './stop.js';

export interface Checked {
	readonly text: string;
	readonly exitCode: ExitCode;
}

/**
 * Validates files that somebody wrote: every problem of every file, then a line that counts.
 *
 * @returns exit code 1 where content has problems; 2 where all that is wrong is that something cannot be read
 */
export async function checkCommand(paths: readonly string[]): Promise<Checked> {
	const said: string[] = [];
	const bad = new Set<string>();
	let files = 0;
	let inContent = false;
	for (const path of paths) {
		const found = await yamlFiles(path);
		if (found.length === 0) said.push(`${path}: no YAML file is in this folder`);
		files += found.length;
		const sound: Sound[] = [];
		for (const file of found) {
			const read = await readScenarioFile(file);
			if (read.ok) {
				sound.push({ file, id: read.document.scenario.id });
				continue;
			}
			bad.add(file);
			if ('unreadable' in read) {
				said.push(`${file}: ${read.unreadable}`);
				continue;
			}
			inContent = true;
			said.push(...(await Promise.all(read.problems.map(describeProblem))));
		}
		for (const problem of await repeatedIds(sound)) {
			bad.add(problem.file);
			inContent = true;
			said.push(await describeProblem(problem));
		}
	}
	const counted = `${plural(files, 'file')} checked, ${said.length === 0 ? 'no problem' : plural(said.length, 'problem')}`;
	return {
		text: [...said, bad.size === 0 ? counted : `${counted} in ${bad.size}`].join('\n\n'),
		exitCode: inContent ? 1 : said.length > 0 ? 2 : 0,
	};
}

interface Sound {
	readonly file: string;
	readonly id: string;
}

/** Scenarios that are found together must not have one id. The file that is named after the id keeps it. */
async function repeatedIds(sound: readonly Sound[]): Promise<readonly Problem[]> {
	const named = ({ file, id }: Sound): boolean => basename(file).replace(/\.ya?ml$/, '') === id;
	const first = new Map<string, string>();
	const problems: Problem[] = [];
	for (const one of [...sound].sort((a, b) => Number(named(b)) - Number(named(a)))) {
		const other = first.get(one.id);
		if (other === undefined) first.set(one.id, one.file);
		else problems.push(await readDuplicateId(one.file, one.id, other));
	}
	return problems;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
