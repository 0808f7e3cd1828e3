import type { z } from 'zod';
import { explain, type FileKind } from '../explain/explain.js';
import { misspeltFields } from '../explain/misspelt.js';
import { blanked } from '../problems/harmless.js';
import type { Finding } from '../problems/problem.js';
import type { SourceText } from '../problems/source-text.js';
import type { Breach } from '../scenario/rules/rule.js';
import { locate, locateName, type Path } from '../yaml/locate.js';
import { plant } from '../yaml/plant.js';
import { readSyntax } from '../yaml/syntax.js';
import type { Span, Tree } from '../yaml/tree.js';
import { onlyIn } from './split.js';

/** The YAML of one piece of a lesson, checked against its schema. */
export type ReadPiece<T> =
	| { readonly ok: true; readonly value: T; readonly tree: Tree }
	| { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads the YAML that stands at a span of a file; places are those of the file. */
export function readPiece<S extends z.ZodType>(
	source: SourceText,
	span: Span,
	schema: S,
	name: string,
): ReadPiece<z.output<S>> {
	const kind: FileKind = { schema, name };
	const empty: Finding = { ...span, message: `${name} is empty`, help: 'Write its fields, a line each.' };
	const syntax = readSyntax({ ...source, text: blanked(onlyIn(source.text, span)) });
	if (!syntax.ok) return { ok: false, findings: syntax.findings };
	if (syntax.root === null) return { ok: false, findings: [empty] };
	const { tree, findings } = plant(syntax.root, source);
	if (findings.length > 0) return { ok: false, findings };
	if (tree.fields === null)
		return {
			ok: false,
			findings: [
				{ ...tree, message: `${name} is no group of fields`, help: 'Write its fields, a line each: name: value.' },
			],
		};
	const parsed = schema.safeParse(tree.value);
	if (parsed.success) return { ok: true, value: parsed.data, tree };
	const isMisspelt = misspeltFields(schema, parsed.error.issues, tree.value);
	const issues = parsed.error.issues.filter(({ path }) => !isMisspelt(path as Path));
	return { ok: false, findings: issues.flatMap((issue) => explain(issue, tree, kind)) };
}

/** Breaches as findings, at their places in a tree. */
export const found = (tree: Tree, breaches: readonly Breach[]): readonly Finding[] =>
	breaches.map(({ path, name, message, help }) => ({
		...(name ? locateName(tree, path) : locate(tree, path)),
		message,
		help,
	}));
