import type { z } from 'zod';
import { explain, type FileKind } from '../explain/explain.js';
import { misspeltFieldTest } from '../explain/misspelt-fields.js';
import type { Finding } from '../problems/finding.js';
import { createSourceText, lineOf, type SourceText } from '../problems/source-text.js';
import { blankUnsafe } from '../problems/unsafe-text.js';
import type { RuleViolation } from '../scenario/rules/rule.js';
import { locate, locateName, type Path } from '../yaml/locate.js';
import { toPlainTree } from '../yaml/plain-tree.js';
import { parseYaml } from '../yaml/syntax.js';
import type { Span, Tree } from '../yaml/tree.js';

/** The value of one YAML piece of a lesson, or what is wrong with it. */
export type PieceResult<T> =
	| { readonly ok: true; readonly value: T; readonly tree: Tree }
	| { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads the YAML in a span of a file and checks it against a schema. Places in findings and tree are those of the file.
 */
export function readPiece<S extends z.ZodType>(
	source: SourceText,
	span: Span,
	schema: S,
	name: string,
): PieceResult<z.output<S>> {
	const kind: FileKind = { schema, name };
	const empty: Finding = { ...span, message: `${name} is empty`, help: 'Write its fields, a line each.' };
	// Parse only the piece, padded with line feeds to keep its line numbers: the file is not parsed once per piece.
	const linesAbove = lineOf(source, span.start) - 1;
	const text = '\n'.repeat(linesAbove) + blankUnsafe(source.text.slice(span.start, span.end));
	const moveSpan = <S extends Span>(one: S): S => ({ ...one, start: one.start + offset, end: one.end + offset });
	const offset = span.start - linesAbove;
	const syntax = parseYaml(createSourceText(source.file, text));
	if (!syntax.ok) return { ok: false, findings: syntax.findings.map(moveSpan) };
	if (syntax.root === null) return { ok: false, findings: [empty] };
	const planted = toPlainTree(syntax.root, createSourceText(source.file, text));
	const findings = planted.findings.map(moveSpan);
	const tree = moveTree(planted.tree, moveSpan);
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
	const isMisspelt = misspeltFieldTest(schema, parsed.error.issues, tree.value);
	const issues = parsed.error.issues.filter(({ path }) => !isMisspelt(path as Path));
	return { ok: false, findings: issues.flatMap((issue) => explain(issue, tree, kind, source)) };
}

/** Returns a tree with all its spans moved. */
function moveTree(tree: Tree, moveSpan: <S extends Span>(one: S) => S): Tree {
	const fields =
		tree.fields &&
		new Map(
			[...tree.fields].map(([name, field]) => [
				name,
				{ key: moveSpan(field.key), tree: moveTree(field.tree, moveSpan) },
			]),
		);
	return { ...moveSpan(tree), fields, items: tree.items?.map((item) => moveTree(item, moveSpan)) ?? null };
}

/** Turns rule violations into findings, at their places in a tree. */
export const toFindings = (tree: Tree, breaches: readonly RuleViolation[]): readonly Finding[] =>
	breaches.map(({ path, name, message, help }) => ({
		...(name ? locateName(tree, path) : locate(tree, path)),
		message,
		help,
	}));
