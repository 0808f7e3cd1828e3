import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import type { ScenarioDocument } from '../../present/index.js';
import { shorten } from '../../present/index.js';
import type { Size } from '../screens/size.js';
import { styled } from '../theme.js';

export interface ScenarioListProps {
	readonly documents: readonly ScenarioDocument[];
	/** The chosen one. */
	readonly at: number;
	readonly size: Size;
}

/** The scenarios that can be opened, two lines each: the title, and what it shows. */
export function ScenarioList({ documents, at, size }: ScenarioListProps): ReactElement {
	const shown = Math.max(1, Math.floor((size.rows - 3) / 2));
	const from = Math.min(Math.max(0, at - Math.floor(shown / 2)), Math.max(0, documents.length - shown));
	return (
		<Box flexDirection="column" height={size.rows - 3}>
			{documents.slice(from, from + shown).map(({ scenario, summary }, i) => {
				const chosen = from + i === at;
				const name = `${chosen ? '›' : ' '} ${scenario.title} `;
				return (
					<Text key={scenario.id} wrap="truncate-end">
						{` ${styled({ text: name, tone: chosen ? 'focus' : 'plain', bold: chosen })} ${styled({ text: scenario.id, tone: 'dim' })}\n`}
						{styled({ text: `     ${shorten(summary, size.columns - 6)}`, tone: 'dim' })}
					</Text>
				);
			})}
		</Box>
	);
}
