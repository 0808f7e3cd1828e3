import { createInterface } from 'node:readline/promises';

/** Asks a yes-or-no question; null if there is no terminal to ask in. */
export type Ask = (question: string) => Promise<boolean | null>;

/** Asks in the terminal that the program runs in. */
export const askInTerminal: Ask = async (question) => {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
	const prompt = createInterface({ input: process.stdin, output: process.stderr });
	// Ctrl-D and Ctrl-C close the interface, which counts as no.
	const closed = new Promise<string>((resolve) => prompt.once('close', () => resolve('')));
	try {
		return /^y(es)?$/i.test((await Promise.race([prompt.question(`${question} [y/N] `), closed])).trim());
	} finally {
		prompt.close();
	}
};
