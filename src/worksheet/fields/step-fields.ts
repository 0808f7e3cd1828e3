import {
	REVIEW_ANSWER_WORDS,
	REVIEW_QUESTION_TEXTS,
	REVIEW_QUESTIONS,
	type ReviewQuestion,
} from '../../chapter/review.js';
import type { ReviewAnswer } from '../../content/index.js';
import type { CostRow, Lane, Risk, Segment } from '../../engine/scenario.js';
import { assumedInput, updateAssumptionName, withAssumption, withoutAssumption } from '../assumption.js';
import { choiceField, nameField, optionalNameField, type SheetField, textField } from '../field.js';
import { NO_SOURCE } from '../from-template.js';
import { withTitle, withUpdatedSummary } from '../names.js';
import { type Sheet, withWords } from '../sheet.js';

/** Fields for the feature and the change. */
export const featureFields = (sheet: Sheet): readonly SheetField[] => [
	nameField({
		id: 'title',
		label: 'feature',
		help: 'What people call it.',
		value: sheet.scenario.title,
		take: (title) => withTitle(sheet, title ?? sheet.scenario.title),
	}),
	textField({
		id: 'change',
		label: 'what changes',
		help: 'One change, said so that somebody else could make it.',
		value: sheet.worksheet.change,
		take: (change) => withUpdatedSummary(sheet, withWords(sheet, { change })),
	}),
	textField({
		id: 'slice',
		label: 'for which segment',
		help: 'Which requests it touches, and which it leaves alone.',
		value: sheet.worksheet.slice,
		take: (slice) => withWords(sheet, { slice }),
	}),
	textField({
		id: 'source',
		label: 'source of the numbers',
		help: 'Measured where and when, or a guess: rough numbers are fine as long as they say so.',
		value: sheet.source === NO_SOURCE ? null : sheet.source,
		take: (source) => ({ ...sheet, source: source ?? NO_SOURCE }),
	}),
];

/** Fields for the models' names. */
export const modelFields = (sheet: Sheet): readonly SheetField[] =>
	(['small', 'strong'] as const).map((lane: Lane) =>
		optionalNameField({
			id: `models.${lane}`,
			label: `${lane} model`,
			help: 'Its name; with a price list loaded, Enter looks it up.',
			value: sheet.worksheet.models[lane],
			take: (text) => withWords(sheet, { models: { ...sheet.worksheet.models, [lane]: text } }),
		}),
	);

const RISKS: readonly Risk[] = ['low', 'medium', 'high'];

/** Fields of a slice other than its numbers. */
export const sliceFields = (sheet: Sheet, { id, name: title, risk }: Segment): readonly SheetField[] => [
	nameField({
		id: `segments.${id}.name`,
		label: 'segment',
		help: 'What these requests are called.',
		value: title,
		take: (text) => withSlice(sheet, id, { name: text ?? title }),
	}),
	choiceField({
		id: `segments.${id}.risk`,
		label: 'risk',
		help: 'How bad a wrong answer is here.',
		value: risk,
		choices: RISKS.map((value) => ({ value, words: value })),
		take: (value) => withSlice(sheet, id, { risk: RISKS.find((level) => level === value) ?? risk }),
	}),
];

const withSlice = (sheet: Sheet, id: string, changes: Partial<Segment>): Sheet =>
	updateAssumptionName({
		...sheet,
		scenario: {
			...sheet.scenario,
			segments: sheet.scenario.segments.map((segment) => (segment.id === id ? { ...segment, ...changes } : segment)),
		},
	});

/** Fields of a cost table row, which is ready for review once it says what improved and what may have worsened (M9). */
export const rowFields = (
	sheet: Sheet,
	{ id, improved, mayHaveWorsened, name: title }: CostRow,
): readonly SheetField[] => [
	nameField({
		id: `rows.${id}.name`,
		label: 'row',
		help: 'What this row of the table is about.',
		value: title,
		take: (text) => withRow(sheet, id, { name: text ?? title }),
	}),
	textField({
		id: `rows.${id}.improved`,
		label: 'improved',
		help: 'What this row improves.',
		value: improved,
		take: (text) => withRow(sheet, id, { improved: text }),
	}),
	textField({
		id: `rows.${id}.mayHaveWorsened`,
		label: 'may have worsened',
		help: 'What may have worsened for it, even if nobody has seen it yet.',
		value: mayHaveWorsened,
		take: (text) => withRow(sheet, id, { mayHaveWorsened: text }),
	}),
];

const withRow = (sheet: Sheet, id: string, changes: Partial<CostRow>): Sheet => ({
	...sheet,
	scenario: {
		...sheet.scenario,
		rows: sheet.scenario.rows.map((row) => (row.id === id ? { ...row, ...changes } : row)),
	},
});

/** Fields for predictions made before seeing the figures (A1). */
export const predictFields = (sheet: Sheet): readonly SheetField[] => {
	const { scenario, worksheet } = sheet;
	const assumption = assumedInput(sheet);
	const metrics = [...new Set(scenario.guardrails.map(({ metric }) => metric))];
	return [
		textField({
			id: 'assumption',
			label: 'assumption to vary',
			help: 'A number that you are not sure of, and what else it could be: Enter chooses, d takes it out.',
			value: assumption && `${assumption.path} = ${assumption.text}`,
			take: (text) => {
				if (text === null) return withoutAssumption(sheet);
				const [path = '', ...value] = text.split('=');
				return withAssumption(sheet, path.trim(), value.join('=').trim());
			},
		}),
		textField({
			id: 'expected',
			label: 'ought to get better',
			help: 'Say it without looking, with a size: “spend down by half, resolution within a point”.',
			value: worksheet.expected,
			take: (expected) => withWords(sheet, { expected }),
		}),
		choiceField({
			id: 'atRisk',
			label: 'guardrail at risk',
			help: 'Which of the guardrails you expect to come under pressure first.',
			value: worksheet.atRisk,
			choices: metrics.map((metric) => ({ value: metric, words: metric })),
			take: (value) => withWords(sheet, { atRisk: metrics.find((metric) => metric === value) ?? null }),
		}),
	];
};

/** Fields for the four review questions, each with its evidence. */
export const reviewFields = (sheet: Sheet): readonly SheetField[] =>
	REVIEW_QUESTIONS.flatMap((id) => {
		const { answer, evidence } = sheet.worksheet.review[id];
		return [
			choiceField({
				id: `review.${id}.answer`,
				label: REVIEW_QUESTION_TEXTS[id],
				help: `${REVIEW_ANSWER_WORDS[id].yes}, ${REVIEW_ANSWER_WORDS[id].no}, or still open.`,
				value: answer,
				choices: [
					{ value: 'yes', words: REVIEW_ANSWER_WORDS[id].yes },
					{ value: 'no', words: REVIEW_ANSWER_WORDS[id].no },
				],
				take: (value) => withAnswer(sheet, id, { answer: value === 'yes' || value === 'no' ? value : null }),
			}),
			textField({
				id: `review.${id}.evidence`,
				label: 'evidence',
				help: 'Where that can be seen: a link, a number, a name.',
				value: evidence,
				take: (text) => withAnswer(sheet, id, { evidence: text }),
			}),
		];
	});

const withAnswer = (sheet: Sheet, id: ReviewQuestion, changes: Partial<ReviewAnswer>): Sheet =>
	withWords(sheet, {
		review: { ...sheet.worksheet.review, [id]: { ...sheet.worksheet.review[id], ...changes } },
	});
