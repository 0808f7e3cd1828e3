import type { Plugin } from 'rolldown';

/** Changes to one file of a dependency: each `before` must occur exactly once. */
export interface SourceEdit {
	/** The end of the file's path, with forward slashes. */
	readonly file: string;
	readonly swaps: readonly (readonly [before: string, after: string])[];
}

/** Applies the swaps; throws, naming the text, if one does not occur exactly once. */
export function applySwaps(code: string, { file, swaps }: SourceEdit): string {
	return swaps.reduce((text, [before, after]) => {
		const count = text.split(before).length - 1;
		if (count !== 1) throw new Error(`${file}: expected once, found ${count} times: ${before}`);
		return text.replace(before, () => after);
	}, code);
}

/**
 * Returns a plugin that edits sources while they are bundled. If a dependency changes so that an edit no longer fits,
 * or its file is no longer bundled, the build fails: otherwise the tuning would stop working unnoticed.
 */
export function sourceEdits(name: string, edits: readonly SourceEdit[]): Plugin {
	const missing = new Set(edits);
	return {
		name,
		buildStart() {
			for (const edit of edits) missing.add(edit);
		},
		transform: {
			filter: { id: edits.map(({ file }) => new RegExp(`${escapeRegExp(file)}$`)) },
			handler(code, id) {
				const edit = edits.find(({ file }) => id.replaceAll('\\', '/').endsWith(file));
				if (!edit) return null;
				missing.delete(edit);
				return { code: applySwaps(code, edit), map: null };
			},
		},
		buildEnd(error) {
			if (error || missing.size === 0) return;
			const files = [...missing].map(({ file }) => file).join(', ');
			throw new Error(`${name}: nothing to edit any more: ${files}`);
		},
	};
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
