import type { z } from 'zod';
import { explain, type FileKind } from '../explain/explain.js';
import { misspeltFields } from '../explain/misspelt.js';
import type { Finding } from '../problems/finding.js';
import { blanked } from '../problems/harmless.js';
import { lineOf, type SourceText, sourceText } from '../problems/source-text.js';
import type { Breach } from '../scenario/rules/rule.js';
import { locate, locateName, type Path } from '../yaml/locate.js';
import { plant } from '../yaml/plant.js';
import { readSyntax } from '../yaml/syntax.js';
import type { Span, Tree } from '../yaml/tree.js';

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
	// Only the piece is parsed, on the lines where it stands: a file of many pieces is not read as often as it has them.
	const above = lineOf(source, span.start) - 1;
	const text = '\n'.repeat(above) + blanked(source.text.slice(span.start, span.end));
	const moved = <S extends Span>(one: S): S => ({ ...one, start: one.start + by, end: one.end + by });
	const by = span.start - above;
	const syntax = readSyntax(sourceText(source.file, text));
	if (!syntax.ok) return { ok: false, findings: syntax.findings.map(moved) };
	if (syntax.root === null) return { ok: false, findings: [empty] };
	const planted = plant(syntax.root, sourceText(source.file, text));
	const findings = planted.findings.map(moved);
	const tree = movedTree(planted.tree, moved);
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
	return { ok: false, findings: issues.flatMap((issue) => explain(issue, tree, kind, source)) };
}

/** A tree whose places are those of the whole file. */
function movedTree(tree: Tree, moved: <S extends Span>(one: S) => S): Tree {
	const fields =
		tree.fields &&
		new Map(
			[...tree.fields].map(([name, field]) => [name, { key: moved(field.key), tree: movedTree(field.tree, moved) }]),
		);
	return { ...moved(tree), fields, items: tree.items?.map((item) => movedTree(item, moved)) ?? null };
}

/** Breaches as findings, at their places in a tree. */
export const found = (tree: Tree, breaches: readonly Breach[]): readonly Finding[] =>
	breaches.map(({ path, name, message, help }) => ({
		...(name ? locateName(tree, path) : locate(tree, path)),
		message,
		help,
	}));
