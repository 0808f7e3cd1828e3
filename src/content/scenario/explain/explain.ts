import type { z } from 'zod';
import type { Finding } from '../../problems/problem.js';
import { locate, locateKey, type Path } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import { rawScenario } from '../raw/scenario.js';
import { likely } from './likely.js';
import { mendNumber } from './mend-number.js';
import { nameOf } from './name-of.js';
import { definition, fieldNames, isOptional, schemaAt } from './schema-at.js';
import { alternatives, expectation, found, grouped, kindOf, quoted } from './words.js';

type Issue = z.core.$ZodIssue;

/** Says what the schema found wrong, where, and what to do, in the words of the file. */
export function explain(issue: Issue, tree: Tree): readonly Finding[] {
	const path = issue.path as Path;
	if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(tree, path, key));
	const value = valueAt(tree.value, path);
	const key = path.at(-1);
	if (value === undefined && typeof key === 'string') return [missingField(tree, path, key)];
	return [{ ...locate(tree, path), ...wrongValue(issue, nameOf(tree.value, path), value, path) }];
}

function unknownField(tree: Tree, path: Path, key: string): Finding {
	const schema = schemaAt(rawScenario, path);
	const known = schema ? fieldNames(schema) : [];
	const holder = valueAt(tree.value, path) as object;
	// A field that is there already was not misspelt a second time.
	const guess = likely(
		key,
		known.filter((name) => !Object.hasOwn(holder, name)),
	);
	const place = path.length === 0 ? 'a scenario' : nameOf(tree.value, path);
	const help =
		key === '<<'
			? 'Merge keys are not read: write the fields out.'
			: guess
				? `Did you mean ${guess}?`
				: `Delete it, or choose one of: ${known.join(', ')}.`;
	return { ...locateKey(tree, path, key), message: `${quoted(key)} is not a field of ${place}`, help };
}

function missingField(tree: Tree, path: Path, key: string): Finding {
	const schema = schemaAt(rawScenario, path);
	const expected = schema ? expectation(schema) : 'a value';
	const about = schema ? description(schema) : '';
	return {
		...locate(tree, path),
		message: `${nameOf(tree.value, path)} is missing; expected ${expected}`,
		help: `Add ${key}: … here. ${about}`.trimEnd(),
	};
}

function wrongValue(issue: Issue, name: string, value: unknown, path: Path): { message: string; help: string } {
	const schema = schemaAt(rawScenario, path);
	const expected = schema ? expectation(schema) : 'something else';
	const message = `${name} is ${found(value)}; expected ${expected}`;
	const about = schema ? description(schema) : '';
	if (schema && definition(schema).type === 'number') {
		const mend = mendNumber(value, kindOf(schema));
		const leaveOut = value === null && isOptional(schema) ? 'Write a number, or delete the line.' : null;
		return { message, help: mend ?? leaveOut ?? about };
	}
	switch (issue.code) {
		case 'invalid_value':
			return { message, help: oneOf(value, issue.values.map(String)) };
		case 'invalid_format':
			return { message: `${name} is ${found(value)}, which cannot be an id`, help: idHelp(path) };
		case 'too_big':
			return {
				message: `${name} holds ${size(value)}; at most ${grouped(Number(issue.maximum))} are read`,
				help: 'Shorten it.',
			};
		case 'too_small':
			return {
				message: `${name} is empty; expected ${expected}`,
				help: `Write it, or delete ${String(path.at(-1))}. ${about}`,
			};
		case 'custom':
			return {
				message: `${name} has several lines or tabs; expected one line of text`,
				help: 'Join the lines; only story may have several.',
			};
		case 'invalid_key':
			return {
				message: `${name} has a name that is too long`,
				help: 'Names here are input paths such as segments.faq.routedSmall.',
			};
		default:
			return { message, help: textHelp(value, expected) ?? about };
	}
}

function oneOf(value: unknown, values: readonly string[]): string {
	const guess = typeof value === 'string' ? likely(value, values) : null;
	return guess ? `Did you mean ${guess}?` : `Write ${alternatives(values)}.`;
}

function idHelp(path: Path): string {
	return path[0] === 'teaches'
		? 'Write a letter and a number, such as O1.'
		: 'Use letters, digits, - and _, and start with a letter or digit.';
}

// YAML reads 2024 and true as a number and a truth value where a text was meant.
function textHelp(value: unknown, expected: string): string | null {
	if (expected !== 'text' || value === null || typeof value === 'object') return null;
	return `Put it in quotes: '${String(value)}'.`;
}

function size(value: unknown): string {
	if (typeof value === 'string') return `${grouped(value.length)} characters`;
	return Array.isArray(value) ? `${grouped(value.length)} items` : found(value);
}

function description(schema: z.core.$ZodType): string {
	return (schema as z.ZodType).description ?? '';
}

function valueAt(root: unknown, path: Path): unknown {
	let at = root;
	for (const key of path) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
	return at;
}
