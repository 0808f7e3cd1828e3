import { Composer, type Document, type ParsedNode, type YAMLError } from 'yaml';
import type { Finding } from '../problems/finding.js';
import { isSpacedWrongly, nameInvisible } from '../problems/invisible.js';
import { MAX_PROBLEMS } from '../problems/problem.js';
import { lineOf, placeOf, type SourceText } from '../problems/source-text.js';
import { INDENT, SPACE_AFTER_COLON, syntaxFinding } from './syntax-finding.js';
import { tokenize } from './tokens.js';

/** The node tree of a file with one YAML document, or what keeps it from being one. */
export type Syntax =
	| { readonly ok: true; readonly root: ParsedNode | null }
	| { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads YAML 1.2 without any of the features that run away: no custom tags, no merge keys, no second
 * document, keys are text. Duplicate keys are left to the tree, which can say where the first one is.
 */
export function readSyntax(source: SourceText): Syntax {
	const { tokens, refused } = tokenize(source.text);
	if (refused) return { ok: false, findings: [refused] };
	const composer = new Composer({ uniqueKeys: false, stringKeys: true, resolveKnownTags: false, prettyErrors: false });
	const [document, second]: Document.Parsed[] = [...composer.compose(tokens, true, source.text.length)];
	if (!document) return { ok: true, root: null };
	const findings = [
		...withoutEchoes(source, errorsOf(document))
			.slice(0, MAX_PROBLEMS)
			.map((error) => ofSpaces(source, syntaxFinding(error, document))),
		...oldVersion(document),
		...(second ? [secondDocument(second)] : []),
	];
	return findings.length > 0 ? { ok: false, findings } : { ok: true, root: document.contents };
}

function errorsOf(document: Document.Parsed): readonly YAMLError[] {
	// Warnings are about tags and directives that would change what the file means: refused as well.
	return [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
}

/** Lines after a syntax error on which the parser is taken to be still confused by it. */
const ECHO_LINES = 2;

/** One mistake makes the parser complain about line after line below it; only the first of such a row helps. */
function withoutEchoes(source: SourceText, errors: readonly YAMLError[]): readonly YAMLError[] {
	let last = Number.NEGATIVE_INFINITY;
	return errors.filter(({ pos: [start] }) => {
		const line = lineOf(source, start);
		const isEcho = line - last <= ECHO_LINES;
		last = line;
		return !isEcho;
	});
}

/** Where a space is missing, or something only looks like one, that is what the parser stumbled over. */
function ofSpaces(source: SourceText, finding: Finding): Finding {
	if (NO_SPACE.test(source.text.slice(finding.start, finding.end))) return { ...finding, help: SPACE_AFTER_COLON };
	const { lineText, lineStart } = placeOf(source, finding.start);
	if (isSpacedWrongly(lineText))
		return nameInvisible(source, { ...finding, start: lineStart, end: lineStart + lineText.length });
	return (/nested mappings are not allowed/.test(finding.message) ? indentedBelow(source, finding) : null) ?? finding;
}

/** A field with more spaces in front than the one above it, which has a value already; null: it is none. */
function indentedBelow(source: SourceText, { start }: Finding): Finding | null {
	const { lineText, lineStart } = placeOf(source, start);
	const below = lineStart + lineText.length + (source.text[lineStart + lineText.length] === '\r' ? 2 : 1);
	const [, room = '', name = ''] = /^( +)([\w.-]+):(?:\s|$)/.exec(source.text.slice(below, below + 200)) ?? [];
	const [above = ''] = /^ *(?:- +)*/.exec(lineText) ?? [];
	if (name === '' || room.length <= above.length) return null;
	return {
		start: below + room.length,
		end: below + room.length + name.length,
		message: `this is not valid YAML: ${name} has ${room.length} spaces in front, and the field above it ${above.length}`,
		help: INDENT,
	};
}

/** `share:0.3` */
const NO_SPACE = /^\w+:[^\s:/]/;

function oldVersion(document: Document.Parsed): readonly Finding[] {
	const version = document.directives?.yaml.version;
	if (version === undefined || version === '1.2') return [];
	return [
		{
			start: 0,
			end: 1,
			message: `the file asks for YAML ${version}; expected YAML 1.2, which is the default`,
			help: 'Delete the line that starts with %YAML.',
		},
	];
}

function secondDocument(document: Document.Parsed): Finding {
	const start = document.range[0];
	return {
		start,
		end: start + 3,
		message: 'a second YAML document starts here; expected one per file',
		help: 'Delete the line ---, or move what follows it into a file of its own.',
	};
}
