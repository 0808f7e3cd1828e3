import { assumed, withAssumption, withoutAssumption } from '../assumption.js';
import { choice, type SheetField, words } from '../field.js';
import { type Sheet, withWords } from '../sheet.js';

/** What is said before anybody looks (A1). */
export const predictFields = (sheet: Sheet): readonly SheetField[] => {
	const { scenario, worksheet } = sheet;
	const varied = assumed(sheet);
	const metrics = [...new Set(scenario.guardrails.map(({ metric }) => metric))];
	return [
		words({
			id: 'assumption',
			label: 'assumption to vary',
			help: 'A number that you are not sure of, and what else it could be: Enter chooses, d takes it out.',
			value: varied && `${varied.path} = ${varied.text}`,
			take: (text) => {
				if (text === null) return withoutAssumption(sheet);
				const [path = '', ...value] = text.split('=');
				return withAssumption(sheet, path.trim(), value.join('=').trim());
			},
		}),
		words({
			id: 'expected',
			label: 'ought to get better',
			help: 'Say it without looking, with a size: “spend down by half, resolution within a point”.',
			value: worksheet.expected,
			take: (expected) => withWords(sheet, { expected }),
		}),
		choice({
			id: 'atRisk',
			label: 'guardrail at risk',
			help: 'Which of the guardrails you expect to come under pressure first.',
			value: worksheet.atRisk,
			choices: metrics.map((metric) => ({ value: metric, words: metric })),
			take: (value) => withWords(sheet, { atRisk: metrics.find((metric) => metric === value) ?? null }),
		}),
	];
};
