import { type Result, refuse } from '../engine/inputs/index.js';
import { toSafeLine } from '../text/safe-text.js';
import type { Sheet } from './sheet.js';

/** Option of a choice field. */
export interface Choice {
	readonly value: string;
	readonly words: string;
}

/** Worksheet field for text or a choice; numbers are inputs, found by `numberAt`. */
export interface SheetField {
	/** Unique among the fields of a worksheet, like an input's path. */
	readonly id: string;
	readonly label: string;
	/** One sentence on what to enter. */
	readonly help: string;
	/** Current value; null if empty. */
	readonly value: string | null;
	/** Maximum number of characters; 0 for a choice. */
	readonly maxLength: number;
	/** Options in the order of the arrow keys; empty for a typed field. */
	readonly choices: readonly Choice[];
	readonly set: (value: string | null) => Result<Sheet>;
}

/** Maximum length of a heading or a name in the file format. */
const MAX_NAME = 120;
/** Maximum length of free text. */
export const MAX_TEXT = 12_000;

type TextFieldSpec = Pick<SheetField, 'id' | 'label' | 'help' | 'value'> & {
	readonly take: (text: string | null) => Sheet | Result<Sheet>;
};

/** Creates a field for free text; null when emptied. */
export const textField = (field: TextFieldSpec): SheetField => createTextField(field, MAX_TEXT);

/** Creates a field for an optional name. */
export const optionalNameField = (field: TextFieldSpec): SheetField => createTextField(field, MAX_NAME);

/** Creates a field for a name, which cannot be empty. */
export const nameField = (field: TextFieldSpec): SheetField =>
	createTextField(
		{
			...field,
			take: (text) =>
				text === null ? refuse(`${field.label} cannot be empty`, 'Type a few words.') : field.take(text),
		},
		MAX_NAME,
	);

function createTextField({ take, ...field }: TextFieldSpec, maxLength: number): SheetField {
	return {
		...field,
		maxLength,
		choices: [],
		set: (value) => {
			const text = toSafeLine(value ?? '');
			if (text.length > maxLength)
				return refuse(
					`${text.length.toLocaleString('en-US')} characters are ${(text.length - maxLength).toLocaleString('en-US')} too many`,
					`At most ${maxLength.toLocaleString('en-US')} fit.`,
				);
			const result = take(text === '' ? null : text);
			return 'ok' in result ? result : { ok: true, value: result };
		},
	};
}

/** Creates a field with a fixed set of options. */
export function choiceField(
	field: Pick<SheetField, 'id' | 'label' | 'help' | 'value'> & {
		readonly choices: readonly Choice[];
		readonly take: (value: string | null) => Sheet | Result<Sheet>;
	},
): SheetField {
	const { take, ...rest } = field;
	return {
		...rest,
		maxLength: 0,
		set: (value) => {
			if (value !== null && !field.choices.some((option) => option.value === value))
				return refuse(
					`${field.label} cannot be ${value}`,
					`There are ${field.choices.map((option) => option.words).join(', ')}.`,
				);
			const result = take(value);
			return 'ok' in result ? result : { ok: true, value: result };
		},
	};
}
