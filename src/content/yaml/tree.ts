import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Range, type YAMLMap, type YAMLSeq } from 'yaml';
import { harmlessLine, unsafeNames, unsafeRuns } from '../problems/harmless.js';
import type { Finding } from '../problems/problem.js';
import { placeOf, type SourceText } from '../problems/source-text.js';
import { LIMITS } from './limits.js';

/** Start and end in the text, in UTF-16 units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A plain value that knows where each of its parts was written. */
export interface Tree extends Span {
	readonly value: unknown;
	/** How many values it holds, aliases counted as what they stand for. */
	readonly size: number;
	readonly fields: ReadonlyMap<string, { readonly key: Span; readonly tree: Tree }> | null;
	readonly items: readonly Tree[] | null;
}

/**
 * Turns nodes into plain values (objects without a prototype), with findings for what must not pass: the
 * same key twice, the key that would reach into JavaScript's own objects, aliases that multiply, control characters.
 * A field with a finding is left out; everything else can still be checked.
 */
export function plant(
	root: ParsedNode,
	source: SourceText,
): { readonly tree: Tree; readonly findings: readonly Finding[] } {
	const planter = new Planter(source);
	return { tree: planter.node(root), findings: planter.findings };
}

class Planter {
	readonly findings: Finding[] = [];
	// 'open': the anchor's own value is still being read, so an alias to it would hold itself.
	private readonly anchors = new Map<string, Tree | 'open'>();
	private aliases = 0;
	private aliased = 0;
	private exhausted = false;

	constructor(private readonly source: SourceText) {}

	/** Recursion is safe: the tokens were refused if nested deeper than `LIMITS.depth`. */
	node(node: ParsedNode | null): Tree {
		if (node === null) return { start: 0, end: 0, value: null, size: 1, fields: null, items: null };
		if (isAlias(node)) return this.alias(node.source, spanOf(node));
		const anchor = node.anchor;
		if (anchor !== undefined) this.anchors.set(anchor, 'open');
		const tree = isMap(node) ? this.map(node) : isSeq(node) ? this.seq(node) : this.scalar(node);
		if (anchor !== undefined) this.anchors.set(anchor, tree);
		return tree;
	}

	private map(node: YAMLMap<ParsedNode, ParsedNode | null>): Tree {
		const value: Record<string, unknown> = Object.create(null);
		const fields = new Map<string, { key: Span; tree: Tree }>();
		let size = 1;
		for (const pair of node.items) {
			const key = spanOf(pair.key);
			const tree = this.node(pair.value);
			const name = this.key(pair.key, key, fields);
			if (name === null) continue;
			// A value that is not written has no place of its own: its key stands for it.
			fields.set(name, { key, tree: tree.end > tree.start ? tree : { ...tree, ...key } });
			value[name] = tree.value;
			size += tree.size;
		}
		return { ...spanOf(node), value, size, fields, items: null };
	}

	private key(node: ParsedNode, key: Span, fields: ReadonlyMap<string, { key: Span }>): string | null {
		const name = isScalar(node) && typeof node.value === 'string' ? node.value : null;
		if (name === null) {
			this.find(key, 'a field name is not plain text', 'Write the name itself, such as routedSmall.');
			return null;
		}
		if (this.unsafe(name, key)) return null;
		if (name === '__proto__') {
			this.find(key, '__proto__ cannot be the name of a field', 'Delete it, or give it another name.');
			return null;
		}
		const first = fields.get(name);
		if (first) {
			const { line } = placeOf(this.source, first.key.start);
			const shown = harmlessLine(name.slice(0, 60));
			this.find(key, `${shown} is here for the second time; the first is on line ${line}`, 'Keep one of the two.');
			return null;
		}
		return name;
	}

	private seq(node: YAMLSeq<ParsedNode>): Tree {
		const items = node.items.map((item) => this.node(item));
		const size = items.reduce((sum, item) => sum + item.size, 1);
		return { ...spanOf(node), value: items.map((item) => item.value), size, fields: null, items };
	}

	private scalar(node: ParsedNode): Tree {
		const span = spanOf(node);
		const value = isScalar(node) ? node.value : null;
		const unsafe = typeof value === 'string' && this.unsafe(value, span);
		return { ...span, value: unsafe ? '?' : value, size: 1, fields: null, items: null };
	}

	private alias(name: string, span: Span): Tree {
		const nothing = { ...span, value: null, size: 1, fields: null, items: null };
		const target = this.anchors.get(name);
		this.aliases += 1;
		if (target === undefined || target === 'open') {
			const shown = harmlessLine(name.slice(0, 60));
			const [message, help] =
				target === 'open'
					? [`*${shown} stands inside the value that it repeats`, 'Write the value out.']
					: [`*${shown} repeats a value that no &${shown} marks before it`, 'Write the value out, or mark it first.'];
			this.find(span, message, help);
			return nothing;
		}
		this.aliased += target.size;
		if (this.aliases > LIMITS.aliases || this.aliased > LIMITS.aliased) {
			// Once is enough: whatever comes after is the same story.
			if (!this.exhausted)
				this.find(
					span,
					`the aliases up to here repeat more than ${LIMITS.aliases} times or ${LIMITS.aliased.toLocaleString('en-US')} values, which is refused`,
					'Write the values out instead of repeating them with * and &.',
				);
			this.exhausted = true;
			return nothing;
		}
		return target;
	}

	private unsafe(value: string, span: Span): boolean {
		const run = unsafeRuns(value, 1)[0];
		if (!run) return false;
		const names = unsafeNames(value.slice(run.start, run.end));
		this.find(span, `this text holds ${names}, a control character written as an escape`, NO_CONTROL);
		return true;
	}

	private find(span: Span, message: string, help: string): void {
		this.findings.push({ ...span, message, help });
	}
}

/** Why control characters are refused, and what to do. */
export const NO_CONTROL =
	'Delete it: in a terminal it would act instead of being shown. Markdown can emphasize: *like this*.';

function spanOf(node: { readonly range?: Range | null | undefined }): Span {
	const [start, end] = node.range ?? [0, 0];
	return { start, end };
}
