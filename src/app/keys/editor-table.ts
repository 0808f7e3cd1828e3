import type { Action } from '../../screens/action.js';
import type { Mode, State } from '../../screens/state.js';

/** One command: the keys that give it in some modes, the action, and its words in footer and help. */
export interface Binding {
	readonly modes: readonly Mode[];
	/** Names as `keyNames` gives them; the first stands in help as `shown`. */
	readonly keys: readonly string[];
	readonly action: Action;
	/** The keys as people read them. */
	readonly shown: string;
	/** Two words for the footer. */
	readonly label: string;
	/** A line for the help. */
	readonly help: string;
	/** The footer shows the lowest first, as many as fit; null: only in help. Bindings of one rank share an entry. */
	readonly rank: number | null;
	/** Where the key does nothing although its mode is on, the footer leaves it out; missing: nowhere. */
	readonly when?: (state: State) => boolean;
}

/** Texts of a drill: an answer, a number, the boxes of a diagram. */
export const ANSWERED: readonly Mode[] = ['writing', 'counting', 'filling'];
/** Lines that are typed below a worksheet or the lab. */
export const PROMPTED: readonly Mode[] = ['prompt', 'exporting'];
/** Modes in which a text with a cursor is written. */
const WRITTEN: readonly Mode[] = [...ANSWERED, 'wording', ...PROMPTED];

const key = (
	keys: string[],
	move: Extract<Action, { type: 'edit-text' }>['move'],
	shown: string,
	label: string,
	help = '',
): Binding => ({ modes: WRITTEN, keys, action: { type: 'edit-text', move }, shown, label, help, rank: null });

/** The keys that work in every text with a cursor, by the names that shells and editors have made common. */
export const EDITOR_BINDINGS: readonly Binding[] = [
	key(['left'], 'left', '←→', 'cursor'),
	key(['right'], 'right', '←→', 'cursor'),
	key(['alt+b', 'alt+left', 'ctrl+left'], 'word-left', 'Alt-B', 'word left'),
	key(
		['alt+f', 'alt+right', 'ctrl+right'],
		'word-right',
		'Alt-F',
		'word right',
		'Alt-B, Alt-F or Ctrl-← → in a text: one word back, one word forward',
	),
	key(['ctrl+a', 'home'], 'home', 'Ctrl-A', 'start', 'Ctrl-A, Ctrl-E in a text: start and end of the line'),
	key(['ctrl+e', 'end'], 'end', 'Ctrl-E', 'end'),
	key(['delete', 'ctrl+d'], 'erase-right', 'Delete', 'erase right'),
	key(
		['ctrl+w', 'alt+backspace', 'ctrl+backspace'],
		'erase-word',
		'Ctrl-W',
		'erase word',
		'Ctrl-W, Alt-D, Ctrl-K in a text: erase the word before the cursor, the word after it, the rest of the line',
	),
	key(['alt+d'], 'erase-word-right', 'Alt-D', 'erase word right'),
	key(['ctrl+k'], 'erase-after', 'Ctrl-K', 'erase rest'),
];
