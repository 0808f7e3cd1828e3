import { footerEntries } from '../app/keys.js';
import { topLayer } from '../app/layers.js';
import { toSentence } from '../present/speak/sentences.js';
import { inWords, keysInWords } from '../present/speak/symbols.js';
import type { Env, FooterEntry, Layer } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { isList } from './list.js';

/** How to begin, said once at the start. */
export const GREETING =
	'Dispatch Board, in lines. Type a command by its name or its key, then Enter. A line with only a space is the Space key, an empty line is the Enter key. help lists the commands, quit leaves.';

const HOW = [
	'Several keys may stand in a line: tab tab right. A number is typed into what has the focus, and entered: 40%.',
	'Everywhere: help or a question mark; keys, every key of the program; again, what is open once more; all, the whole page; where, where you are; quit.',
];
const HOW_LIST = 'The number of a line of the list opens it.';
const HOW_TEXT =
	'Here a line is text. Only help, where, again, all, esc and quit are commands, alone in a line; a colon before any other makes it one: colon tab. A space before them makes a text of them.';

/** The most commands that are said without being asked for. */
const MAX_OFFERED = 5;

/** Commands that are said by their own words anyway. */
const SAID_ANYWAY: readonly string[] = ['?', 'q'];

/** Types of actions that edit a text or enter it, which a line does by itself. */
const EDITING: readonly string[] = ['edit-text', 'erase', 'enter', 'scroll', 'page'];

/** How to write a text, by layer. */
const WRITING: Readonly<Record<string, string>> = {
	'drill-card': 'Write your answer, in one line or several; an empty line hands it in',
	'drill-number': 'Write the number',
	'drill-diagram': 'Write the label of the box, then the next one',
};

/** Lists the commands in force, each by its name and its keys, and how to type them. */
export function helpSentences(state: State, env: Env): readonly string[] {
	const layer = topLayer(state, env);
	const entries = footerEntries(layer, state, env).map((entry) => `${inWords(entry.label)}: ${keysOf(entry, layer)}.`);
	return [
		toSentence(layer.text ? 'Commands while you write' : 'Commands, and their keys'),
		...entries,
		...(layer.text ? [HOW_TEXT] : HOW),
		...(isList(layer) ? [HOW_LIST] : []),
	];
}

/**
 * Returns what can be done next, the most useful first.
 *
 * @param hasItems whether there are items to choose by their numbers
 */
export function offerSentence(state: State, env: Env, hasItems: boolean): string {
	const layer = topLayer(state, env);
	const commands = footerEntries(layer, state, env)
		.filter((entry) => isOffered(entry, layer))
		.slice(0, MAX_OFFERED)
		.map((entry) => `${inWords(entry.label)} (${keysOf(entry, layer)})`);
	const list = [...(hasItems ? ['type a number of the list'] : []), ...commands].join(', ');
	if (!layer.text) return `You can: ${list}; help lists all.`;
	return `${WRITING[layer.id] ?? 'Write a line, then Enter'}. You can: ${list}; help lists all.`;
}

/** Whether a command is said without being asked for. In a text, a line is typed anew instead of being edited. */
function isOffered(entry: FooterEntry, { text, keys }: Layer): boolean {
	const type = keys.find(({ footer }) => footer === entry)?.action.type ?? '';
	// The palette lists what help lists, and every name can be typed without it.
	if (type === 'open-palette') return false;
	return !SAID_ANYWAY.includes(entry.keys) && !(text && EDITING.includes(type));
}

/** Returns the keys of a command as they are said. A single letter keeps its case: u and U do different things. */
function keysOf({ keys }: FooterEntry, { text }: Layer): string {
	const words = keysInWords(keys.replace(/[/ ](?=\S)/g, ', '))
		.replaceAll(', ', ' or ')
		.replace('0-9', 'a number');
	// What stands alone in a line is a command in a text, too.
	return text && words !== 'Esc' ? `colon ${words}` : words;
}
