import type { Finding } from '../problems/finding.js';
import { grouped } from '../problems/grouped.js';
import { harmlessLine } from '../problems/harmless.js';
import { LIMITS } from './limits.js';
import { leaf, type Span, type Tree } from './tree.js';

/** The values that a file marks with `&name` and repeats with `*name`, and what they add up to. */
export class Aliases {
	// 'open': the marked value is still being read, so an alias to it would hold itself.
	private readonly marked = new Map<string, Tree | 'open'>();
	private count = 0;
	private size = 0;
	/** The file repeats more than `LIMITS` allow: what it would hold is of no interest any more. */
	exhausted = false;

	constructor(private readonly find: (finding: Finding) => void) {}

	open(name: string): void {
		this.marked.set(name, 'open');
	}

	close(name: string, tree: Tree): void {
		this.marked.set(name, tree);
	}

	/** What `*name` at `span` stands for; nothing, with a finding, where it may not be repeated. */
	resolve(name: string, span: Span): Tree {
		const target = this.marked.get(name);
		const shown = harmlessLine(name.slice(0, 60));
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
			`up to here the aliases repeat more than ${LIMITS.aliases} times or ${grouped(LIMITS.aliased)} values, more than any scenario needs`,
			'Write the values out instead of repeating them with & and *.',
		);
	}

	private refuse(span: Span, message: string, help: string): Tree {
		this.find({ ...span, message, help });
		return leaf(span, null);
	}
}
