import type { z } from 'zod';
import type { Finding } from '../problems/finding.js';
import { explainInvisible } from '../problems/invisible.js';
import type { SourceText } from '../problems/source-text.js';
import { locate, locateName, type Path } from '../yaml/locate.js';
import { SPACE_AFTER_COLON } from '../yaml/syntax-finding.js';
import type { Tree } from '../yaml/tree.js';
import { describeSchema, quote } from './describe.js';
import { guessField, MERGE_KEY } from './misspelt-fields.js';
import { nameOf, valueAt } from './name-of.js';
import { description, fieldNames, schemaAt } from './schema-at.js';
import { explainWrongValue } from './wrong-value.js';

/** The kind of file or block being read. */
export interface FileKind {
	readonly schema: z.core.$ZodType;
	/** With its article: "a scenario", "a lesson's head". */
	readonly name: string;
}

/** Turns a schema issue into findings: where it is, what is wrong and what to do, in the file's own terms. */
export function explain(issue: z.core.$ZodIssue, tree: Tree, kind: FileKind, source: SourceText): readonly Finding[] {
	const path = issue.path as Path;
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => explainInvisible(source, unknownField(tree, path, key, kind)));
	const key = path.at(-1);
	if (typeof key === 'string' && valueAt(tree.value, path) === undefined) return [missingField(tree, path, key, kind)];
	const finding = { ...locate(tree, path), ...explainWrongValue(issue, tree, path, kind.schema) };
	// Prose may contain invisible characters; they are not why it is too long.
	return [TEXT_LENGTH_CODES.has(issue.code) ? finding : explainInvisible(source, finding)];
}

const TEXT_LENGTH_CODES: ReadonlySet<string> = new Set(['too_big', 'too_small', 'custom']);

function unknownField(tree: Tree, path: Path, key: string, { schema: root, name }: FileKind): Finding {
	const schema = schemaAt(root, path);
	const known = schema ? fieldNames(schema) : [];
	const place = path.length === 0 ? name : nameOf(tree.value, path);
	return {
		...locateName(tree, [...path, key]),
		message: `${quote(key)} is not a field of ${place}`,
		help:
			key === MERGE_KEY
				? 'Merge keys are not read: write the fields out.'
				: known.includes(key.replace(/:\S.*$/s, ''))
					? SPACE_AFTER_COLON
					: fieldSuggestion(guessField(root, tree.value, path, key), known),
	};
}

const fieldSuggestion = (guess: string | null, known: readonly string[]): string =>
	guess ? `Did you mean ${guess}?` : `Delete it, or choose one of: ${known.join(', ')}.`;

function missingField(tree: Tree, path: Path, key: string, { schema: root }: FileKind): Finding {
	const schema = schemaAt(root, path);
	const expected = schema ? describeSchema(schema) : 'a value';
	return {
		...locate(tree, path),
		message: `${nameOf(tree.value, path)} is missing; expected ${expected}`,
		help: `Add ${key}: … here. ${schema ? description(schema) : ''}`.trimEnd(),
	};
}
