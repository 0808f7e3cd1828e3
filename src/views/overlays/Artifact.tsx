import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import { useLoaded } from '../parts/use-loaded.js';
import { type OverlayProps, overlayHeight } from './overlay-props.js';

const loadTable = () => import('ink-table');

/** The artifact as it was first seen, before anything was computed: static, so Ink's table draws it. */
export function Artifact({ document, size }: OverlayProps): ReactElement {
	const { artifact } = document;
	const loaded = useLoaded(loadTable);
	if (!artifact) return <Text> This scenario has no artifact of its own.</Text>;
	const data = artifact.rows.map((row) =>
		Object.fromEntries(artifact.columns.map((column, i) => [column, row[i] ?? ''])),
	);
	return (
		<Box flexDirection="column" height={overlayHeight(size)} paddingLeft={1}>
			<Text bold>{artifact.title}</Text>
			{loaded && <loaded.Table data={data} />}
			<Text dimColor>As first seen: nothing here is computed, and nothing can be changed.</Text>
		</Box>
	);
}
