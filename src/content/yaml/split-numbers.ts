import { isScalar, type Pair, type ParsedNode, Scalar, type YAMLMap } from 'yaml';
import { suggestNumber } from '../explain/suggest-number.js';
import type { Span } from './tree.js';

type Item = Pair<ParsedNode, ParsedNode | null>;

/** The digits before such a comma, and what can follow it: `25`, `000`, `5%`, `200.50`. */
const HEAD = /^[-+]?[$€£]?\d+$/;
const REST = /^\d+(?:\.\d+)?\s*(?:%|€|\$|USD|ms|s)?$/;

/**
 * Finds numbers with a comma inside braces, where the comma ends the value: `{ input: 0,25 }` is read as `input: 0` and
 * a field `25` without a value.
 *
 * @returns the fields with such a number, with its span; `rest` for the fields split off from it
 */
export function findSplitNumbers(
	node: YAMLMap<ParsedNode, ParsedNode | null>,
	text: string,
): ReadonlyMap<Item, Span | 'rest'> {
	const found = new Map<Item, Span | 'rest'>();
	if (!node.flow) return found;
	let head: Item | null = null;
	for (const item of node.items) {
		const value = plainSpan(item.value);
		if (value) head = HEAD.test(text.slice(value.start, value.end)) ? item : null;
		const rest = value ? null : plainSpan(item.key);
		const before = head && (found.get(head) ?? plainSpan(head.value));
		if (head === null || rest === null || !before || before === 'rest') continue;
		if (!/^, ?$/.test(text.slice(before.end, rest.start)) || !REST.test(text.slice(rest.start, rest.end))) continue;
		found.set(head, { start: before.start, end: rest.end });
		found.set(item, 'rest');
	}
	return found;
}

/** Returns the help for such a number, without knowing the field's kind. */
export const commaHelp = (written: string): string =>
	suggestNumber(written.replace(/, /g, ','), written.endsWith('%') ? 'percent' : 'money') ??
	'Write the number with a decimal point and without a thousands separator.';

/** Returns the span of an unquoted value; null if there is none. */
function plainSpan(node: ParsedNode | null): Span | null {
	if (!isScalar(node) || node.type !== Scalar.PLAIN) return null;
	const [start, end] = node.range;
	return end > start ? { start, end } : null;
}
