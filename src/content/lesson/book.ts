import { type Problem, toProblems } from '../problems/problem.js';
import { drawUnsafeLine } from '../problems/unsafe-text.js';
import type { Span } from '../yaml/tree.js';
import type { LessonDocument } from './document.js';
import type { LessonPlaces } from './places.js';

/** A loaded lesson with the places that are checked against other lessons. */
export interface PlacedLesson {
	readonly document: LessonDocument;
	readonly places: LessonPlaces;
}

/** Returns a problem at the id of a lesson. */
export const lessonIdProblem = ({ places }: PlacedLesson, message: string, help: string): readonly Problem[] =>
	toProblems(places.source, [{ ...places.id, message, help }]);

/**
 * Checks the lessons of one book against each other, in reading order: duplicate ids, files of one folder with the same
 * number, facts taught twice, links to and scores of missing lessons.
 *
 * @param others ids of further lessons that links may lead to
 */
export function checkBook(lessons: readonly PlacedLesson[], others: readonly string[] = []): readonly Problem[] {
	const ids = new Map<string, string>();
	const numbers = new Map<string, string>();
	const taught = new Map<string, string>();
	const known = new Set([...lessons.map(({ document }) => document.id), ...others]);
	const knownHelp = `There are ${[...known].slice(0, 12).join(', ')}${known.size > 12 ? ' …' : ''}.`;
	return lessons.flatMap(({ document, places }) => {
		const { file } = places.source;
		const problemAt = (at: Span, message: string, help: string): readonly Problem[] =>
			toProblems(places.source, [{ start: at.start, end: at.end, message, help }]);
		const other = ids.get(document.id);
		ids.set(document.id, file);
		const slot = document.number === null ? null : `${folderOf(file)}${document.number}`;
		const namesake = slot === null ? undefined : numbers.get(slot);
		if (slot !== null) numbers.set(slot, file);
		return [
			...(other === undefined
				? []
				: lessonIdProblem(
						{ document, places },
						`the id ${document.id} is that of ${drawUnsafeLine(other)} too`,
						'Give one of them another id.',
					)),
			...(namesake === undefined
				? []
				: lessonIdProblem(
						{ document, places },
						`the file has the number ${document.number}, which ${drawUnsafeLine(namesake)} has too`,
						'Rename one of the files with another number: lessons are ordered and opened by it.',
					)),
			...document.teaches.flatMap((fact, i) => {
				const first = taught.get(fact);
				taught.set(fact, first ?? document.id);
				const help = `Move it to revisits, or take it out of ${first}.`;
				return first === undefined
					? []
					: problemAt(places.teaches[i] ?? places.id, `${fact} is taught by ${first} already`, help);
			}),
			...places.links.flatMap((link) =>
				known.has(link.id) ? [] : problemAt(link, `the link lesson:${link.id} leads nowhere`, knownHelp),
			),
			...places.scored.flatMap((scored) =>
				known.has(scored.id) ? [] : problemAt(scored, `there is no lesson ${scored.id}`, knownHelp),
			),
		];
	});
}

/** Returns the path of a file up to its name. */
const folderOf = (file: string): string => file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
