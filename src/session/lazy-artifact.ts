import type { Artifact, Env } from '../screens/screen.js';
import type { Line } from '../text/line.js';

/**
 * Draws artifacts between frames and caches them by size: ink-table renders with Ink, which cannot be entered again
 * while it renders a frame.
 *
 * @param onDrawn called when an artifact that was returned as null is ready
 */
export function createLazyArtifacts(onDrawn: () => void): Env['artifact'] {
	const drawn = new WeakMap<Artifact, Map<string, readonly Line[] | null>>();
	return (artifact, columns, height) => {
		const sizes = drawn.get(artifact) ?? new Map<string, readonly Line[] | null>();
		drawn.set(artifact, sizes);
		const size = `${columns}x${height}`;
		if (!sizes.has(size)) {
			sizes.set(size, null);
			void import('../app/artifact-lines.js')
				.then(({ artifactLines }) => artifactLines(artifact, columns, height))
				.then((lines) => {
					sizes.set(size, lines);
					onDrawn();
				});
		}
		return sizes.get(size) ?? null;
	};
}
