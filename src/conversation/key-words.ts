import { isCharacter } from '../app/keys.js';

// The names by which keys are typed as words.

/** Keys with a name, as the terminal's decoder returns it. */
const NAMED_KEYS = [
	...['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown'],
	...['tab', 'enter', 'escape', 'backspace', 'delete'],
];

/** Other names of keys. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		space: ' ',
		esc: 'escape',
		return: 'enter',
		pgup: 'pageup',
		pgdn: 'pagedown',
		'page-up': 'pageup',
		'page-down': 'pagedown',
		del: 'delete',
		slash: '/',
		'question-mark': '?',
		'left-bracket': '[',
		'right-bracket': ']',
	}),
);

/** Returns the key of a word, such as `right`, `shift-tab`, `ctrl-g` or `]`; null: it is none. */
export function keyOfWord(word: string): string | null {
	if (isCharacter(word)) return word;
	const lower = word.toLowerCase();
	const named = OTHER_NAMES.get(lower) ?? (NAMED_KEYS.includes(lower) ? lower : null);
	if (named !== null) return named;
	const [, modifiers = '', base = ''] = /^((?:(?:ctrl|alt|shift)[-+])+|\^)(.+)$/.exec(lower) ?? [];
	const key = base === '' ? null : keyOfWord(base);
	if (key === null) return null;
	const held = ['ctrl', 'alt', 'shift'].filter(
		(name) => modifiers.includes(name) || (name === 'ctrl' && modifiers === '^'),
	);
	return [...held, key === ' ' ? 'space' : key].join('+');
}

/** Returns the word by which a key is typed. */
export const wordOfKey = (key: string): string =>
	key === ' ' ? 'space' : key === '+' ? key : key.replaceAll('+', '-');
