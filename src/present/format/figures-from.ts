/** Where figures come from, with what was said of their prices. */
export const figuresFrom = (source: string, notes: readonly string[]): string =>
	notes.length === 0 ? source : [sentence(source), ...notes].join(' ');

/** A text as a sentence. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
