import { join } from 'node:path';
import type { LessonDocument } from '../content/index.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import type { HandoutFormat } from '../export/formats.js';
import { renderHandout } from '../export/handout.js';
import { renderLessonIndex } from '../export/lesson-index.js';
import { Stop } from '../stop.js';
import { makeFolder } from '../storage/data-folder.js';
import { describeFault } from '../storage/fault.js';
import { lessonHeads } from '../storage/index.js';
import { type Ask, askInTerminal } from './ask.js';
import { bookLessons, type FoundLesson } from './find-lesson.js';
import { confirmOverwrite, sizeText } from './output-file.js';

interface HandoutFile {
	readonly path: string;
	readonly text: string;
}

export interface HandoutFileOptions {
	readonly format: HandoutFormat;
	readonly answers: boolean;
	/** Whether to overwrite existing files without asking. */
	readonly force: boolean;
	readonly ask?: Ask | undefined;
}

/**
 * Writes a lesson to a file; returns a message.
 *
 * @throws Stop if it cannot be written, or may not replace what is there
 */
export async function writeHandout(found: FoundLesson, path: string, options: HandoutFileOptions): Promise<string> {
	const { format, answers } = options;
	const text = renderHandout({ ...found, answers }, format);
	await writeFiles([{ path, text }], options);
	return `Wrote ${drawUnsafeLine(path)} (${format}, ${sizeText(text)}).\n`;
}

/**
 * Writes all lessons and an index to a folder, which is made if it is missing; returns a message. The names of the two
 * editions differ, so that one folder can hold both.
 *
 * @throws Stop if a file cannot be written, or may not replace what is there
 */
export async function writeBook(folder: string, options: HandoutFileOptions): Promise<string> {
	const { format, answers } = options;
	const lessons = bookLessons();
	const ending = `${answers ? '.answers' : ''}.${EXTENSIONS[format]}`;
	const digits = Math.max(...lessons.map(({ lesson }) => String(lesson.number).length));
	const entries = lessons.map((found) => ({ ...found, name: `${filePrefix(found.lesson, digits)}${ending}` }));
	const index = `index${ending}`;
	const files = [
		...entries.map(({ name, ...found }) => ({
			path: join(folder, name),
			text: renderHandout({ ...found, answers }, format),
		})),
		// Last, so that it does not list files that could not be written.
		{ path: join(folder, index), text: renderLessonIndex(entries, format, answers) },
	];
	await writeFiles(files, options, folder);
	const size = sizeText(...files.map(({ text }) => text));
	return `Wrote ${lessons.length} handouts and ${index} to ${drawUnsafeLine(folder)} (${format}, ${size}).\n`;
}

/** Returns the name of a lesson's file without its ending. Names sort in reading order. */
const filePrefix = ({ number, id }: LessonDocument, digits: number): string =>
	number === null ? id : `${String(number).padStart(digits, '0')}-${id}`;

const EXTENSIONS: Readonly<Record<HandoutFormat, string>> = { text: 'txt', md: 'md', html: 'html' };

/** @param folder made before the first file is written; null: it has to exist */
async function writeFiles(
	files: readonly HandoutFile[],
	{ force, ask = askInTerminal }: HandoutFileOptions,
	folder: string | null = null,
): Promise<void> {
	const paths = files.map(({ path }) => path);
	await refuseLessonFiles(paths);
	const replaceable = await confirmOverwrite(paths, force, ask);
	if (folder !== null) createFolder(folder);
	const { writeWhole } = await import('../storage/whole-file.js');
	for (const [written, { path, text }] of files.entries()) {
		const fault = writeWhole(path, text, { force: replaceable.has(path) });
		if (fault === null) continue;
		const progress = files.length > 1 ? ` ${written} of ${files.length} files were written.` : '';
		throw new Stop(`${path} was not written: ${fault}.${progress}`, 1);
	}
}

function createFolder(folder: string): void {
	try {
		makeFolder(folder, 0o777);
	} catch (error) {
		throw new Stop(
			`The folder ${folder} was not made: ${describeFault(error, { ENOENT: 'nothing can be made there' })}.`,
			1,
		);
	}
}

/** Throws a Stop if a file is a lesson itself, even with --force: the files of a book have the names of its handouts. */
async function refuseLessonFiles(paths: readonly string[]): Promise<void> {
	const lesson = (await lessonHeads(paths)).find(({ id, scenario }) => id !== null && scenario !== null);
	if (lesson) throw new Stop(`${lesson.file} is a lesson itself: choose another place for the handout.`, 2);
}
