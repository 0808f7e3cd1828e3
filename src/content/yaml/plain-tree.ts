import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Range, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Finding } from '../problems/finding.js';
import { lineOf, type SourceText } from '../problems/source-text.js';
import { describeUnsafe, drawUnsafeLine, formatGrouped, unsafeRuns } from '../problems/unsafe-text.js';
import { commaHelp, findSplitNumbers } from './split-numbers.js';
import { type Field, LIMITS, leaf, type Span, type Tree } from './tree.js';

interface PlainTree {
	readonly tree: Tree;
	readonly findings: readonly Finding[];
	/** Whether aliases exceed the limits, or two list items were merged into one: no other finding would be useful. */
	readonly exhausted: boolean;
}

/**
 * Converts YAML nodes to plain values (objects without a prototype), with findings for what is not allowed: duplicate
 * keys, `__proto__`, too many aliases, control characters. A field with a finding is left out; everything else can
 * still be checked.
 */
export function toPlainTree(root: ParsedNode, source: SourceText): PlainTree {
	const converter = new Converter(source);
	const tree = converter.convert(root);
	return { tree, findings: converter.findings, exhausted: converter.aliases.exhausted || converter.hasMergedItems };
}

/**
 * Prototype of every group of fields: it has nothing but a conversion to NaN. The schema compares a field called
 * `length` with a number, which throws for an object without any conversion.
 */
const NAN_PROTOTYPE: object = Object.freeze(
	Object.assign(Object.create(null), { [Symbol.toPrimitive]: () => Number.NaN }),
);

/** A field whose name occurs earlier in its group. */
interface Repeated {
	readonly key: Span;
	readonly shown: string;
	/** Line of the first one. */
	readonly line: number;
}

/** Maximum number of further repeated fields that a message names. */
const MAX_REPEATED = 5;

const KEEP_ONE = 'Keep one of the two.';
const START_ITEM = 'If a new item of the list starts here, put “- ” in front of it; otherwise keep one of each.';

/** Maximum length, in UTF-16 units, of a number that a message quotes. */
const MAX_NUMBER_LENGTH = 60;

class Converter {
	readonly findings: Finding[] = [];
	readonly aliases = new Aliases((finding) => this.findings.push(finding));
	/** Whether several fields of one group occur twice, probably because the “- ” of a second item is missing. */
	hasMergedItems = false;

	constructor(private readonly source: SourceText) {}

	/** Converts a node. Recursion is safe: tokens nested deeper than `LIMITS.depth` were refused. */
	convert(node: ParsedNode | null): Tree {
		if (node === null) return leaf({ start: 0, end: 0 }, null);
		if (isAlias(node)) return this.aliases.resolve(node.source, spanOf(node));
		if (node.anchor !== undefined) this.aliases.openAnchor(node.anchor);
		const tree = isMap(node)
			? this.convertMap(node)
			: isSeq(node)
				? this.convertSequence(node)
				: this.convertScalar(node);
		if (node.anchor !== undefined) this.aliases.closeAnchor(node.anchor, tree);
		return tree;
	}

	private convertMap(node: YAMLMap<ParsedNode, ParsedNode | null>): Tree {
		const value: Record<string, unknown> = Object.create(NAN_PROTOTYPE);
		const fields = new Map<string, Field>();
		let size = 1;
		const split = findSplitNumbers(node, this.source.text);
		const repeated: Repeated[] = [];
		for (const pair of node.items) {
			const splitSpan = split.get(pair);
			if (splitSpan === 'rest') continue;
			const key = spanOf(pair.key);
			const name = this.readName(pair.key, fields, repeated);
			const tree = splitSpan === undefined ? this.convert(pair.value) : this.reportSplitNumber(splitSpan);
			if (name === null) continue;
			// An empty value has no span of its own; use that of its key.
			fields.set(name, { key, tree: tree.end > tree.start ? tree : { ...tree, ...key } });
			value[name] = tree.value;
			size += tree.size;
		}
		this.reportRepeated(repeated);
		return { ...spanOf(node), value, written: null, size, fields, items: null };
	}

	/** Reports all repeated fields of a group in one finding. */
	private reportRepeated([first, ...others]: readonly Repeated[]): void {
		if (!first) return;
		const names = others.slice(0, MAX_REPEATED).map(({ shown }) => shown);
		const also = `, and so ${others.length === 1 ? 'is' : 'are'} ${names.join(', ')}${others.length > MAX_REPEATED ? ' …' : ''}`;
		const message = `${first.shown} is here for the second time${others.length > 0 ? also : ''}; the first is on line ${first.line}`;
		this.report(first.key, message, others.length > 0 ? START_ITEM : KEEP_ONE);
		this.hasMergedItems ||= others.length > 0;
	}

	private readName(node: ParsedNode, fields: ReadonlyMap<string, Field>, repeated: Repeated[]): string | null {
		const key = spanOf(node);
		const name = isScalar(node) && typeof node.value === 'string' ? node.value : null;
		if (name === null) {
			this.report(key, 'a field name is not plain text', 'Write the name itself, such as routedSmall.');
			return null;
		}
		if (this.isUnsafe(name, key)) return null;
		if (name === '__proto__') {
			this.report(key, '__proto__ cannot be the name of a field', 'Delete it, or give it another name.');
			return null;
		}
		const first = fields.get(name);
		if (!first) return name;
		repeated.push({ key, shown: drawUnsafeLine(name.slice(0, 60)), line: lineOf(this.source, first.key.start) });
		return null;
	}

	private reportSplitNumber(span: Span): Tree {
		const written = this.source.text.slice(span.start, span.end);
		this.report(
			span,
			`a comma ends a value here: ${written} is read as ${written.replace(/,.*/s, '')}`,
			commaHelp(written),
		);
		return leaf(span, '?');
	}

	private convertSequence(node: YAMLSeq<ParsedNode>): Tree {
		const items = node.items.map((item) => this.convert(item));
		const size = items.reduce((sum, item) => sum + item.size, 1);
		return { ...spanOf(node), value: items.map((item) => item.value), written: null, size, fields: null, items };
	}

	private convertScalar(node: ParsedNode): Tree {
		const span = spanOf(node);
		const value = isScalar(node) ? node.value : null;
		if (typeof value === 'string') return leaf(span, this.isUnsafe(value, span) ? '?' : value);
		const short = span.end - span.start <= MAX_NUMBER_LENGTH;
		return leaf(span, value, value !== null && short ? this.source.text.slice(span.start, span.end) : null);
	}

	private isUnsafe(value: string, span: Span): boolean {
		const run = unsafeRuns(value, 1)[0];
		if (run)
			this.report(span, `this text holds ${describeUnsafe(value.slice(run.start, run.end))}`, CONTROL_CHARACTER_HELP);
		return run !== undefined;
	}

	private report(span: Span, message: string, help: string): void {
		this.findings.push({ ...span, message, help });
	}
}

/** What to do about a control character. */
export const CONTROL_CHARACTER_HELP =
	'Delete it: on a terminal it would act instead of being shown. For emphasis in a story, use Markdown.';

function spanOf(node: { readonly range?: Range | null | undefined }): Span {
	const [start, end] = node.range ?? [0, 0];
	return { start, end };
}

/** The anchors (`&name`) of a file, and the number and total size of its aliases (`*name`). */
class Aliases {
	// 'open': the anchored value is still being read, so an alias to it would contain itself.
	private readonly anchors = new Map<string, Tree | 'open'>();
	private count = 0;
	private size = 0;
	/** Whether the aliases exceed `LIMITS`. */
	exhausted = false;

	constructor(private readonly find: (finding: Finding) => void) {}

	openAnchor(name: string): void {
		this.anchors.set(name, 'open');
	}

	closeAnchor(name: string, tree: Tree): void {
		this.anchors.set(name, tree);
	}

	/** Returns the value that `*name` at `span` stands for; if it is not allowed, an empty one, with a finding. */
	resolve(name: string, span: Span): Tree {
		const target = this.anchors.get(name);
		const shown = drawUnsafeLine(name.slice(0, 60));
		if (target === undefined)
			return this.refuse(
				span,
				`*${shown} repeats a value that no &${shown} marks before it`,
				'Write the value out, or mark it first.',
			);
		if (target === 'open')
			return this.refuse(span, `*${shown} stands inside the value that it repeats`, 'Write the value out.');
		this.count += 1;
		this.size += target.size;
		if (this.count <= LIMITS.aliases && this.size <= LIMITS.aliased) return target;
		if (this.exhausted) return leaf(span, null);
		this.exhausted = true;
		return this.refuse(
			span,
			`up to here the aliases repeat more than ${LIMITS.aliases} times or ${formatGrouped(LIMITS.aliased)} values, more than any scenario needs`,
			'Write the values out instead of repeating them with & and *.',
		);
	}

	private refuse(span: Span, message: string, help: string): Tree {
		this.find({ ...span, message, help });
		return leaf(span, null);
	}
}
