import { Composer, type Document, type ErrorCode, type ParsedNode, type YAMLError } from 'yaml';
import type { Finding } from '../problems/problem.js';
import { tokenize } from './tokens.js';

/** The node tree of a file with one YAML document, or what keeps it from being one. */
export type Syntax =
	| { readonly ok: true; readonly root: ParsedNode | null }
	| { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads YAML 1.2 without any of the features that run away: no custom tags, no merge keys, no second
 * document, keys are text. Duplicate keys are left to the tree, which can say where the first one is.
 */
export function readSyntax(text: string): Syntax {
	const { tokens, refused } = tokenize(text);
	if (refused) return { ok: false, findings: [refused] };
	const composer = new Composer({ uniqueKeys: false, stringKeys: true, resolveKnownTags: false, prettyErrors: false });
	const documents: Document.Parsed[] = [...composer.compose(tokens, true, text.length)];
	const findings = documents.slice(0, 1).flatMap(documentFindings);
	const second = documents[1];
	if (second) findings.push(secondDocument(second));
	const root = documents[0]?.contents ?? null;
	return findings.length > 0 ? { ok: false, findings } : { ok: true, root };
}

function documentFindings(document: Document.Parsed): Finding[] {
	// Warnings are about tags and directives that would change what the file means: refused as well.
	const findings = [...document.errors, ...document.warnings].map(syntaxFinding);
	const version = document.directives?.yaml.version;
	if (version !== undefined && version !== '1.2')
		findings.push({
			start: 0,
			end: 1,
			message: `the file asks for YAML ${version}, where scenarios are YAML 1.2`,
			help: 'Delete the line that starts with %YAML.',
		});
	return findings;
}

function secondDocument(document: Document.Parsed): Finding {
	const start = document.range[0];
	return {
		start,
		end: start + 3,
		message: 'a second YAML document starts here, where one file holds one scenario',
		help: 'Delete the line ---, or move what follows it into a file of its own.',
	};
}

function syntaxFinding({ code, message, pos }: YAMLError): Finding {
	const [start, end] = pos;
	return {
		start,
		end,
		message: `this is not valid YAML: ${lowerFirst(message)}`,
		help: HELP[code] ?? LIKE_A_SHIPPED_ONE,
	};
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const LIKE_A_SHIPPED_ONE = 'Compare its indentation, quotes and colons with a scenario that works, such as week-31.';
const QUOTE_IT = 'If this is text, put it in quotes: a colon with a space after it starts a value.';

const HELP: Partial<Record<ErrorCode, string>> = {
	TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs there.',
	BAD_INDENT: 'Give all fields of one group the same number of spaces in front.',
	BAD_DQ_ESCAPE: 'Inside double quotes a backslash starts an escape: write two of them, or use single quotes.',
	MISSING_CHAR: 'Close every quote and bracket, and put a space after each colon.',
	BLOCK_AS_IMPLICIT_KEY: QUOTE_IT,
	MULTILINE_IMPLICIT_KEY: QUOTE_IT,
	BAD_SCALAR_START: 'Put the text in quotes.',
	NON_STRING_KEY: 'A field name is plain text, such as routedSmall.',
	TAG_RESOLVE_FAILED: 'Delete the tag (the word that starts with !): values are plain text and numbers.',
	BAD_DIRECTIVE: 'Delete the line that starts with %.',
};
