/** Value of an input in the model's units; null: not measured, or off for an override or a check. */
export type InputValue = number | string | null;

/** One change to a scenario. A list of them reproduces a state. */
export interface Edit {
	readonly path: string;
	readonly value: InputValue;
}

export interface Refusal {
	/** What is wrong, in one sentence. */
	readonly message: string;
	/** What to do instead: the near matches, or the allowed range. */
	readonly help: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refusal);

/** Returns a refusal as a result. */
export const refuse = (message: string, help: string): Result<never> => ({ ok: false, message, help });
