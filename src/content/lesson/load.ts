import type { ParseMarkdown } from '../../text/prose.js';
import { decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { createSourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import type { LessonDocument } from './document.js';
import type { LessonPlaces, ScenarioById } from './places.js';
import { LessonReader } from './reader.js';

/** A valid lesson, or every problem of the file. */
export type LoadedLesson =
	| { readonly ok: true; readonly document: LessonDocument; readonly places: LessonPlaces }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads a lesson from an untrusted file. Never throws; no text in the problems contains a control character.
 *
 * @param input the file's bytes, or its text
 * @param fileName name of the file in the problems
 */
export function loadLesson(
	input: Uint8Array | string,
	fileName: string,
	scenarios: ScenarioById,
	parse: ParseMarkdown,
): LoadedLesson {
	const decoded = decode(input);
	if (!decoded.ok) return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)] };
	// Normalize line ends, so that a lesson is the same wherever it was saved; lines and columns do not change.
	const source = createSourceText(fileName, decoded.text.replace(/\r\n/g, '\n'));
	const reader = new LessonReader(source, scenarios, parse);
	const lesson = reader.read();
	const findings = [...unsafeFindings(source), ...reader.findings];
	if (findings.length > 0 || lesson === null) return { ok: false, problems: toProblems(source, findings) };
	return { ok: true, ...lesson };
}
