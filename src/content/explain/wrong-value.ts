import type { z } from 'zod';
import { formatGrouped } from '../problems/unsafe-text.js';
import { type Path, sourceTextAt } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import { closestName } from './closest-name.js';
import { describeSchema, describeValue, joinWithOr, kindOf } from './describe.js';
import { nameOf, valueAt } from './name-of.js';
import { definition, description, isOptional, schemaAt } from './schema-at.js';
import { genericNumberHelp, suggestNumber } from './suggest-number.js';

interface Explanation {
	readonly message: string;
	readonly help: string;
}

/** Explains why the value at `path` was refused, and what to write instead. */
export function explainWrongValue(issue: z.core.$ZodIssue, tree: Tree, path: Path, root: z.core.$ZodType): Explanation {
	const file = tree.value;
	const written = sourceTextAt(tree, path);
	const value = valueAt(file, path);
	const name = nameOf(file, path);
	const schema = schemaAt(root, path) ?? root;
	const expected = describeSchema(schema);
	const message = `${name} is ${describeValue(value, written)}; expected ${expected}`;
	const fallback = description(schema) || `Write ${expected}.`;
	if (definition(schema).type === 'number') return { message, help: numberHelp(value, schema) };
	if (issue.code === 'too_small' && Array.isArray(value)) {
		const minimum = Number(issue.minimum);
		return {
			message:
				value.length === 0
					? `${name} is an empty list; expected at least ${minimum === 1 ? 'one item' : `${minimum} items`}`
					: `${name} has ${value.length === 1 ? 'one item' : `${value.length} items`}; expected at least ${minimum}`,
			help: isOptional(schema) ? 'Add one, or delete the line.' : `Add one. ${description(schema)}`.trimEnd(),
		};
	}
	switch (issue.code) {
		case 'invalid_union':
			return nearestBranch(issue, tree, path, root) ?? { message, help: fallback };
		case 'invalid_value':
			return { message, help: enumHelp(value, issue.values.map(String), isOptional(schema)) };
		case 'invalid_format':
			return { message: `${name} is ${describeValue(value)}, which cannot be an id`, help: idHelp(path) };
		case 'too_big':
			return {
				message: `${name} holds ${sizeWords(value)}; expected at most ${formatGrouped(Number(issue.maximum))}`,
				help: SHORTEN,
			};
		case 'too_small':
			return { message, help: isOptional(schema) ? 'Write it, or delete the line.' : fallback };
		case 'custom':
			return { message: `${name} has several lines or tabs; expected one line of text`, help: JOIN };
		case 'invalid_key':
			return { message: `${name} has a name that is too long`, help: INPUT_PATHS };
		default:
			return { message, help: quoteHelp(written, expected) ?? fallback };
	}
}

const SHORTEN = 'Shorten it.';
const JOIN = 'Join the lines: this text stands on one.';
const INPUT_PATHS = 'Names here are input paths such as segments.faq.routedSmall.';

/** Explains a union issue by the first branch that accepts the type of the written value. */
function nearestBranch(
	issue: z.core.$ZodIssueInvalidUnion,
	tree: Tree,
	path: Path,
	root: z.core.$ZodType,
): Explanation | null {
	const branch = issue.errors.find((errors) => errors.every(({ code }) => code !== 'invalid_type'));
	return branch?.[0] ? explainWrongValue(branch[0], tree, path, root) : null;
}

function numberHelp(value: unknown, schema: z.core.$ZodType): string {
	if (value === null && isOptional(schema)) return 'Write a number, or delete the line.';
	const kind = kindOf(schema);
	// A whole number with an upper limit describes itself; for other numbers the kind knows more.
	const expected = describeSchema(schema);
	const instruction =
		kind === null && typeof value === 'number' && expected.includes(' to ')
			? `Write ${expected}.`
			: genericNumberHelp(value, kind);
	return suggestNumber(value, kind) ?? `${instruction} ${description(schema)}`.trimEnd();
}

function enumHelp(value: unknown, values: readonly string[], optional: boolean): string {
	const guess = typeof value === 'string' ? closestName(value, values) : null;
	return guess ? `Did you mean ${guess}?` : `Write ${joinWithOr(values)}${optional ? ', or delete the line' : ''}.`;
}

function idHelp(path: Path): string {
	return path[0] === 'teaches' || path[0] === 'revisits'
		? 'Write a letter and a number, such as O1.'
		: 'Use letters, digits, - and _, and start with a letter or digit.';
}

// YAML reads 007 and true as a number and a boolean; in quotes they stay text.
const quoteHelp = (written: string | null, expected: string): string | null =>
	expected === 'text' && written !== null ? `Put it in quotes: '${written}'.` : null;

function sizeWords(value: unknown): string {
	if (typeof value === 'string') return `${formatGrouped(value.length)} characters`;
	return Array.isArray(value) ? `${formatGrouped(value.length)} items` : describeValue(value);
}
