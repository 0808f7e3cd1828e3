// Texts of overlays that are drawn and spoken.

export const ARTIFACT_NOTE = 'As first seen: nothing here is computed, and nothing can be changed.';
export const NO_ARTIFACT = 'This scenario has no artifact of its own.';
export const NO_SCENARIO = 'No scenario matches. Try a word such as “latency”.';
export const NO_TERM = 'No term matches. Backspace erases a letter.';
export const NO_HISTORY = 'Nothing was changed yet.';
export const SHARE_NOTE =
	'This line prints the report of this state, baseline and rows included. It is printed again when you quit.';
