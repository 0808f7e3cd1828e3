import { Text } from 'ink';
import { type ReactElement, useMemo } from 'react';
import { Scrolled } from '../parts/Scrolled.js';
import { useLoaded } from '../parts/use-loaded.js';
import { type OverlayProps, overlayHeight } from './overlay-props.js';

const loadLines = () => import('./artifact-lines.js');

/** The artifact as it was first seen, before anything was computed: static, so Ink's table draws it. */
export function Artifact({ document: { artifact }, offset, size, onMeasured }: OverlayProps): ReactElement {
	const columns = size.columns - 2;
	const height = overlayHeight(size);
	const load = useMemo(
		() => async () => (artifact ? (await loadLines()).artifactLines(artifact, columns, height) : []),
		[artifact, columns, height],
	);
	const lines = useLoaded(load);
	if (!artifact) return <Text> This scenario has no artifact of its own.</Text>;
	return (
		<Scrolled
			lines={(lines ?? ['…']).map((line) => ` ${line}`)}
			offset={offset}
			height={height}
			onMeasured={onMeasured}
		/>
	);
}
