import { type Result, refuse } from '../engine/inputs/index.js';
import { oneSafeLine } from '../text/visible.js';
import type { Sheet } from './sheet.js';

/** One of several values of a choice. */
export interface Choice {
	readonly value: string;
	readonly words: string;
}

/** Something of a worksheet that is said in words or chosen; numbers are inputs, found by `numberAt`. */
export interface SheetField {
	/** Names it among all fields of a worksheet, as an input's path does. */
	readonly id: string;
	readonly label: string;
	/** What belongs into it, in a sentence. */
	readonly help: string;
	/** What stands there; null: nothing yet. */
	readonly value: string | null;
	/** The most characters; a choice has none. */
	readonly most: number;
	/** What can be chosen, in the order in which the arrow keys walk it; none: it is typed. */
	readonly choices: readonly Choice[];
	readonly set: (value: string | null) => Result<Sheet>;
}

/** A heading or a name: the files allow no more. */
const NAME = 120;
/** The most characters of what somebody says in their own words. */
export const WORDS = 12_000;

type Typed = Pick<SheetField, 'id' | 'label' | 'help' | 'value'> & {
	readonly take: (text: string | null) => Sheet | Result<Sheet>;
};

/** A field for words; emptied, nothing is said. */
export const words = (field: Typed): SheetField => typed(field, WORDS);

/** A field for a name that may be left out. */
export const label = (field: Typed): SheetField => typed(field, NAME);

/** A field for a name, which cannot be empty. */
export const name = (field: Typed): SheetField =>
	typed(
		{
			...field,
			take: (text) =>
				text === null ? refuse(`${field.label} cannot be empty`, 'Type a few words.') : field.take(text),
		},
		NAME,
	);

function typed({ take, ...field }: Typed, most: number): SheetField {
	return {
		...field,
		most,
		choices: [],
		set: (value) => {
			const text = oneSafeLine(value ?? '');
			if (text.length > most)
				return refuse(
					`${text.length.toLocaleString('en-US')} characters are ${(text.length - most).toLocaleString('en-US')} too many`,
					`At most ${most.toLocaleString('en-US')} fit.`,
				);
			const taken = take(text === '' ? null : text);
			return 'ok' in taken ? taken : { ok: true, value: taken };
		},
	};
}

/** A field with a few values. */
export function choice(
	field: Pick<SheetField, 'id' | 'label' | 'help' | 'value'> & {
		readonly choices: readonly Choice[];
		readonly take: (value: string | null) => Sheet | Result<Sheet>;
	},
): SheetField {
	const { take, ...rest } = field;
	return {
		...rest,
		most: 0,
		set: (value) => {
			if (value !== null && !field.choices.some((one) => one.value === value))
				return refuse(
					`${field.label} cannot be ${value}`,
					`There are ${field.choices.map((one) => one.words).join(', ')}.`,
				);
			const taken = take(value);
			return 'ok' in taken ? taken : { ok: true, value: taken };
		},
	};
}
