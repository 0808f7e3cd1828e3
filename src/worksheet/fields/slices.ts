import type { Risk, Segment } from '../../engine/scenario.js';
import { renamed } from '../assumption.js';
import { choice, name, type SheetField } from '../field.js';
import type { Sheet } from '../sheet.js';

const RISKS: readonly Risk[] = ['low', 'medium', 'high'];

/** What of a slice is no number. */
export const sliceFields = (sheet: Sheet, { id, name: title, risk }: Segment): readonly SheetField[] => [
	name({
		id: `segments.${id}.name`,
		label: 'slice',
		help: 'What these requests are called.',
		value: title,
		take: (text) => withSlice(sheet, id, { name: text ?? title }),
	}),
	choice({
		id: `segments.${id}.risk`,
		label: 'risk',
		help: 'How bad a wrong answer is here.',
		value: risk,
		choices: RISKS.map((value) => ({ value, words: value })),
		take: (value) => withSlice(sheet, id, { risk: RISKS.find((one) => one === value) ?? risk }),
	}),
];

const withSlice = (sheet: Sheet, id: string, changes: Partial<Segment>): Sheet =>
	renamed({
		...sheet,
		scenario: {
			...sheet.scenario,
			segments: sheet.scenario.segments.map((segment) => (segment.id === id ? { ...segment, ...changes } : segment)),
		},
	});
