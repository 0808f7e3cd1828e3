import { Composer, type Document, type ParsedNode, type YAMLError } from 'yaml';
import type { Finding } from '../problems/finding.js';
import { explainInvisible, hasWrongSpace } from '../problems/invisible.js';
import { MAX_PROBLEMS } from '../problems/problem.js';
import { lineOf, placeOf, type SourceText } from '../problems/source-text.js';
import { INDENT, SPACE_AFTER_COLON, syntaxFinding } from './syntax-finding.js';
import { tokenize } from './tokens.js';

/** The node tree of a file with one YAML document, or its syntax errors. */
export type ParsedYaml =
	| { readonly ok: true; readonly root: ParsedNode | null }
	| { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Parses YAML 1.2 without its risky features: no custom tags, no merge keys, no second document, only text keys.
 * Duplicate keys are reported later, with the place of the first one.
 */
export function parseYaml(source: SourceText): ParsedYaml {
	const { tokens, refused } = tokenize(source.text);
	if (refused) return { ok: false, findings: [refused] };
	const composer = new Composer({ uniqueKeys: false, stringKeys: true, resolveKnownTags: false, prettyErrors: false });
	const [document, second]: Document.Parsed[] = [...composer.compose(tokens, true, source.text.length)];
	if (!document) return { ok: true, root: null };
	const findings = [
		...dropEchoes(source, errorsOf(document))
			.slice(0, MAX_PROBLEMS)
			.map((error) => explainSpaces(source, syntaxFinding(error, document))),
		...findOldVersion(document),
		...(second ? [secondDocument(second)] : []),
	];
	return findings.length > 0 ? { ok: false, findings } : { ok: true, root: document.contents };
}

function errorsOf(document: Document.Parsed): readonly YAMLError[] {
	// Warnings are about tags and directives that would change the meaning of the file: treat them as errors.
	return [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
}

/** Lines after a syntax error on which further errors are taken as its consequences. */
const ECHO_LINES = 2;

/** Drops errors that follow from an earlier one: a single mistake makes the parser report line after line. */
function dropEchoes(source: SourceText, errors: readonly YAMLError[]): readonly YAMLError[] {
	let last = Number.NEGATIVE_INFINITY;
	return errors.filter(({ pos: [start] }) => {
		const line = lineOf(source, start);
		const isEcho = line - last <= ECHO_LINES;
		last = line;
		return !isEcho;
	});
}

/** Replaces a finding by its likely cause, if that is a missing or wrong space. */
function explainSpaces(source: SourceText, finding: Finding): Finding {
	if (NO_SPACE.test(source.text.slice(finding.start, finding.end))) return { ...finding, help: SPACE_AFTER_COLON };
	const { lineText, lineStart } = placeOf(source, finding.start);
	if (hasWrongSpace(lineText))
		return explainInvisible(source, { ...finding, start: lineStart, end: lineStart + lineText.length });
	return (
		(/nested mappings are not allowed/.test(finding.message) ? findDeeperIndent(source, finding) : null) ?? finding
	);
}

/** Finds a field indented deeper than the one above it, although that has a value already; null: there is none. */
function findDeeperIndent(source: SourceText, { start }: Finding): Finding | null {
	const { lineText, lineStart } = placeOf(source, start);
	const below = lineStart + lineText.length + (source.text[lineStart + lineText.length] === '\r' ? 2 : 1);
	const [, indent = '', name = ''] = /^( +)([\w.-]+):(?:\s|$)/.exec(source.text.slice(below, below + 200)) ?? [];
	const [above = ''] = /^ *(?:- +)*/.exec(lineText) ?? [];
	if (name === '' || indent.length <= above.length) return null;
	return {
		start: below + indent.length,
		end: below + indent.length + name.length,
		message: `this is not valid YAML: ${name} has ${indent.length} spaces in front, and the field above it ${above.length}`,
		help: INDENT,
	};
}

/** `share:0.3` */
const NO_SPACE = /^\w+:[^\s:/]/;

function findOldVersion(document: Document.Parsed): readonly Finding[] {
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
