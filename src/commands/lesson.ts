import { extname } from 'node:path';
import { HANDOUT_FORMATS, type HandoutFormat } from '../export/formats.js';
import { renderHandout } from '../export/handout.js';
import { lessonList } from '../export/lesson-index.js';
import type { DrawLine } from '../export/text.js';
import { Stop } from '../stop.js';
import type { Ask } from './ask.js';
import { bookLessons, findLesson } from './find-lesson.js';
import { parseFormat } from './format.js';
import { writeBook, writeHandout } from './handout-files.js';
import { reportWidth } from './report.js';

export interface LessonOptions {
	/** Number, id or file; null to list all lessons, or for all of them. */
	readonly name: string | null;
	/** Whether to write all lessons to a folder. */
	readonly all: boolean;
	readonly answers: boolean;
	/** null: by the name of the output file, or text. */
	readonly format: string | null;
	/** Output file, or with `all` a folder; null to print. */
	readonly output: string | null;
	/** Whether to overwrite existing files without asking. */
	readonly force: boolean;
	/** Draws the lines of a printed lesson; by default without colours. A file never has any. */
	readonly draw?: DrawLine;
}

/**
 * Prints a lesson as a handout, or the list of lessons, or writes one or all of them to files.
 *
 * @returns the text, or a message with what was written
 * @throws Stop with 2 for arguments that do not exist or fit, with 1 for a file with problems or one that cannot be
 *   written
 */
export async function lessonCommand(options: LessonOptions, ask?: Ask): Promise<string> {
	const { name, all, answers, force } = options;
	const format = options.format === null ? null : parseFormat(options.format, HANDOUT_FORMATS);
	// A dash conventionally means standard output.
	const output = options.output === '-' ? null : options.output;
	if (all) {
		if (name !== null) throw new Stop(`--all takes every lesson: leave out ${name}, or --all.`, 2);
		if (output === null) throw new Stop('Add -o FOLDER: --all writes a file for each lesson.', 2);
		if (format === null)
			throw new Stop(`Add --format md, html or text: the folder ${output} does not say the format of its files.`, 2);
		return writeBook(output, { format, answers, force, ask });
	}
	if (name === null) {
		if (output !== null)
			throw new Stop(`Name the lesson to write to ${output}, or add --all to write all of them to that folder.`, 2);
		const given = [answers && '--answers', format !== null && '--format', force && '--force'].find(Boolean);
		if (given) throw new Stop(`${given} needs a lesson: name one, or add --all.`, 2);
		return lessonList(bookLessons().map((found) => ({ ...found, name: found.lesson.id })));
	}
	const fileFormat = format ?? formatOfOutput(output);
	const found = await findLesson(name);
	if (output !== null) return writeHandout(found, output, { format: fileFormat, answers, force, ask });
	return renderHandout({ ...found, answers }, fileFormat, reportWidth(process.stdout), options.draw);
}

function formatOfOutput(output: string | null): HandoutFormat {
	if (output === null) return 'text';
	const format = FORMAT_BY_EXTENSION[extname(output).toLowerCase()];
	if (format) return format;
	throw new Stop(`Name it .md, .html or .txt, or add --format: ${output} does not say its format.`, 2);
}

const FORMAT_BY_EXTENSION: Readonly<Record<string, HandoutFormat>> = {
	'.md': 'md',
	'.markdown': 'md',
	'.html': 'html',
	'.htm': 'html',
	'.txt': 'text',
};
