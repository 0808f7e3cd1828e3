import { createInterface } from 'node:readline/promises';

/** A question that is answered with yes or no; null: nobody is there to answer. */
export type Ask = (question: string) => Promise<boolean | null>;

/** Asks in the terminal that the program runs in. */
export const askHere: Ask = async (question) => {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
	const asked = createInterface({ input: process.stdin, output: process.stderr });
	// Ctrl-D and Ctrl-C close it: no answer is a no.
	const closed = new Promise<string>((resolve) => asked.once('close', () => resolve('')));
	try {
		return /^y(es)?$/i.test((await Promise.race([asked.question(`${question} [y/N] `), closed])).trim());
	} finally {
		asked.close();
	}
};
