import type { Plugin } from 'rolldown';

/** One change to a file of somebody else's: every `[before, after]` has to be found exactly once. */
export interface SourceEdit {
	/** The end of the file's path, with forward slashes. */
	readonly file: string;
	readonly swaps: readonly (readonly [before: string, after: string])[];
}

/** Makes the swaps, or throws and says which text is gone. */
export function applySwaps(code: string, { file, swaps }: SourceEdit): string {
	return swaps.reduce((text, [before, after]) => {
		const count = text.split(before).length - 1;
		if (count !== 1) throw new Error(`${file}: expected once, found ${count} times: ${before}`);
		return text.replace(before, () => after);
	}, code);
}

/**
 * A plugin that edits sources while they are bundled. When a dependency changes so that an edit no longer fits, or
 * its file is no longer reached, the build fails: a tuning that silently stopped working would look like bad luck.
 */
export function sourceEdits(name: string, edits: readonly SourceEdit[]): Plugin {
	const missing = new Set(edits);
	return {
		name,
		buildStart() {
			for (const edit of edits) missing.add(edit);
		},
		transform: {
			filter: { id: edits.map(({ file }) => new RegExp(`${escaped(file)}$`)) },
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

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
