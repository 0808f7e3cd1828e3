import { describeProblem, readScenarioFile, yamlFiles } from '../storage/index.js';
import type { ExitCode } from './stop.js';

export interface Checked {
	readonly text: string;
	readonly exitCode: ExitCode;
}

/** Validates files that somebody wrote: every problem of every file, then a line that counts. */
export async function checkCommand(paths: readonly string[]): Promise<Checked> {
	const files = (await Promise.all(paths.map(yamlFiles))).flat();
	const found: string[] = [];
	let bad = 0;
	for (const file of files) {
		const read = await readScenarioFile(file);
		if (read.ok) continue;
		bad++;
		found.push(
			...('unreadable' in read
				? [`${file}: ${read.unreadable}`]
				: await Promise.all(read.problems.map(describeProblem))),
		);
	}
	const counted =
		files.length === 0
			? 'no YAML file found there'
			: `${plural(files.length, 'file')} checked, ${bad === 0 ? 'no problem' : `${plural(found.length, 'problem')} in ${bad}`}`;
	return { text: [...found, counted].join('\n\n'), exitCode: bad > 0 || files.length === 0 ? 1 : 0 };
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
