/** The parts of Ink's key event that tell keys apart. */
export interface KeyEvent {
	readonly upArrow?: boolean;
	readonly downArrow?: boolean;
	readonly leftArrow?: boolean;
	readonly rightArrow?: boolean;
	readonly pageUp?: boolean;
	readonly pageDown?: boolean;
	readonly home?: boolean;
	readonly end?: boolean;
	readonly return?: boolean;
	readonly escape?: boolean;
	readonly tab?: boolean;
	readonly backspace?: boolean;
	readonly delete?: boolean;
	readonly shift?: boolean;
	readonly ctrl?: boolean;
}

const NAMED = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['tab', 'tab'],
	// Terminals send either for the key that erases to the left.
	['backspace', 'backspace'],
	['delete', 'backspace'],
	['escape', 'escape'],
] as const satisfies readonly (readonly [keyof KeyEvent, string])[];

/**
 * Names of the keys in one input event. Keys that arrive together come as one text, so it is split; the marks
 * around pasted text are dropped. A printable character names itself; named keys carry `shift+` and `ctrl+`.
 */
export function keyNames(input: string, key: KeyEvent): string[] {
	const named = NAMED.find(([field]) => key[field]);
	if (named) return [`${key.shift && named[1] !== 'escape' ? 'shift+' : ''}${named[1]}`];
	if (key.ctrl) return [`ctrl+${input}`];
	const text = input.replace(/\[20[01]~/g, '');
	return [...text].flatMap((character) => {
		if (character === '\r' || character === '\n') return ['enter'];
		if (character === '\t') return ['tab'];
		if (character === '\u007f' || character === '\b') return ['backspace'];
		return character < ' ' ? controlled(character) : [character];
	});
}

/** Start and end of the line, among text that arrived together with them; any other control character is no key of ours. */
function controlled(character: string): string[] {
	return character === '\u0001' ? ['ctrl+a'] : character === '\u0005' ? ['ctrl+e'] : [];
}
