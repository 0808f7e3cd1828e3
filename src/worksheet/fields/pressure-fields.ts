import { refuse } from '../../engine/inputs/index.js';
import { type Guardrail, METRIC_NAMES } from '../../engine/scenario.js';
import { choiceField, nameField, optionalNameField, type SheetField, textField } from '../field.js';
import {
	type GuardrailKey,
	guardrailKeyText,
	LIMIT_KINDS,
	type LimitKind,
	limitKindOf,
	NO_ACTION,
	NO_OWNER,
	withGuardrailChanged,
	withLimitKind,
	withTrigger,
} from '../guardrails.js';
import { type Sheet, withWords } from '../sheet.js';

/** Fields for the pressure relieved, the pressure created and its owner (A2). */
export const pressureFields = (sheet: Sheet): readonly SheetField[] => [
	textField({
		id: 'relieved',
		label: 'pressure relieved',
		help: 'Which pain gets smaller: spend, wait, load, memory.',
		value: sheet.worksheet.relieved,
		take: (relieved) => withWords(sheet, { relieved }),
	}),
	textField({
		id: 'created',
		label: 'pressure created',
		help: 'Which one gets larger instead: quality, repairs, hand-offs, silent failures, p95 wait.',
		value: sheet.worksheet.created,
		take: (created) => withWords(sheet, { created }),
	}),
	textField({
		id: 'owner',
		label: 'its owner',
		help: 'Who feels the created pressure and is asked about it: a team or a name.',
		value: sheet.worksheet.owner,
		take: (owner) => withWords(sheet, { owner }),
	}),
	textField({
		id: 'trigger',
		label: 'would prove it unsafe',
		help: 'The metric that would: Enter chooses it, and its guardrail below is the rollback trigger.',
		value: sheet.worksheet.trigger && guardrailKeyText(sheet.worksheet.trigger),
		take: (text) => {
			const metric = METRIC_NAMES.find((name) => name === text);
			if (metric) return withTrigger(sheet, { metric, segment: null });
			return text === null ? withWords(sheet, { trigger: null }) : refuse(`there is no metric ${text}`, 'Choose one.');
		},
	}),
];

/** Fields of one guardrail other than its limit, which is a number. */
export function guardrailFields(sheet: Sheet, guardrail: Guardrail): readonly SheetField[] {
	const key: GuardrailKey = { metric: guardrail.metric, segment: guardrail.segment };
	const at = (field: string): string => `guardrails.${guardrailKeyText(key)}.${field}`;
	const withChanges = (changes: Partial<Guardrail>) => withGuardrailChanged(sheet, key, changes);
	return [
		choiceField({
			id: at('segment'),
			label: 'segment',
			help: 'Where it is watched: over all requests, or in one segment.',
			value: guardrail.segment ?? BOARD,
			choices: [
				{ value: BOARD, words: 'all requests' },
				...sheet.scenario.segments.map(({ id, name: segmentName }) => ({ value: id, words: segmentName })),
			],
			take: (segment) => withChanges({ segment: segment === BOARD ? null : segment }),
		}),
		choiceField({
			id: at('kind'),
			label: 'limit',
			help: 'On which side it breaks, as a number of its own or beside the baseline.',
			value: limitKindOf(guardrail),
			choices: Object.entries(LIMIT_KINDS).map(([value, { words: text }]) => ({ value, words: text })),
			take: (kind) => withLimitKind(sheet, key, (kind ?? limitKindOf(guardrail)) as LimitKind),
		}),
		optionalNameField({
			id: at('window'),
			label: 'window',
			help: 'How long it is watched: one day, one week, 2,000 requests.',
			value: guardrail.window,
			take: (window) => withChanges({ window }),
		}),
		nameField({
			id: at('owner'),
			label: 'owner',
			help: 'Who decides when it breaks.',
			value: unlessPlaceholder(guardrail.owner, NO_OWNER),
			take: (owner) => withChanges({ owner: owner ?? NO_OWNER }),
		}),
		textField({
			id: at('action'),
			label: 'action',
			help: 'What the owner does then, without a meeting.',
			value: unlessPlaceholder(guardrail.action, NO_ACTION),
			take: (action) => withChanges({ action: action ?? NO_ACTION }),
		}),
	];
}

/** Choice value for the whole board; no segment id is empty. */
const BOARD = '';

const unlessPlaceholder = (text: string, placeholder: string): string | null => (text === placeholder ? null : text);
