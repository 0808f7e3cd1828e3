import type { ParseMarkdown } from '../../text/prose.js';
import { decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { sourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import type { LessonDocument } from './document.js';
import type { LessonPlaces, ScenarioById } from './places.js';
import { LessonReader } from './reader.js';

/** A lesson, whole and playable, or everything that keeps it from being one. */
export type LoadedLesson =
	| { readonly ok: true; readonly document: LessonDocument; readonly places: LessonPlaces }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a lesson file that anybody may have written. Never throws; no text in the problems carries a control
 * character.
 *
 * @param input the file's bytes, or its text
 * @param fileName as the problems should call it
 */
export function loadLesson(
	input: Uint8Array | string,
	fileName: string,
	scenarios: ScenarioById,
	parse: ParseMarkdown,
): LoadedLesson {
	const decoded = decode(input);
	if (!decoded.ok) return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)] };
	// One kind of line end: lines and columns stay, and a lesson is the same wherever it was saved.
	const source = sourceText(fileName, decoded.text.replace(/\r\n/g, '\n'));
	const reader = new LessonReader(source, scenarios, parse);
	const lesson = reader.read();
	const findings = [...unsafeFindings(source), ...reader.findings];
	if (findings.length > 0 || lesson === null) return { ok: false, problems: toProblems(source, findings) };
	return { ok: true, ...lesson };
}
