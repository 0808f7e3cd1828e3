import { firstBytes } from '../storage/scenario-file.js';

/**
 * What a file is that is no scenario, with the command that takes it: for who gave it to the wrong one. null: it may
 * well be meant as a scenario.
 */
export async function otherContent(path: string): Promise<string | null> {
	const bytes = await firstBytes(path, HEAD_BYTES).catch(() => null);
	if (bytes === null) return null;
	const text = Buffer.from(bytes).toString('utf8');
	if (path.endsWith('.md')) {
		const played = /^scenario:[ \t]*["']?([\w-]+)/m.exec(text)?.[1];
		const lab = played === undefined ? '' : `; it is played on the scenario ${played}`;
		return `a lesson: \`dispatch-board lesson ${path}\` prints it${lab}`;
	}
	if (/^cards:/m.test(text)) return `a deck of questions: \`dispatch-board drill --deck ${path}\` asks them`;
	if (/^\s*\{[\s\S]*"input_cost_per_token"/.test(text))
		return `a list of prices: \`dispatch-board report week-31 --prices ${path} --small MODEL --strong MODEL\` uses it`;
	return null;
}

const HEAD_BYTES = 200_000;
