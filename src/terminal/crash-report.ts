import { inspect } from 'node:util';
import { harmlessText } from './harmless.js';

/** What to tell people when the program itself went wrong. Ends with a line end. */
export function crashReport(error: unknown): string {
	return harmlessText(`dispatch-board stopped. This is a bug in dispatch-board, not something you did.
Please report it with the lines below.

${inspect(error)}
`);
}
