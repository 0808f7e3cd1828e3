import { afterBlanks, pieceAt } from './json-pieces.js';

/** A name with its value, where they stand in a valid JSON text. */
export interface Member {
	readonly name: string;
	/** Where the name stands, with its quotes. */
	readonly start: number;
	readonly nameEnd: number;
	/** Where the value stands. */
	readonly value: number;
	readonly end: number;
}

/** The members of the object at `at` in a valid JSON text, in its order, those of one name each for itself. */
export function membersAt(text: string, at: number): readonly Member[] {
	const members: Member[] = [];
	let next = afterBlanks(text, at + 1);
	while (text[next] === '"') {
		const start = next;
		const name = pieceAt(text, start) ?? '';
		const colon = afterBlanks(text, start + name.length);
		const value = afterBlanks(text, colon + 1);
		const end = endOfValue(text, value);
		members.push({ name: JSON.parse(name), start, nameEnd: start + name.length, value, end });
		const after = afterBlanks(text, end);
		next = text[after] === ',' ? afterBlanks(text, after + 1) : text.length;
	}
	return members;
}

/** Where the value at `at` ends; without recursion, so that depth is no matter. */
function endOfValue(text: string, from: number): number {
	let open = 0;
	let at = from;
	for (;;) {
		const piece = pieceAt(text, at);
		if (piece === null) return text.length;
		if (piece === '{' || piece === '[') open += 1;
		if (piece === '}' || piece === ']') open -= 1;
		at += piece.length;
		if (open === 0) return at;
		at = afterBlanks(text, at);
	}
}
