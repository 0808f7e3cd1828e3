import { keyText } from '../key-text.js';
import type { Command } from '../screen.js';
import { filterWords } from '../terms.js';

/** Rank of a command that cannot act now: it comes after all that can. */
const UNAVAILABLE = 10;

/** Returns the commands that a text finds, best first; an empty text finds all, in their order. */
export function filterCommands(commands: readonly Command[], text: string): readonly Command[] {
	const typed = text.trim();
	if (typed === '') return commands;
	return commands
		.flatMap((command) => {
			const rank = matchRank(command, typed);
			return rank === null ? [] : [{ command, rank }];
		})
		.sort((a, b) => a.rank - b.rank)
		.map(({ command }) => command);
}

/**
 * Returns how well a text matches a command: 0 if it is one of its keys, then by the start of its name, the starts of
 * words, and anything inside them; null: it does not match.
 */
function matchRank({ keys, name, aside, id = '', reason }: Command, typed: string): number | null {
	const later = reason === null ? 0 : UNAVAILABLE;
	const lower = typed.toLowerCase();
	// The case of a single character matters: u and U do different things.
	if (keys.some((key) => key === typed || (key.length > 1 && keyText(key).toLowerCase() === lower))) return later;
	if (id.toLowerCase() === lower) return later + 1;
	const haystack = ` ${name} ${aside} ${id}`.toLowerCase();
	const words = filterWords(typed);
	const begins = words.every((word) => haystack.includes(` ${word}`));
	if (begins) return later + (haystack.startsWith(` ${lower}`) ? 1 : 2);
	// One letter is in nearly every name.
	return words.every((word) => word.length > 1 && haystack.includes(word)) ? later + 3 : null;
}
